import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { monthOf } from "@/domain/calendar";
import { nextRun } from "@/domain/month-run";
import { mayEver } from "@/domain/policy";
import { programmeDate } from "@/server/clock";
import { countWaiting, firstDueMonth, listRuns } from "@/server/month-runs/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { RunsView } from "./runs-view";

export async function generateMetadata() {
  return { title: (await getTranslations("runs"))("title") };
}

/** The month runs of the province, and the one that comes next. */
export default async function RunsPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "run.read")) notFound();
  const found = await scoped(actor, async (scope) => {
    const runs = await listRuns(scope);
    const today = monthOf(await programmeDate(scope.tx));
    const next = nextRun(runs, { firstDue: await firstDueMonth(scope), today });
    return { runs, next, waiting: await countWaiting(scope) };
  });
  return <RunsView {...found} role={actor.role} />;
}
