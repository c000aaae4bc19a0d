import type { FigureArea } from "@/domain/figures/area";
import { doses, type FollowUpRow, type RoundSum, sumFollowUps } from "@/domain/follow-up";
import type { PackContents } from "@/domain/pack";
import { type NamedRound, roundsOf } from "@/domain/rules/rounds";
import { rulesOn } from "@/domain/rules/sets";
import { listDistrictNames } from "@/server/areas/queries";
import { listFollowUpTally } from "@/server/follow-ups/queries";
import type { Scoped } from "@/server/scope";

/** The rounds of today's rules that have begun, the oldest first: those of which a pack can be made. */
export const roundsBegun = ({ ruleSets }: Scoped, today: string): NamedRound[] =>
  roundsOf(rulesOn(ruleSets, today)).filter(({ from }) => from <= today);

/** What came of a round so far, beside the round before it; null of a round that is not known or has not begun. */
export async function readFollowUp(
  scope: Scoped,
  area: FigureArea,
  { today, round }: { today: string; round: string | null },
): Promise<PackContents["followUp"]> {
  const rounds = roundsBegun(scope, today);
  const at = rounds.findIndex(({ id }) => id === round);
  const now = rounds[at];
  if (!now) return null;
  const before = rounds[at - 1] ?? null;
  const rows = await listFollowUpTally(scope, area);
  const sum = sumFollowUps(rows, rounds);
  const districts =
    "districtCode" in area ? {} : await listDistrictNames(area.provinceCode, scope.tx);
  const { people, contacts, jobs, loans, loanBaht, trained, trainingHours, projects, takenUp } =
    sum;
  return {
    names: { now: now.words.long, before: before?.words.long ?? null },
    days: { from: now.from, until: now.until },
    areas: Object.entries(districts).map(([code, name]) => ({
      ...{ code, name },
      ...besideEachOther(
        rows.filter(({ districtCode }) => districtCode === code),
        now,
        before,
      ),
    })),
    whole: besideEachOther(rows, now, before),
    ...{ people, contacts, jobs, loans, loanBaht, trained, trainingHours, projects, takenUp },
    dose: doses.map((dose) => ({ contacts: dose, people: sum.dose[dose] })),
    income:
      sum.incomePeople === 0
        ? null
        : {
            people: sum.incomePeople,
            before: Math.round(sum.incomeThen / sum.incomePeople),
            now: Math.round(sum.incomeNow / sum.incomePeople),
            up: sum.incomeUp,
          },
  };
}

function besideEachOther(rows: readonly FollowUpRow[], now: NamedRound, before: NamedRound | null) {
  const [nowSum, beforeSum] = sumFollowUps(rows, before ? [now, before] : [now]).rounds;
  const kept = ({ asked, done, open }: RoundSum) => ({ asked, done, open });
  return {
    now: kept(nowSum ?? { asked: 0, met: 0, later: 0, done: 0, open: 0 }),
    before: beforeSum ? kept(beforeSum) : null,
  };
}
