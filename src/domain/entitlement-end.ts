import { type IsoDate, type IsoMonth, monthOf } from "@/domain/calendar";
import { type Death, type Departure, deathOf } from "@/domain/death";

/**
 * What ends an entitlement (docs/forms.md 4): a death, or a card that the Ministry has cancelled. Its month is the last that is due;
 * the months after it are held until it is settled, and then are not due. Moving away ends nothing.
 */
export type EntitlementEnd = {
  kind: "deceased" | "card_cancelled";
  on: IsoDate;
  /** Of a death: proven by a document. Of a cancelled card: confirmed by a second officer. */
  settled: boolean;
};

/** What ends somebody's entitlement, by the departures that stand; a cancelled card holds months as soon as it is recorded. */
export function endsOf(departures: readonly Departure[]): EntitlementEnd[] {
  const death = deathOf(departures);
  const cancelled = departures.find(
    ({ kind, confirmation }) =>
      kind === "card_cancelled" && (confirmation === "pending" || confirmation === "confirmed"),
  );
  return [
    ...(death ? [endOfDeath(death)] : []),
    ...(cancelled
      ? [
          {
            kind: "card_cancelled" as const,
            on: cancelled.departedOn,
            settled: cancelled.confirmation === "confirmed",
          },
        ]
      : []),
  ];
}

function endOfDeath({ on, proven }: Death): EntitlementEnd {
  return { kind: "deceased", on, settled: proven };
}

/** The death among them; there is at most one. */
export function deathIn(ends: readonly EntitlementEnd[]): Death | null {
  const death = ends.find(({ kind }) => kind === "deceased");
  return death ? { on: death.on, proven: death.settled } : null;
}

/** The last month that is due, and the last that may still become due: null where nothing settled ends it. */
export function lastMonths(
  ends: readonly EntitlementEnd[],
): { due: IsoMonth; possible: IsoMonth | null } | null {
  const [due] = monthsOf(ends);
  const [possible = null] = monthsOf(ends.filter(({ settled }) => settled));
  return due === undefined ? null : { due, possible };
}

const monthsOf = (ends: readonly EntitlementEnd[]) => ends.map(({ on }) => monthOf(on)).sort();
