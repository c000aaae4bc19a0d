import { addMonths, type IsoDate, type IsoMonth, monthOf } from "@/domain/calendar";
import { type Letter, passage, same, saying } from "@/domain/rules/from-letter";
import type {
  Cited,
  FollowUpRound,
  IncomeBand,
  OneOff,
  Period,
  ReasonCode,
  Retroactive,
  RuleSet,
  Source,
} from "@/domain/rules/rule-set";
import { wordsOfTerms } from "@/domain/rules/terms-words";

/** Dates and amounts of a set, as the form has them. Money is in baht. */
export type Terms = {
  yesCountsFrom: IsoDate;
  cutOffDay: number | null;
  monthsToFirst: number;
  lastMonth: IsoMonth;
  retroactive: Omit<Retroactive, "reason"> | null;
  /** The lowest first; the last has no end (null). */
  bands: readonly { upTo: number | null; monthly: number }[];
  incomeCeiling: number;
  incomeYear: string;
  mustReachIncome: number;
  ageUpTo: number;
  ageOn: IsoDate;
  walkIn: Period;
  homeVisits: Period;
  holidays: readonly IsoDate[];
  /** Whole months. */
  rounds: readonly Period[];
  oneOffs: readonly Omit<OneOff, "reason">[];
};

/** The terms of a set, for the form that changes them. */
export function termsOf(rules: RuleSet): Terms {
  const { topUp, mustReach } = rules;
  const retroactive = topUp.retroactive?.value;
  return {
    yesCountsFrom: topUp.yesCountsFrom.value,
    cutOffDay: topUp.cutOffDay.value,
    monthsToFirst: topUp.monthsToFirst.value,
    lastMonth: topUp.lastMonth.value,
    retroactive: retroactive ? { yesUntil: retroactive.yesUntil, from: retroactive.from } : null,
    bands: rules.incomeBands.map(({ incomeUpToSatang, monthlyTopUp }) => ({
      upTo: incomeUpToSatang.value === null ? null : incomeUpToSatang.value / 100,
      monthly: monthlyTopUp.value,
    })),
    incomeCeiling: rules.incomeCeilingSatang.value / 100,
    incomeYear: rules.words.incomeYear,
    mustReachIncome: mustReach.incomeUpToSatang.value / 100,
    ageUpTo: mustReach.ageUpTo.value,
    ageOn: mustReach.ageOn.value,
    walkIn: rules.walkIn.value,
    homeVisits: rules.homeVisits.value,
    holidays: rules.fieldworkHolidays.value,
    rounds: rules.followUpRounds.value.map(({ from, until }) => ({ from, until })),
    oneOffs: (rules.oneOffs ?? []).map(({ value: { reason: _, ...given } }) => given),
  };
}

/** The set with other terms; what differs rests on the letter. */
export function withTerms(rules: RuleSet, terms: Terms, letter: Letter, at: string): RuleSet {
  const source: Source = { letter: passage(letter, at) };
  const change: Change = { rules, terms, source, since: rules.inForceFrom };
  const incomeBands = bandsOf(change);
  const [first] = incomeBands;
  if (!first) return rules;
  const followUpRounds = saying(rules.followUpRounds, roundsOf(change), change.since, source);
  const ages = agesOf(change);
  const overCeiling = `INCOME_OVER_${terms.incomeCeiling}`;
  const { oneOffs: _, ...kept } = rules;
  const made = {
    ...kept,
    incomeBands: [first, ...incomeBands.slice(1)],
    incomeCeilingSatang: saying(
      rules.incomeCeilingSatang,
      satang(terms.incomeCeiling),
      change.since,
      source,
    ),
    overCeiling,
    topUp: topUpOf(change),
    ...oneOffsOf(change),
    mustReach: { ...mustReachOf(change), ages },
    walkIn: saying(rules.walkIn, terms.walkIn, change.since, source),
    homeVisits: saying(rules.homeVisits, terms.homeVisits, change.since, source),
    fieldworkHolidays: saying(rules.fieldworkHolidays, terms.holidays, change.since, source),
    followUpRounds,
    projects: projectsOf(rules, incomeBands),
  } satisfies RuleSet;
  return {
    ...made,
    reasons: { ...rules.reasons, ...reasonsOf(change, made) },
    words: wordsOfTerms(rules, made, terms.incomeYear),
  };
}

type Change = { rules: RuleSet; terms: Terms; source: Source; since: IsoDate };

const satang = (baht: number) => Math.round(baht * 100);

function topUpOf({ rules: { topUp }, terms, source, since }: Change): RuleSet["topUp"] {
  const { retroactive: before, ...others } = topUp;
  const wanted = terms.retroactive && { ...terms.retroactive, reason: "RETROACTIVE_MONTHS" };
  return {
    ...others,
    yesCountsFrom: saying(topUp.yesCountsFrom, terms.yesCountsFrom, since, source),
    cutOffDay: saying(topUp.cutOffDay, terms.cutOffDay, since, source),
    monthsToFirst: saying(topUp.monthsToFirst, terms.monthsToFirst, since, source),
    lastMonth: saying(topUp.lastMonth, terms.lastMonth, since, source),
    ...(wanted ? { retroactive: saying(before, wanted, since, source) } : {}),
  };
}

function mustReachOf({ rules: { mustReach }, terms, source, since }: Change) {
  return {
    ...mustReach,
    incomeUpToSatang: saying(
      mustReach.incomeUpToSatang,
      satang(terms.mustReachIncome),
      since,
      source,
    ),
    ageUpTo: saying(mustReach.ageUpTo, terms.ageUpTo, since, source),
    ageOn: saying(mustReach.ageOn, terms.ageOn, since, source),
  };
}

function agesOf({ terms: { ageUpTo } }: Change): RuleSet["mustReach"]["ages"] {
  return {
    upTo: { id: `up_to_${ageUpTo}`, reason: `AGE_UP_TO_${ageUpTo}` },
    over: { id: `over_${ageUpTo}`, reason: `AGE_OVER_${ageUpTo}` },
  };
}

/** A band is named by its limit, so that the same code is the same band in every set. */
function bandsOf({ rules, terms, source, since }: Change): IncomeBand[] {
  return terms.bands.map(({ upTo, monthly }, index): IncomeBand => {
    const below = terms.bands[index - 1]?.upTo ?? null;
    const id = upTo !== null ? `up_to_${upTo}` : below === null ? "any_income" : `over_${below}`;
    const before = rules.incomeBands.find((band) => band.id === id);
    const limit = upTo === null ? null : satang(upTo);
    return {
      id,
      incomeUpToSatang: saying(before?.incomeUpToSatang, limit, since, source),
      monthlyTopUp: saying(before?.monthlyTopUp, monthly, since, source),
      ...earlierAmounts(before, monthly, rules.inForceFrom, terms.yesCountsFrom),
      reasons: {
        ...(before?.reasons ?? {
          income: id === "any_income" ? "ANY_INCOME" : `INCOME_${id}`.toUpperCase(),
        }),
        topUp: `MONTHLY_${monthly}`,
      },
    };
  });
}

/** Months before a changed amount keep theirs, where the set counts a yes of before. */
function earlierAmounts(
  before: IncomeBand | undefined,
  monthly: number,
  since: IsoDate,
  yesCountsFrom: IsoDate,
): Pick<IncomeBand, "earlier"> {
  const kept = before?.earlier ?? [];
  const changes = before && before.monthlyTopUp.value !== monthly && yesCountsFrom < since;
  const { value, ...cited } = before?.monthlyTopUp ?? { value: monthly };
  if (!changes || !("source" in cited)) return kept.length > 0 ? { earlier: kept } : {};
  const until = addMonths(monthOf(since), -1);
  return { earlier: [...kept, { ...cited, value: { until, monthly: value } }] };
}

/** A project that is open to all bands stays so; one that was limited keeps those of its bands that there still are. */
function projectsOf(rules: RuleSet, incomeBands: readonly IncomeBand[]): RuleSet["projects"] {
  const bands = incomeBands.map(({ id }) => id);
  const before = rules.incomeBands.map(({ id }) => id);
  if (same(bands, before)) return rules.projects;
  return Object.fromEntries(
    Object.entries(rules.projects).map(([code, project]) => {
      const all = before.every((band) => project.bands.includes(band));
      const open = all ? bands : project.bands.filter((band) => bands.includes(band));
      return [code, { ...project, bands: open }];
    }),
  );
}

/** A round that stays keeps its code; a new one is named by its year and month. */
function roundsOf({ rules, terms }: Change): FollowUpRound[] {
  return terms.rounds.map(({ from, until }) => {
    const known = rules.followUpRounds.value.find(
      (round) => round.from === from && round.until === until,
    );
    return known ?? { id: `r${monthOf(from).replace("-", "_")}`, from, until };
  });
}

/** The id of one list more of a set. It carries the version, so that no other set gives it. */
export function newList(version: string, oneOffs: Terms["oneOffs"]): string {
  const lists = oneOffs.map(({ list }) => list);
  const named = (number: number) => `once_${version.replaceAll("-", "_")}_${number}`;
  const free = lists.findIndex((_, at) => !lists.includes(named(at + 1)));
  return named(free < 0 ? lists.length + 1 : free + 1);
}

function oneOffsOf({ rules, terms, source, since }: Change): Pick<RuleSet, "oneOffs"> {
  if (terms.oneOffs.length === 0) return {};
  const before = (given: OneOff) => rules.oneOffs?.find(({ value }) => value.list === given.list);
  return {
    oneOffs: terms.oneOffs.map((one) => {
      const given = { ...one, reason: `ONCE_${one.list}`.toUpperCase() };
      return saying(before(given), given, since, source);
    }),
  };
}

/** Each reason that the terms bring rests on what its value rests on. */
function reasonsOf({ rules }: Change, made: RuleSet): Record<string, Source> {
  return {
    ...Object.fromEntries(newReasons(made).filter(([code]) => !Object.hasOwn(rules.reasons, code))),
    ...Object.fromEntries(changedReasons(rules, made)),
  };
}

type SourceOfReason = readonly [ReasonCode, Source];

function newReasons({ incomeBands, topUp, mustReach, oneOffs = [], ...made }: RuleSet) {
  const { retroactive } = topUp;
  const ages = mustReach.ageUpTo.source;
  const named: SourceOfReason[] = [
    ...incomeBands.flatMap(({ reasons, incomeUpToSatang, monthlyTopUp }): SourceOfReason[] => [
      [reasons.income, incomeUpToSatang.source],
      [reasons.topUp, monthlyTopUp.source],
    ]),
    [made.overCeiling, made.incomeCeilingSatang.source],
    [mustReach.ages.upTo.reason, ages],
    [mustReach.ages.over.reason, ages],
    ...oneOffs.map(({ value, source }): SourceOfReason => [value.reason, source]),
  ];
  if (retroactive) named.push([retroactive.value.reason, retroactive.source]);
  return named;
}

/** The general reasons of values that the letter changes: from then on they rest on it. */
function changedReasons(before: RuleSet, { topUp, mustReach, walkIn }: RuleSet): SourceOfReason[] {
  const rest: [readonly ReasonCode[], Cited<unknown>, Cited<unknown>][] = [
    [["UNTIL_LAST_MONTH", "SCHEME_ENDED"], before.topUp.lastMonth, topUp.lastMonth],
    [["FROM_NEXT_MONTH"], before.topUp.monthsToFirst, topUp.monthsToFirst],
    [["FROM_NEXT_MONTH"], before.topUp.cutOffDay, topUp.cutOffDay],
    [
      ["BEFORE_WINDOW", "YES_BEFORE_WINDOW_IGNORED"],
      before.topUp.yesCountsFrom,
      topUp.yesCountsFrom,
    ],
    [["WALK_IN_DONE"], before.walkIn, walkIn],
    [["AGE_COUNTED", "AGE_UNKNOWN"], before.mustReach.ageOn, mustReach.ageOn],
    [["MUST_REACH"], before.mustReach.incomeUpToSatang, mustReach.incomeUpToSatang],
    [["MUST_REACH"], before.mustReach.ageUpTo, mustReach.ageUpTo],
  ];
  return rest.flatMap(([codes, old, now]) =>
    old === now ? [] : codes.map((code): SourceOfReason => [code, now.source]),
  );
}
