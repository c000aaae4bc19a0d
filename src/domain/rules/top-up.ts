import {
  addMonths,
  type IsoDate,
  type IsoMonth,
  monthAfter,
  monthOf,
  monthsBetween,
} from "@/domain/calendar";
import type { Facts } from "@/domain/rules/facts";
import type { BandId, IncomeBand, ReasonCode, RuleSet } from "@/domain/rules/rule-set";
import type { NoMonths } from "@/domain/rules/rule-words";

/** Baht a month and in all, from the first to the last paid month. */
export type PaidTopUp = {
  monthly: number;
  from: IsoMonth;
  until: IsoMonth;
  months: number;
  total: number;
  /** Where a changed income changes the amount: each amount with its months; `monthly` is then the first. */
  parts?: readonly Omit<PaidTopUp, "parts">[];
};
/** Why nothing is paid; an income over the ceiling has the set's own reason. */
export type NoTopUp = ReasonCode;
export type TopUp = PaidTopUp | { none: NoTopUp };

export type Yes = Pick<Facts, "intentOn" | "assessedOn">;

/** What is paid a month, from when until when: one line for each amount. */
export function amountsOf(topUp: PaidTopUp): readonly PaidTopUp[] {
  return topUp.parts ?? [topUp];
}

/** The band of an income; every income above the last line is in the last band. */
export function bandOf(rules: RuleSet, incomeSatang: number): IncomeBand {
  const [first, ...others] = rules.incomeBands;
  return [first, ...others].find((band) => isWithin(band, incomeSatang)) ?? others.at(-1) ?? first;
}

function isWithin(band: IncomeBand, incomeSatang: number): boolean {
  const upTo = band.incomeUpToSatang.value;
  return upTo === null || incomeSatang <= upTo;
}

/** The days of a yes that the rule set's trigger looks at, in the order given. */
export function yesDates(rules: RuleSet, { intentOn, assessedOn }: Yes): IsoDate[] {
  const trigger = rules.topUp.trigger.value;
  const dates = [
    trigger === "assessment" ? null : intentOn,
    trigger === "intent" ? null : assessedOn,
  ];
  return dates.filter((date) => date !== null);
}

/** The first day on which a yes counts, or why there is none. */
export function countingYes(
  rules: RuleSet,
  yes: Yes,
): { on: IsoDate } | { none: "NO_YES" | "BEFORE_WINDOW" } {
  const dates = yesDates(rules, yes);
  if (dates.length === 0) return { none: "NO_YES" };
  const [on] = dates.filter((date) => date >= rules.topUp.yesCountsFrom.value).sort();
  return on === undefined ? { none: "BEFORE_WINDOW" } : { on };
}

/** Section 5: paid from the month after the month of the yes, until the scheme's last month. */
export function topUpFor(rules: RuleSet, facts: Yes & Pick<Facts, "incomeSatang">): TopUp {
  if (facts.incomeSatang > rules.incomeCeilingSatang.value) return { none: rules.overCeiling };
  const months = paidMonths(rules, facts);
  if ("none" in months) return months;
  return whole(paidIn(bandOf(rules, facts.incomeSatang), months.from, months.until));
}

/** What a band pays from a month until another: one line for each amount. */
function paidIn({ earlier = [], monthlyTopUp }: IncomeBand, from: IsoMonth, until: IsoMonth) {
  const lines: PaidTopUp[] = [];
  let next = from;
  for (const { value } of earlier) {
    const last = earlierOf(value.until, until);
    if (next > last) continue;
    lines.push(paid(value.monthly, next, last));
    next = addMonths(last, 1);
  }
  return next > until ? lines : [...lines, paid(monthlyTopUp.value, next, until)];
}

/** Lines of one amount each as one top-up. */
function whole(lines: readonly PaidTopUp[]): PaidTopUp {
  const [first] = lines;
  if (!first) throw new RangeError("No month is paid");
  if (lines.length === 1) return first;
  const sum = (of: (line: PaidTopUp) => number) => lines.reduce((all, line) => all + of(line), 0);
  return {
    monthly: first.monthly,
    from: first.from,
    until: lines.at(-1)?.until ?? first.until,
    months: sum(({ months }) => months),
    total: sum(({ total }) => total),
    parts: lines,
  };
}

function paidMonths(
  rules: RuleSet,
  yes: Yes,
): { from: IsoMonth; until: IsoMonth } | { none: NoMonths } {
  const first = countingYes(rules, yes);
  if ("none" in first) return first;
  const from = firstMonthOf(rules, first.on);
  const until = rules.topUp.lastMonth.value;
  return from > until ? { none: "SCHEME_ENDED" } : { from, until };
}

function firstMonthOf(rules: RuleSet, yes: IsoDate): IsoMonth {
  const ordinary = ordinaryFirstMonth(rules, yes);
  return isRetroactive(rules, yes) ? (rules.topUp.retroactive?.value.from ?? ordinary) : ordinary;
}

const ordinaryFirstMonth = (rules: RuleSet, yes: IsoDate) =>
  addMonths(monthCounted(rules, yes), rules.topUp.monthsToFirst.value);

/** Whether a letter gives a yes of this day months before its ordinary first one. */
export function isRetroactive(rules: RuleSet, yes: IsoDate): boolean {
  const given = rules.topUp.retroactive?.value;
  return !!given && yes <= given.yesUntil && given.from < ordinaryFirstMonth(rules, yes);
}

/** The months that a first yes of a day is paid; null where none is left. */
export function monthsOfYes(rules: RuleSet, on: IsoDate) {
  const months = paidMonths(rules, { intentOn: on, assessedOn: on });
  return "none" in months ? null : months;
}

/** The month that a yes belongs to: after the cut-off day the next one. */
function monthCounted(rules: RuleSet, yes: IsoDate): IsoMonth {
  const cutOff = rules.topUp.cutOffDay.value;
  const late = cutOff !== null && Number(yes.slice(8)) > cutOff;
  return late ? monthAfter(monthOf(yes)) : monthOf(yes);
}

/** The months of a top-up up to a last one; null where none of them is left. */
export function paidUntil(topUp: PaidTopUp, last: IsoMonth): PaidTopUp | null {
  const until = earlierOf(topUp.until, last);
  return topUp.from > until ? null : paid(topUp.monthly, topUp.from, until);
}

function paid(monthly: number, from: IsoMonth, until: IsoMonth): PaidTopUp {
  const months = monthsBetween(from, until) + 1;
  return { monthly, from, until, months, total: months * monthly };
}

/** An income and the month from which it counts; null: from the beginning. */
export type IncomeInForce = { incomeSatang: number; from: IsoMonth | null };

export type TopUpPart = IncomeInForce & {
  band: BandId;
  /** The months this income pays; null where it pays none. */
  paid: PaidTopUp | null;
};
export type TopUpHistory = {
  /** Why no month can be paid at any income, or null. */
  none: NoMonths | null;
  /** One part for each income, and each amount of its band; the earliest first. */
  parts: TopUpPart[];
  months: number;
  total: number;
};

/** A changed income counts from the month after the programme month of its import. */
export function incomeCountsFrom(importedOn: IsoDate): IsoMonth {
  return monthAfter(monthOf(importedOn));
}

/**
 * The months each income pays and their sum: a correction changes the months to come, never the
 * months gone by. Of two incomes from the same month the later in the list counts.
 */
export function topUpOverMonths(
  rules: RuleSet,
  yes: Yes,
  incomes: readonly IncomeInForce[],
): TopUpHistory {
  const sorted = [...incomes].sort((a, b) => compare(a.from ?? "", b.from ?? ""));
  const due = paidMonths(rules, yes);
  const parts = sorted.flatMap((income, index): TopUpPart[] => {
    const band = bandOf(rules, income.incomeSatang);
    const part = { ...income, band: band.id, paid: null };
    if ("none" in due || income.incomeSatang > rules.incomeCeilingSatang.value) return [part];
    const from = income.from !== null && income.from > due.from ? income.from : due.from;
    const next = sorted[index + 1];
    const last = next ? addMonths(next.from ?? due.from, -1) : due.until;
    const until = earlierOf(last, due.until);
    if (from > until) return [part];
    return paidIn(band, from, until).map((line) => ({ ...part, paid: line }));
  });
  return { none: "none" in due ? due.none : null, parts, ...sumOf(parts) };
}

/** The same history up to a last month. */
export function historyUntil(history: TopUpHistory, last: IsoMonth): TopUpHistory {
  const parts = history.parts.map((part) => ({
    ...part,
    paid: part.paid && paidUntil(part.paid, last),
  }));
  return { ...history, parts, ...sumOf(parts) };
}

function sumOf(parts: readonly TopUpPart[]): { months: number; total: number } {
  const sum = (of: (top: PaidTopUp) => number) =>
    parts.reduce((all, part) => all + (part.paid ? of(part.paid) : 0), 0);
  return { months: sum((top) => top.months), total: sum((top) => top.total) };
}

function earlierOf(a: IsoMonth, b: IsoMonth): IsoMonth {
  return a < b ? a : b;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** A sum that is due once, in baht. */
export type OneOffDue = { list: string; month: IsoMonth; baht: number };

/** What is due once to who stands on these lists of letters, in the set's order. */
export function oneOffsFor(rules: RuleSet, lists: readonly string[]): OneOffDue[] {
  const given = (rules.oneOffs ?? []).map(({ value }) => value);
  return given
    .filter(({ list }) => lists.includes(list))
    .map(({ list, month, baht }) => ({ list, month, baht }));
}
