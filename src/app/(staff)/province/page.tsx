import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { systemTime } from "@/server/clock";
import { getProvinceDashboard } from "@/server/dashboards/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { ProvinceView } from "./province-view";

export async function generateMetadata() {
  return { title: (await getTranslations("province"))("title") };
}

export default async function ProvincePage() {
  const actor = await requireActor();
  const dashboard = await scoped(actor, getProvinceDashboard);
  if (!dashboard) notFound();

  return <ProvinceView dashboard={dashboard} actor={actor} time={systemTime()} />;
}
