import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { systemTime } from "@/server/clock";
import { getDistrictDashboard } from "@/server/dashboards/queries";
import { countInquiries } from "@/server/inquiries/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { DistrictView } from "../district-view";

export async function generateMetadata() {
  return { title: (await getTranslations("district"))("title") };
}

export default async function DistrictPage(props: PageProps<"/district/[districtCode]">) {
  const [{ districtCode }, given, actor] = await Promise.all([
    props.params,
    props.searchParams,
    requireActor(),
  ]);
  if (!/^\d{4}$/.test(districtCode)) notFound();
  const shown = await scoped(actor, async (scope) => {
    const dashboard = await getDistrictDashboard(scope, districtCode);
    if (!dashboard) return null;
    return {
      dashboard,
      inquiries: await countInquiries(scope, dashboard.today, districtCode),
      waiting: [],
    };
  });
  if (!shown) notFound();

  return <DistrictView {...shown} actor={actor} time={systemTime()} given={given} />;
}
