import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { systemTime } from "@/server/clock";
import { getDistrictDashboard } from "@/server/dashboards/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { DistrictView } from "../district-view";

export async function generateMetadata() {
  return { title: (await getTranslations("district"))("title") };
}

export default async function DistrictPage({ params }: PageProps<"/district/[districtCode]">) {
  const [{ districtCode }, actor] = await Promise.all([params, requireActor()]);
  if (!/^\d{4}$/.test(districtCode)) notFound();
  const dashboard = await scoped(actor, (scope) => getDistrictDashboard(scope, districtCode));
  if (!dashboard) notFound();

  return <DistrictView dashboard={dashboard} actor={actor} time={systemTime()} />;
}
