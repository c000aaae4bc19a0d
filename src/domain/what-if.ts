import { type Entitlement, entitlementOf } from "@/domain/assessment/entitlement";
import type { StoredForms } from "@/domain/assessment/facts";
import { addDays, ageOn, type IsoDate, partsOf } from "@/domain/calendar";
import type { EntitlementEnd } from "@/domain/entitlement-end";
import type { PlanningGroup } from "@/domain/holder-filter";
import type { Incomes } from "@/domain/income-in-force";
import { isDueOnce } from "@/domain/one-off-list";
import { menuFor } from "@/domain/rules/menu";
import { ageClassOf } from "@/domain/rules/outreach";
import type { RuleSet } from "@/domain/rules/rule-set";
import { everyOneOff, type OneOffGiven, type RuleSets, rulesOfVersion } from "@/domain/rules/sets";
import type { Yes } from "@/domain/rules/top-up";

/** What the rules know of somebody, and how many people share it: the rules are asked once for all of them. */
export type WhatIfFacts = {
  district: string;
  group: PlanningGroup;
  /** A date that stands for all births on the same sides of the limits of age; null: not known. */
  birthDate: IsoDate | null;
  /** Version of the set by which their forms are judged now. */
  rules: string;
  /** The first yeses that count under that set, and under the draft. */
  now: Yes;
  drafted: Yes;
  incomes: Incomes;
  endsOn: IsoDate | null;
  /** The checked lists of one-offs that name them. */
  lists: readonly string[];
  people: bigint;
  /** One of them. */
  one: string;
  /** All of them, where they may be named. */
  ids?: readonly string[];
};

/** People who may be named and to whom a draft gives another sum of all months than they have now, in baht. */
export type ChangedGroup = {
  district: string;
  before: number;
  after: number;
  ids: readonly string[];
};

/** Sums of people and baht: what a draft changes. Baht may be negative. */
export type Changes = {
  people: bigint;
  /** To whom more, and to whom less is due in all. */
  gain: bigint;
  lose: bigint;
  /** Of the last month that is due. */
  bahtAMonth: bigint;
  baht: bigint;
  /** Whom a team must visit and need not visit now, and the other way. */
  visitMore: bigint;
  visitLess: bigint;
  /** Whose menu has other projects. */
  menu: bigint;
};

export const whatIfDimensions = ["district", "band", "age", "group"] as const;
export type WhatIfDimension = (typeof whatIfDimensions)[number];

export type WhatIf = {
  asOf: IsoDate;
  /** Version of the draft. */
  draft: IsoDate;
  all: Changes;
  by: Readonly<Record<WhatIfDimension, ReadonlyMap<string, Changes>>>;
  changed: readonly ChangedGroup[];
  /** What the draft gives once that no set before it does, and how many of its list are due it. */
  once: readonly { given: OneOffGiven; people: bigint }[];
};

/** The area of a comparison that is everywhere. */
export const wholeRegister = "all";

/** Somebody's facts for which a rule cannot be evaluated: nothing is said of anybody then. */
export class CannotEvaluate extends Error {
  constructor(
    readonly facts: Pick<WhatIfFacts, "district" | "one">,
    cause: unknown,
  ) {
    super(`A rule cannot be evaluated for ${facts.one}`, { cause });
  }
}

/**
 * What would be another answer if everybody were decided by the draft, as of a day: counted by the district, band and age class of
 * now, and by group.
 * @throws CannotEvaluate
 */
export function whatIf(
  sets: RuleSets,
  draft: RuleSet,
  asOf: IsoDate,
  everybody: Iterable<WhatIfFacts>,
): WhatIf {
  const all = noChanges();
  const by = {
    district: new Map<string, Changes>(),
    band: new Map<string, Changes>(),
    age: new Map<string, Changes>(),
    group: new Map<string, Changes>(),
  };
  const changed: ChangedGroup[] = [];
  const given = oneOffsBeside(sets, draft);
  const answersFor = answering(sets, draft, asOf);
  const once = given.drafted
    .filter(({ list }) => !given.now.some((each) => each.list === list))
    .map((each) => ({ given: each, people: 0n }));
  for (const facts of everybody) {
    const { now, drafted } = evaluated(facts, () => answersFor(facts));
    const { band, age } = now;
    for (const each of once)
      if (bahtOnce([each.given], facts.lists, endsOf(facts)) > 0) each.people += facts.people;
    const changes = differenceBetween(now, drafted, facts.people);
    const { district, ids } = facts;
    if (ids && now.baht !== drafted.baht)
      changed.push({ district, before: now.baht, after: drafted.baht, ids });
    const keys = { district: facts.district, band, age, group: facts.group };
    addChanges(all, changes);
    for (const dimension of whatIfDimensions) {
      const sums = by[dimension].get(keys[dimension]) ?? noChanges();
      addChanges(sums, changes);
      by[dimension].set(keys[dimension], sums);
    }
  }
  return { asOf, draft: draft.version, all, by, changed, once };
}

function evaluated<Value>(facts: WhatIfFacts, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw new CannotEvaluate({ district: facts.district, one: facts.one }, error);
  }
}

/** What the rules of now and the draft say to the facts: districts that share them are not asked again. */
function answering(sets: RuleSets, draft: RuleSet, asOf: IsoDate) {
  const known = new Map<string, { now: RulesAnswer; drafted: RulesAnswer }>();
  const given = oneOffsBeside(sets, draft);
  return (facts: WhatIfFacts) => {
    const { group, birthDate, rules, now, drafted, incomes, endsOn, lists } = facts;
    const key = JSON.stringify([group, birthDate, rules, now, drafted, incomes, endsOn, lists]);
    const once = (of: readonly OneOffGiven[]) => bahtOnce(of, lists, endsOf(facts));
    const judged = rulesOfVersion(sets, rules);
    const answers = known.get(key) ?? {
      now: rulesAnswer(judged, formsOf(facts, now), { group, asOf, once: once(given.now) }),
      drafted: rulesAnswer(draft, formsOf(facts, drafted), {
        ...{ group, asOf },
        once: once(given.drafted),
      }),
    };
    known.set(key, answers);
    return answers;
  };
}

/** What the rules say of somebody, as far as a draft can change it. */
export type RulesAnswer = {
  band: string;
  age: string;
  bahtAMonth: number;
  baht: number;
  visit: boolean;
  menu: string;
};

/** What letters give once before a draft, and with it. */
export function oneOffsBeside(sets: readonly RuleSet[], draft: RuleSet) {
  const before = sets.filter(({ inForceFrom }) => inForceFrom < draft.inForceFrom);
  return { now: everyOneOff(before), drafted: everyOneOff([...before, draft]) };
}

/** What is due once to whom these lists name, in baht. */
export function bahtOnce(
  given: readonly OneOffGiven[],
  lists: readonly string[],
  ends: readonly EntitlementEnd[],
): number {
  return given
    .filter((each) => lists.includes(each.list) && isDueOnce(each, ends))
    .reduce((sum, { baht }) => sum + baht, 0);
}

/** @param once what is due once beside the months, in baht: it is not the set's alone */
export function rulesAnswer(
  rules: RuleSet,
  forms: StoredForms,
  { group, asOf, once }: { group: PlanningGroup; asOf: IsoDate; once: number },
): RulesAnswer {
  const entitlement = entitlementOf(rules, forms, asOf);
  const { decision, topUp } = entitlement;
  const menu = menuFor(rules, group === "unknown" ? null : group, decision.band);
  return {
    band: decision.band,
    age: ageClassOf(rules, forms.holder.birthDate),
    bahtAMonth: lastAmount(entitlement),
    baht: topUp.total + once,
    visit: decision.outreach === "mandatory_visit",
    menu: menu.map(({ project }) => project).join(),
  };
}

const lastAmount = ({ topUp }: Entitlement) =>
  topUp.parts.flatMap(({ paid }) => paid ?? []).at(-1)?.monthly ?? 0;

function differenceBetween(now: RulesAnswer, then: RulesAnswer, people: bigint): Changes {
  const where = (met: boolean) => (met ? people : 0n);
  return {
    people,
    gain: where(then.baht > now.baht),
    lose: where(then.baht < now.baht),
    bahtAMonth: BigInt(then.bahtAMonth - now.bahtAMonth) * people,
    baht: BigInt(then.baht - now.baht) * people,
    visitMore: where(then.visit && !now.visit),
    visitLess: where(!then.visit && now.visit),
    menu: where(then.menu !== now.menu),
  };
}

const endsOf = ({ endsOn }: Pick<WhatIfFacts, "endsOn">): EntitlementEnd[] =>
  endsOn ? [{ kind: "deceased", on: endsOn, settled: true }] : [];

function formsOf({ incomes, birthDate, endsOn }: WhatIfFacts, yes: Yes): StoredForms {
  const said = { answer: "yes", confirmation: null, afterDeath: null };
  return {
    holder: {
      incomes,
      birthDate,
      standing: "listed",
      ends: endsOf({ endsOn }),
    },
    intents: yes.intentOn ? [{ ...said, intentOn: yes.intentOn }] : [],
    assessments: yes.assessedOn
      ? [{ ...said, interviewedOn: yes.assessedOn, targetGroup: null }]
      : [],
    aoAgency: null,
  };
}

/** The first birth of a round's lower age class, of each set: between two of them all births are the same to the rules. */
export function birthLimits(sets: readonly RuleSet[]): IsoDate[] {
  const limits = sets.map(({ mustReach: { ageOn: counted, ageUpTo } }) => {
    const { year, month } = partsOf(counted.value);
    let born = addDays(`${year - ageUpTo.value - 1}-${String(month).padStart(2, "0")}-01`, -1);
    while (ageOn(born, counted.value) > ageUpTo.value) born = addDays(born, 1);
    return born;
  });
  return [...new Set(limits)].sort();
}

/** A birth that stands for all between two limits, by the number of the limits that are not after it. */
export function birthBetween(limits: readonly IsoDate[], reached: number): IsoDate {
  const [first = ""] = limits;
  return reached === 0 ? addDays(first, -1) : (limits[reached - 1] ?? first);
}

/** Sums of nobody. */
export const noChanges = (): Changes => ({
  people: 0n,
  gain: 0n,
  lose: 0n,
  bahtAMonth: 0n,
  baht: 0n,
  visitMore: 0n,
  visitLess: 0n,
  menu: 0n,
});

/** Adds others' changes to the sums. */
export function addChanges(
  sums: Changes,
  { people, gain, lose, bahtAMonth, baht, visitMore, visitLess, menu }: Changes,
) {
  sums.people += people;
  sums.gain += gain;
  sums.lose += lose;
  sums.bahtAMonth += bahtAMonth;
  sums.baht += baht;
  sums.visitMore += visitMore;
  sums.visitLess += visitLess;
  sums.menu += menu;
}
