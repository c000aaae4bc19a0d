import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { figureArea } from "@/domain/figures/area";
import { getTrends } from "@/server/figures/trends";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { TrendView } from "./trend-view";

export async function generateMetadata() {
  return { title: (await getTranslations("figures"))("picture_trend") };
}

export default async function TrendPage({ searchParams }: PageProps<"/figures/trend">) {
  const [given, actor] = await Promise.all([searchParams, requireActor()]);
  const area = figureArea(actor, given);
  const trends = area && (await scoped(actor, (scope) => getTrends(scope, area)));
  if (!trends) notFound();
  return <TrendView trends={trends} role={actor.role} given={given} />;
}
