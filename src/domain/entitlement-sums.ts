import {
  addDays,
  type IsoDate,
  type IsoMonth,
  monthAfter,
  monthOf,
  monthsBetween,
} from "@/domain/calendar";
import type { CoverageState } from "@/domain/caseload";
import { sumPeople, type TallyRow } from "@/domain/dashboard";
import type { BandId, RuleSet } from "@/domain/rules/rule-set";
import { monthsOfYes } from "@/domain/rules/top-up";

/** To how many people an amount is due by the rules (ตามสิทธิที่คำนวณได้), never what was paid: sums of `entitlement_tally`. */
export type EntitlementRow = {
  districtCode: string;
  incomeBand: BandId;
  yesMonth: IsoMonth;
  /** Baht a month. */
  rate: number;
  /** Whose last month has this amount: everybody stands in one row. */
  people: number;
  /** To whom it is due in the month that was asked for. */
  inMonth: number;
  /** The months of all of them together. */
  personMonths: number;
};

export type EntitlementSums = {
  people: number;
  /** People by the amount of their last month, the amounts of the set in its order. */
  rates: { rate: number; people: number }[];
  /** Baht of the month that was asked for. */
  monthBaht: number;
  /** Baht of all months. */
  totalBaht: number;
};

export function sumEntitlements(rules: RuleSet, rows: readonly EntitlementRow[]): EntitlementSums {
  const sum = (of: (row: EntitlementRow) => number) => rows.reduce((all, row) => all + of(row), 0);
  return {
    people: sum(({ people }) => people),
    rates: ratesOf(rules, rows).map((rate) => ({
      rate,
      people: sum((row) => (row.rate === rate ? row.people : 0)),
    })),
    monthBaht: sum(({ rate, inMonth }) => rate * inMonth),
    totalBaht: sum(({ rate, personMonths }) => rate * personMonths),
  };
}

/** The amounts of the set, and those of earlier sets that are still due to somebody. */
function ratesOf(rules: RuleSet, rows: readonly EntitlementRow[]): number[] {
  const ofSet = rules.incomeBands.map(({ monthlyTopUp }) => monthlyTopUp.value);
  return [...new Set([...ofSet, ...rows.map(({ rate }) => rate)])];
}

/** The month whose sum pages show: this one; before the first that a yes can bring that first one, after the last the last. */
export function monthShown(rules: RuleSet, today: IsoDate): IsoMonth {
  const month = monthOf(today);
  const months = monthsOfYes(rules, rules.topUp.yesCountsFrom.value);
  if (!months) return month;
  if (month < months.from) return months.from;
  if (month > months.until) return months.until;
  return month;
}

/** States after which no yes can be given; who moved away may still say it. */
export const beyondYes = ["deceased", "card_cancelled"] as const satisfies readonly CoverageState[];

/** Whether somebody who is counted has said no yes that counts, and still may: also who answered no. */
export function mayStillSayYes({ saidYes, state }: Pick<TallyRow, "saidYes" | "state">): boolean {
  return !saidYes && !beyondYes.some((each) => each === state);
}

/** People and baht. */
export type PeopleAndBaht = { people: number; baht: number };

/**
 * What is due more if everybody who may still say yes says it today (ประมาณการ), and what it costs if they say it a day too late. Null
 * once a yes brings no month any more.
 */
export type Forecast = {
  all: PeopleAndBaht;
  mustReach: PeopleAndBaht;
  /** Of all: who has not answered at all, and who answered no. */
  unanswered: number;
  declined: number;
  months: number;
  /** The last day on which a yes brings as many months. */
  until: IsoDate;
  /** What everybody loses after that day, and all of them together. */
  lostMonths: number;
  lostBaht: number;
};

export function forecastOf(
  rules: RuleSet,
  today: IsoDate,
  rows: readonly TallyRow[],
): Forecast | null {
  const months = monthsBrought(rules, today);
  if (months === 0) return null;
  const rest = rows.filter(mayStillSayYes);
  const until = lastDayOf(rules, today, months);
  const lost = months - monthsBrought(rules, addDays(until, 1));
  const mustReach = rest.filter((row) => row.mustReach);
  return {
    all: { people: sumPeople(rest), baht: monthlyBaht(rules, rest) * months },
    mustReach: { people: sumPeople(mustReach), baht: monthlyBaht(rules, mustReach) * months },
    unanswered: sumPeople(rest, ({ latestAnswer }) => latestAnswer === "none"),
    declined: sumPeople(rest, ({ latestAnswer }) => latestAnswer === "no"),
    months,
    until,
    lostMonths: lost,
    lostBaht: monthlyBaht(rules, rest) * lost,
  };
}

/** How many months a first yes of a day brings. */
function monthsBrought(rules: RuleSet, on: IsoDate): number {
  const months = monthsOfYes(rules, on);
  return months ? monthsBetween(months.from, months.until) + 1 : 0;
}

/** The months of a yes change with the month or at a cut-off day in it. */
function lastDayOf(rules: RuleSet, today: IsoDate, months: number): IsoDate {
  const end = addDays(`${monthAfter(monthAfter(monthOf(today)))}-01`, -1);
  let day = today;
  while (day < end && monthsBrought(rules, addDays(day, 1)) === months) day = addDays(day, 1);
  return day;
}

function monthlyBaht(rules: RuleSet, rows: readonly TallyRow[]): number {
  return rules.incomeBands.reduce(
    (sum, { id, monthlyTopUp }) =>
      sum + monthlyTopUp.value * sumPeople(rows, ({ incomeBand }) => incomeBand === id),
    0,
  );
}

/** What is due to one person: the amount of the last month, and all months together. */
export type PersonsEntitlement = {
  rate: number;
  from: IsoMonth;
  until: IsoMonth;
  months: number;
  totalBaht: number;
};

/** The months of one person, from their rows of what is due in the order of months; null where nothing is. */
export function entitlementOfPerson(
  rows: readonly { firstMonth: IsoDate; lastMonth: IsoDate; satangAMonth: bigint }[],
): PersonsEntitlement | null {
  const parts = rows.map(({ firstMonth, lastMonth, satangAMonth }) => ({
    from: monthOf(firstMonth),
    until: monthOf(lastMonth),
    months: monthsBetween(monthOf(firstMonth), monthOf(lastMonth)) + 1,
    rate: Number(satangAMonth) / 100,
  }));
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return null;
  const sum = (of: (part: (typeof parts)[number]) => number) =>
    parts.reduce((all, part) => all + of(part), 0);
  return {
    rate: last.rate,
    from: first.from,
    until: last.until,
    months: sum(({ months }) => months),
    totalBaht: sum(({ months, rate }) => months * rate),
  };
}

/** By which amounts and months of the yes a list may be narrowed: those of the set that have begun. */
export function sumChoices(
  rules: RuleSet,
  today: IsoDate,
): { rates: number[]; months: IsoMonth[] } {
  const { yesCountsFrom, lastMonth } = rules.topUp;
  const [first, now, last] = [monthOf(yesCountsFrom.value), monthOf(today), lastMonth.value];
  const months: IsoMonth[] = [];
  for (let month = first; month <= now && month <= last; month = monthAfter(month))
    months.push(month);
  return { rates: ratesOf(rules, []), months };
}

/** What a page says of an area: what is due, and what the rest would add. */
export type Entitlements = {
  /** Whose sum is `monthBaht`. */
  month: IsoMonth;
  /** The last month of the set in force. */
  until: IsoMonth;
  whole: EntitlementSums;
  forecast: Forecast | null;
};

export function entitlementsOf(
  rules: RuleSet,
  today: IsoDate,
  due: readonly EntitlementRow[],
  people: readonly TallyRow[],
): Entitlements {
  return {
    month: monthShown(rules, today),
    until: rules.topUp.lastMonth.value,
    whole: sumEntitlements(rules, due),
    forecast: forecastOf(rules, today, people),
  };
}
