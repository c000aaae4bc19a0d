import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { figureArea } from "@/domain/figures/area";
import { getTrends } from "@/server/figures/trends";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { CompareView } from "./compare-view";

export async function generateMetadata() {
  return { title: (await getTranslations("figures"))("picture_compare") };
}

export default async function ComparePage({ searchParams }: PageProps<"/figures/compare">) {
  const [given, actor] = await Promise.all([searchParams, requireActor()]);
  const area = figureArea(actor, given);
  const trends = area && (await scoped(actor, (scope) => getTrends(scope, area)));
  if (!trends) notFound();
  return <CompareView trends={trends} role={actor.role} given={given} />;
}
