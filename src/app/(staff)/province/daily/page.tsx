import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { isIsoDate } from "@/domain/calendar";
import { mayEver } from "@/domain/policy";
import { getProvinceDay } from "@/server/daily/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { ProvinceDailyView } from "./province-daily-view";

export async function generateMetadata() {
  return { title: (await getTranslations("daily"))("title") };
}

/** All districts' numbers of 16:30 side by side; `?day=` shows an earlier day. */
export default async function ProvinceDailyPage({ searchParams }: PageProps<"/province/daily">) {
  const actor = await requireActor();
  if (!mayEver(actor, "province.view")) notFound();
  const { day } = await searchParams;
  const asked = typeof day === "string" && isIsoDate(day) ? day : null;
  const found = await scoped(actor, (scope) => getProvinceDay(scope, asked));
  if (!found) notFound();
  return <ProvinceDailyView found={found} />;
}
