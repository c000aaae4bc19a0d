import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { findStation } from "@/server/session";
import { Shell } from "@/ui/shell";
import { SwitchForm } from "./switch-form";

export async function generateMetadata() {
  return { title: (await getTranslations("station"))("switchTitle") };
}

/** The page between two officers at a station; any other computer goes to the sign-in page. */
export default async function StationPage() {
  const station = await findStation();
  if (!station) redirect("/sign-in");
  const t = await getTranslations("shell");
  return (
    <Shell brand={{ label: t("brand"), href: "/station" }} place={station.placeName}>
      <SwitchForm placeName={station.placeName} officers={station.officers} />
    </Shell>
  );
}
