import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { findActor } from "@/server/session";
import { Shell } from "@/ui/shell";
import { FirstForm } from "./first-form";

export async function generateMetadata() {
  return { title: (await getTranslations("station"))("firstTitle") };
}

/** An officer with a slip sets their own password. */
export default async function FirstSignInPage() {
  if (await findActor()) redirect("/");
  const t = await getTranslations("shell");
  return (
    <Shell brand={{ label: t("brand"), href: "/sign-in" }}>
      <FirstForm />
    </Shell>
  );
}
