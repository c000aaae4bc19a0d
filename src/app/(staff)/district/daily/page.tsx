import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { reachOf } from "@/domain/policy";
import { getDistrictDays } from "@/server/daily/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { DailyView } from "./daily-view";

export async function generateMetadata() {
  return { title: (await getTranslations("daily"))("title") };
}

/** The district's numbers of 16:30, day by day. */
export default async function DailyPage() {
  const actor = await requireActor();
  if (reachOf(actor, "district.view") !== "district") notFound();
  const found = await scoped(actor, getDistrictDays);
  if (!found) notFound();
  return <DailyView found={found} />;
}
