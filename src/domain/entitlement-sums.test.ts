import { rules2019 } from "@tests/builders/rules-2019";
import { expect, it, test } from "vitest";
import type { TallyRow } from "@/domain/dashboard";
import {
  type EntitlementRow,
  entitlementOfPerson,
  entitlementsOf,
  forecastOf,
  monthShown,
  sumChoices,
  sumEntitlements,
} from "@/domain/entitlement-sums";
import type { RuleSet } from "@/domain/rules/rule-set";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";

const [rules] = ruleSetsOfCode;

const row = (over: Partial<EntitlementRow>): EntitlementRow => ({
  districtCode: "5401",
  incomeBand: "up_to_30000",
  yesMonth: "2018-02",
  rate: 200,
  people: 0,
  inMonth: 0,
  personMonths: 0,
  ...over,
});

const people = (over: Partial<TallyRow>): TallyRow => ({
  districtCode: "5401",
  hasOfficer: true,
  ageClass: "up_to_60",
  incomeBand: "up_to_30000",
  mustReach: true,
  state: "assigned",
  latestAnswer: "none",
  interviewed: false,
  saidYes: false,
  people: 1,
  ...over,
});

/** The programme's 11,469,184 people as docs/programme.md has them. */
const low = { mustReach: 5_272_881, others: 3_075_811 };
const high = 3_120_492;

it("of the whole programme in February is 1,981,787,600 baht a month, to December 19,817,876,000", () => {
  const sums = sumEntitlements(rules, [
    row({ people: low.mustReach + low.others, inMonth: 8_348_692, personMonths: 83_486_920 }),
    row({
      incomeBand: "over_30000",
      rate: 100,
      people: high,
      inMonth: high,
      personMonths: 31_204_920,
    }),
  ]);
  expect(sums).toEqual({
    people: 11_469_184,
    rates: [
      { rate: 200, people: 8_348_692 },
      { rate: 100, people: 3_120_492 },
    ],
    monthBaht: 1_981_787_600,
    totalBaht: 19_817_876_000,
  });
});

it("would be the same if everybody said yes in February; those who must be reached, in April: 8,436,609,600", () => {
  const nation = [
    people({ people: low.mustReach }),
    people({ people: low.others, mustReach: false, ageClass: "over_60" }),
    people({ people: high, mustReach: false, incomeBand: "over_30000" }),
  ];
  expect(forecastOf(rules, "2018-02-01", nation)?.all).toEqual({
    people: 11_469_184,
    baht: 19_817_876_000,
  });
  expect(forecastOf(rules, "2018-04-30", nation)?.mustReach).toEqual({
    people: 5_272_881,
    baht: 8_436_609_600,
  });
});

test.each([
  ["2018-02-26", "2018-02-28", 10, 1, 300],
  ["2018-02-28", "2018-02-28", 10, 1, 300],
  ["2018-03-01", "2018-03-31", 9, 1, 300],
  ["2018-11-30", "2018-11-30", 1, 1, 300],
])(
  "on %s a yes until %s brings %d months; a day later costs %d month a person",
  (today, until, months, lostMonths, lostBaht) => {
    const two = [people({}), people({ incomeBand: "over_30000", mustReach: false })];
    expect(forecastOf(rules, today, two)).toMatchObject({ until, months, lostMonths, lostBaht });
  },
);

test.each(["2018-01-31", "2018-12-01", "2019-02-01"])(
  "on %s no yes brings a month: nothing is forecast",
  (today) => {
    expect(forecastOf(rules, today, [people({})])).toBeNull();
  },
);

it("looks to the cut-off day where a set has one", () => {
  const set: RuleSet = rules2019;
  const forecast = forecastOf(set, "2019-02-20", [people({ incomeBand: set.incomeBands[0].id })]);
  expect(forecast).toMatchObject({ until: "2019-02-26", lostMonths: 1 });
});

it("counts of those who have not said yes also who answered no, and neither the dead nor whose card is cancelled", () => {
  const forecast = forecastOf(rules, "2018-02-26", [
    people({ people: 10 }),
    people({ people: 3, latestAnswer: "no", state: "declined" }),
    people({ people: 5, latestAnswer: "no", state: "declined", saidYes: true }),
    people({ people: 7, state: "deceased" }),
    people({ people: 2, state: "card_cancelled" }),
    people({ people: 1, state: "moved_away" }),
  ]);
  expect(forecast).toMatchObject({
    all: { people: 14, baht: 14 * 2000 },
    declined: 3,
    unanswered: 11,
  });
});

test.each([
  ["2018-01-15", "2018-03"],
  ["2018-02-26", "2018-03"],
  ["2018-06-15", "2018-06"],
  ["2019-01-10", "2018-12"],
])("on %s pages show the sum of %s", (today, month) => {
  expect(monthShown(rules, today)).toBe(month);
  expect(entitlementsOf(rules, today, [], []).month).toBe(month);
});

it("of one person is the amount of the last month, and the sum of all months whatever their amounts", () => {
  const [low, high] = [20_000n, 10_000n];
  expect(
    entitlementOfPerson([
      { firstMonth: "2018-03-01", lastMonth: "2018-06-01", satangAMonth: high },
      { firstMonth: "2018-07-01", lastMonth: "2018-12-01", satangAMonth: low },
    ]),
  ).toEqual({ rate: 200, from: "2018-03", until: "2018-12", months: 10, totalBaht: 1600 });
  expect(entitlementOfPerson([])).toBeNull();
});

test.each([
  ["2018-01-20", []],
  ["2018-03-14", ["2018-02", "2018-03"]],
])("on %s a list may be narrowed by a yes of %j", (today, months) => {
  expect(sumChoices(rules, today)).toEqual({ rates: [200, 100], months });
});
