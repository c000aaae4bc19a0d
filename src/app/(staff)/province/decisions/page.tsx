import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { findOwnOrder, listUndecided } from "@/server/decisions/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { DecisionsView } from "./decisions-view";

export async function generateMetadata() {
  return { title: (await getTranslations("readiness"))("decisionsTitle") };
}

/** What staff prepared and the governor has not decided. */
export default async function DecisionsPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "province.decide")) notFound();
  const seen = await scoped(actor, async (scope) => ({
    papers: await listUndecided(scope),
    order: await findOwnOrder(scope),
  }));
  return <DecisionsView {...seen} isHead={actor.role === "governor"} />;
}
