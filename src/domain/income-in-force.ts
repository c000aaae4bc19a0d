import type { IsoDate } from "@/domain/calendar";
import { incomeCountsFrom } from "@/domain/rules/top-up";

/** An income of 2559 that decides, and from which day; null: from the beginning. */
export type DecidingIncome = {
  satang: number;
  countsFrom: IsoDate | null;
  /** The Ministry's batch that brought it; null: an approved correction; stated at a registration, until a list has it. */
  batch: number | "stated" | null;
};

/** An approved correction; one that an import has brought since ends when that import's income counts. */
export type CorrectedIncome = { satang: number; countsFrom: IsoDate; endsOn: IsoDate | null };

/** Every income of a holder: the Ministry's by their batches, and the approved corrections in the order of their requests. */
export type Incomes = {
  ministry: readonly (DecidingIncome & { batch: number | "stated" })[];
  corrected: readonly CorrectedIncome[];
};

/** The day from which an income counts that was imported or approved on this day: the first of the month after. */
export function incomeCountsFromDay(on: IsoDate): IsoDate {
  return `${incomeCountsFrom(on)}-01`;
}

/**
 * The income in force on a day; null before the first. The newest correction decides, whatever the Ministry's list says
 * beside it; without one the Ministry's newest whose month has begun. PostgreSQL keeps the same in
 * `holder.income_in_force_satang` (trigger `app.keep_cohort`, task `in_force`).
 */
export function incomeOn({ ministry, corrected }: Incomes, day: IsoDate): DecidingIncome | null {
  const correction = corrected
    .filter(({ countsFrom, endsOn }) => countsFrom <= day && (endsOn === null || day < endsOn))
    .reduce<CorrectedIncome | null>(
      (newest, each) => (newest && newest.countsFrom > each.countsFrom ? newest : each),
      null,
    );
  if (correction)
    return { satang: correction.satang, countsFrom: correction.countsFrom, batch: null };
  const begun = ministry.filter(({ countsFrom }) => (countsFrom ?? "") <= day);
  return begun.sort(byBeginning).at(-1) ?? null;
}

/** The income by which a form of a day is judged, in satang: that in force on the day, before the first the first. */
export function incomeJudging(incomes: Incomes, day: IsoDate): number {
  const income = incomeOn(incomes, day) ?? incomesInForce(incomes)[0];
  if (!income) throw new Error("A holder without an income cannot be judged");
  return income.satang;
}

/** The incomes that are in force one after another, each with the day from which it decides, the earliest first. */
export function incomesInForce(incomes: Incomes): DecidingIncome[] {
  const days = [
    ...incomes.ministry.map(({ countsFrom }) => countsFrom),
    ...incomes.corrected.flatMap(({ countsFrom, endsOn }) => [countsFrom, endsOn]),
  ].filter((day) => day !== null);
  const first = incomeOn(incomes, "");
  const inOrder = first ? [first] : [];
  for (const day of [...new Set(days)].sort()) {
    const income = incomeOn(incomes, day);
    const before = inOrder.at(-1);
    if (income && !(before && isSame(before, income))) inOrder.push({ ...income, countsFrom: day });
  }
  return inOrder;
}

function isSame(one: DecidingIncome, other: DecidingIncome): boolean {
  return one.satang === other.satang && one.batch === other.batch;
}

function byBeginning(one: Incomes["ministry"][number], other: Incomes["ministry"][number]) {
  const [a, b] = [one.countsFrom ?? "", other.countsFrom ?? ""];
  return a === b ? numberOf(one) - numberOf(other) : a < b ? -1 : 1;
}

/** What was stated comes before every list. */
function numberOf({ batch }: Incomes["ministry"][number]): number {
  return batch === "stated" ? 0 : batch;
}
