import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { reachOf } from "@/domain/policy";
import { systemTime } from "@/server/clock";
import { getDistrictDashboard } from "@/server/dashboards/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { DistrictView } from "./district-view";

export async function generateMetadata() {
  return { title: (await getTranslations("district"))("title") };
}

/** The own district; the province has a page for each of its districts. */
export default async function OwnDistrictPage() {
  const actor = await requireActor();
  if (reachOf(actor, "district.view") === "province") redirect("/province");
  const { districtCode } = actor;
  if (!districtCode) notFound();
  const dashboard = await scoped(actor, (scope) => getDistrictDashboard(scope, districtCode));
  if (!dashboard) notFound();

  return <DistrictView dashboard={dashboard} actor={actor} time={systemTime()} />;
}
