import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { reachOf } from "@/domain/policy";
import { systemTime } from "@/server/clock";
import { getDistrictDashboard } from "@/server/dashboards/queries";
import { listWaitingForHead } from "@/server/home/queries";
import { countInquiries } from "@/server/inquiries/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { DistrictView } from "./district-view";

export async function generateMetadata() {
  return { title: (await getTranslations("district"))("title") };
}

/** The reader's district; the province has a page for each of its districts. */
export default async function OwnDistrictPage({ searchParams }: PageProps<"/district">) {
  const [given, actor] = await Promise.all([searchParams, requireActor()]);
  if (reachOf(actor, "district.view") === "province") redirect("/province");
  const { districtCode } = actor;
  if (!districtCode) notFound();
  const shown = await scoped(actor, async (scope) => {
    const dashboard = await getDistrictDashboard(scope, districtCode);
    if (!dashboard) return null;
    return {
      dashboard,
      inquiries: await countInquiries(scope, dashboard.today, districtCode),
      waiting: await listWaitingForHead(scope, dashboard.today),
    };
  });
  if (!shown) notFound();

  return <DistrictView {...shown} actor={actor} time={systemTime()} given={given} />;
}
