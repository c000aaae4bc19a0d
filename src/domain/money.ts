import { entitlementOf } from "@/domain/assessment/entitlement";
import { addMonths, type IsoDate, type IsoMonth } from "@/domain/calendar";
import type { Incomes } from "@/domain/income-in-force";
import { type RuleSets, rulesOfVersion, rulesOn } from "@/domain/rules/sets";
import { monthsOfYes } from "@/domain/rules/top-up";

/** What decides somebody's months, and how many people share it: the rules are asked once for all of them. */
export type SharedFacts = {
  /** Version of the set by which their forms are judged. */
  rules: string;
  /** The first yes that counts under it. */
  yesOn: IsoDate;
  incomes: Incomes;
  /** The day of the death or of the cancelled card after whose month nothing is due. */
  endsOn: IsoDate | null;
  people: bigint;
};

/** Baht a month → how many people. */
export type PeopleByRate = ReadonlyMap<number, bigint>;

/** What is due by the rules (ตามสิทธิที่คำนวณได้), never what was paid. */
export type MoneyTotals = {
  asOf: IsoDate;
  /** Version of the set in force on that day. */
  rules: string;
  /** Everybody to whom a month is due, by the amount of the last one. */
  persons: PeopleByRate;
  /** Every month of that set, the first before the last. */
  months: ReadonlyMap<IsoMonth, { people: PeopleByRate; baht: bigint }>;
  /** Baht of all months. */
  total: bigint;
};

/** The sums of all people together, month by month, by the rules of the case file (`entitlementOf`). */
export function moneyTotals(
  sets: RuleSets,
  asOf: IsoDate,
  everybody: Iterable<SharedFacts>,
): MoneyTotals {
  const rules = rulesOn(sets, asOf);
  const rates = rules.incomeBands.map(({ monthlyTopUp }) => monthlyTopUp.value);
  const none = () => new Map(rates.map((rate) => [rate, 0n]));
  const persons = none();
  const months = new Map(monthsOfSet(sets, asOf).map((month) => [month, none()]));
  for (const facts of everybody) {
    let last: number | null = null;
    for (const [month, rate] of monthsDue(sets, asOf, facts)) {
      const people = months.get(month);
      if (!people) continue;
      add(people, rate, facts.people);
      last = rate;
    }
    if (last !== null) add(persons, last, facts.people);
  }
  const summed = new Map(
    [...months].map(([month, people]) => [month, { people, baht: bahtOf(people) }]),
  );
  const total = [...summed.values()].reduce((sum, { baht }) => sum + baht, 0n);
  return { asOf, rules: rules.version, persons, months: summed, total };
}

/** From the first month that a yes can bring to the last of the set in force. */
function monthsOfSet(sets: RuleSets, day: IsoDate): IsoMonth[] {
  const rules = rulesOn(sets, day);
  const months = monthsOfYes(rules, rules.topUp.yesCountsFrom.value);
  return months ? monthsFrom(months.from, months.until) : [];
}

/** Each month that is due to who shares these facts, with its baht; in order. */
function monthsDue(sets: RuleSets, day: IsoDate, facts: SharedFacts): [IsoMonth, number][] {
  const { yesOn, incomes, endsOn } = facts;
  const yes = { answer: "yes", confirmation: null, afterDeath: null };
  const forms = {
    holder: {
      incomes,
      birthDate: null,
      standing: "listed" as const,
      ends: endsOn ? [{ kind: "deceased" as const, on: endsOn, settled: true }] : [],
    },
    // Whichever of the two a set's trigger looks at.
    intents: [{ ...yes, intentOn: yesOn }],
    assessments: [{ ...yes, interviewedOn: yesOn, targetGroup: null }],
    aoAgency: null,
  };
  const { parts } = entitlementOf(rulesOfVersion(sets, facts.rules), forms, day).topUp;
  return parts.flatMap(({ paid }) =>
    paid
      ? monthsFrom(paid.from, paid.until).map((month): [IsoMonth, number] => [month, paid.monthly])
      : [],
  );
}

function monthsFrom(from: IsoMonth, until: IsoMonth): IsoMonth[] {
  const months: IsoMonth[] = [];
  for (let month = from; month <= until; month = addMonths(month, 1)) months.push(month);
  return months;
}

function add(people: Map<number, bigint>, rate: number, more: bigint) {
  people.set(rate, (people.get(rate) ?? 0n) + more);
}

const bahtOf = (people: PeopleByRate) =>
  [...people].reduce((sum, [rate, count]) => sum + BigInt(rate) * count, 0n);
