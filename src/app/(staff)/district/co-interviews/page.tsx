import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { programmeDate } from "@/server/clock";
import { listVillageDays } from "@/server/co-interviews/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { MatchView } from "./match-view";

export async function generateMetadata() {
  return { title: (await getTranslations("coInterviews"))("matchTitle") };
}

/** Which bank's officer sits in where: a suggestion in one press, or village by village. */
export default async function MatchPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "cointerview.match")) notFound();
  const found = await scoped(actor, async (scope) =>
    listVillageDays(scope, await programmeDate(scope.tx)),
  );
  return <MatchView found={found} />;
}
