import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { listDistrictNames } from "@/server/areas/queries";
import { listDemoSignIns } from "@/server/officers/queries";
import { findActor, findStation } from "@/server/session";
import { Shell } from "@/ui/shell";
import { SignInForm } from "./sign-in-form";

export async function generateMetadata() {
  return { title: (await getTranslations("signIn"))("title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  if (await findActor()) redirect("/");
  // A computer that several officers share leads to their names; a password is asked for by a link there.
  if ((await searchParams).with !== "password" && (await findStation())) redirect("/station");
  const people = await listDemoSignIns();
  const districts = people.length > 0 ? await listDistrictNames() : {};
  const t = await getTranslations("shell");
  return (
    <Shell brand={{ label: t("brand"), href: "/sign-in" }}>
      <SignInForm
        demo={people.map(({ district_code, ...person }) => ({
          ...person,
          district: districts[district_code ?? ""] ?? null,
        }))}
      />
    </Shell>
  );
}
