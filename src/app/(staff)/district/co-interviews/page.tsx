import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { programmeDate } from "@/server/clock";
import { listHeld, listVillageDays } from "@/server/co-interviews/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { HeldView, MatchView } from "./match-view";

export async function generateMetadata() {
  return { title: (await getTranslations("coInterviews"))("matchTitle") };
}

/** Which bank's officer sits in where: a suggestion with one click, or by village; `?held=1` the unconfirmed. */
export default async function MatchPage({ searchParams }: PageProps<"/district/co-interviews">) {
  const [{ held }, actor] = await Promise.all([searchParams, requireActor()]);
  if (!mayEver(actor, "co_interview.match")) notFound();
  const found = await scoped(actor, async (scope) => {
    const today = await programmeDate(scope.tx);
    return held === "1"
      ? { matched: await listHeld(scope, today), ahead: null }
      : await listVillageDays(scope, today);
  });
  return "ahead" in found ? <HeldView matched={found.matched} /> : <MatchView found={found} />;
}
