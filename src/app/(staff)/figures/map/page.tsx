import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { figureArea } from "@/domain/figures/area";
import { getMap } from "@/server/figures/map";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { MapView } from "./map-view";

export async function generateMetadata() {
  return { title: (await getTranslations("figures"))("picture_map") };
}

export default async function MapPage({ searchParams }: PageProps<"/figures/map">) {
  const [given, actor] = await Promise.all([searchParams, requireActor()]);
  const area = figureArea(actor, given);
  const picture = area && (await scoped(actor, (scope) => getMap(scope, area)));
  if (!picture) notFound();
  return <MapView picture={picture} role={actor.role} given={given} />;
}
