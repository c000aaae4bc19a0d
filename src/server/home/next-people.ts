import type { IsoDate } from "@/domain/calendar";
import { withVillage } from "@/domain/walk";
import { auditRead, type Scoped } from "@/server/scope";
import { type DayWalk, proposedAtOnce } from "@/server/visits/day";

/**
 * An account officer's day: the appointments of today, then the next people, those of the month's duty first, all in the
 * order of the way.
 */
export function listNextPeople(scope: Scoped, today: IsoDate, walk: DayWalk) {
  const { today: promised, parts, next } = walk;
  const others = parts.flatMap((part) =>
    withVillage([...part.missed, ...part.others, ...part.ahead]),
  );
  const shown = [...withVillage(promised), ...others.slice(0, proposedAtOnce)];
  auditRead(scope, "holder.list", { type: "home", id: null }, { count: shown.length });
  return shown.map((person) => ({
    ...person,
    today: person.meetOn === today,
    isNext: person.id === next?.id,
  }));
}
export type NextPerson = ReturnType<typeof listNextPeople>[number];
