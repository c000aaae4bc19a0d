import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { systemTime } from "@/server/clock";
import { getProvinceDashboard } from "@/server/dashboards/queries";
import { listWaitingForHead } from "@/server/home/queries";
import { countInquiries } from "@/server/inquiries/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { ProvinceView } from "./province-view";

export async function generateMetadata() {
  return { title: (await getTranslations("province"))("title") };
}

export default async function ProvincePage({ searchParams }: PageProps<"/province">) {
  const [given, actor] = await Promise.all([searchParams, requireActor()]);
  const shown = await scoped(actor, async (scope) => {
    const dashboard = await getProvinceDashboard(scope);
    if (!dashboard) return null;
    return {
      dashboard,
      inquiries: await countInquiries(scope, dashboard.today),
      waiting: await listWaitingForHead(scope, dashboard.today),
    };
  });
  if (!shown) notFound();

  return <ProvinceView {...shown} actor={actor} time={systemTime()} given={given} />;
}
