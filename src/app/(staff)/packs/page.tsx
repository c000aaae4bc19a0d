import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { figureArea } from "@/domain/figures/area";
import { mayEver } from "@/domain/policy";
import { getPackChoices, listPacks } from "@/server/packs/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { PacksView } from "./packs-view";

export async function generateMetadata() {
  return { title: (await getTranslations("packs"))("title") };
}

/** `?district=`: of which area the next one is; `?before=`: the last pack of the page before. */
export default async function PacksPage({ searchParams }: PageProps<"/packs">) {
  const [given, actor] = await Promise.all([searchParams, requireActor()]);
  const area = mayEver(actor, "pack.read") ? figureArea(actor, given) : null;
  if (!area) notFound();
  const before = z.uuid().safeParse(given.before).data ?? null;
  const data = await scoped(actor, async (scope) => ({
    choices: await getPackChoices(scope, area),
    list: await listPacks(scope, before),
  }));
  return <PacksView {...data} area={area} role={actor.role} />;
}
