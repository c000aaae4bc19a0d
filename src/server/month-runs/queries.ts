import { monthOf } from "@/domain/calendar";
import { mayEver } from "@/domain/policy";
import { isoDays } from "@/server/iso-days";
import { areaFor, type Scoped } from "@/server/scope";

const steps = {
  orderBy: { recordedAt: "asc" },
  include: { recordedBy: { select: { name: true, position: true } } },
} as const;

/** The runs of the actor's province with their steps, the newest first; none without a grant. */
export async function listRuns({ tx, actor }: Scoped) {
  const area = areaFor(actor, "run.read");
  if (!area) return [];
  const runs = isoDays(
    await tx.monthRun.findMany({
      where: area,
      orderBy: { month: "desc" },
      include: { steps },
    }),
  );
  return runs.map(({ month, ...run }) => ({ ...run, month: monthOf(month) }));
}

/** The first month in which anything is due to anybody of the actor's province; null: nothing is. */
export async function firstDueMonth({ tx, actor }: Scoped) {
  if (!mayEver(actor, "run.read")) return null;
  const { _min } = isoDays(
    await tx.entitlementTally.aggregate({
      where: { provinceCode: actor.provinceCode ?? "" },
      _min: { firstMonth: true },
    }),
  );
  return _min.firstMonth && monthOf(_min.firstMonth);
}
