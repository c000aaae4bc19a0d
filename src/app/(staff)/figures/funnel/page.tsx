import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { figureArea } from "@/domain/figures/area";
import { funnelCohorts, partsOfFunnel } from "@/domain/figures/funnel";
import { getFunnel } from "@/server/figures/funnel";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { FunnelView } from "./funnel-view";

export async function generateMetadata() {
  return { title: (await getTranslations("figures"))("picture_funnel") };
}

export default async function FunnelPage({ searchParams }: PageProps<"/figures/funnel">) {
  const [given, actor] = await Promise.all([searchParams, requireActor()]);
  const area = figureArea(actor, given);
  if (!area) notFound();
  const asked = {
    cohort: funnelCohorts.find((each) => each === given.cohort) ?? "must_reach",
    by: partsOfFunnel(area).find((each) => each === given.by) ?? "group",
  } as const;
  const funnel = await scoped(actor, (scope) => getFunnel(scope, area, asked));
  if (!funnel) notFound();
  return <FunnelView funnel={funnel} role={actor.role} />;
}
