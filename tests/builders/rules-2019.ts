import type { Cited, RuleSet, Source } from "@/domain/rules/rule-set";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import type { RuleSets } from "@/domain/rules/sets";
import { words2019 } from "./words-2019";

const start = "2019-01-15";
const invented: Source = { interpretation: 1 };

function cited<Value>(value: Value): Cited<Value> {
  return { value, since: start, source: invented };
}

const [before] = ruleSetsOfCode;
const bands = ["up_to_40000", "over_40000"];
const offered = Object.entries(before.projects).map(([code, project]) => [
  code,
  { ...project, bands },
]);

/**
 * An invented set of 2562, to see that a year is data: other amounts, another line, cut-off day, last month, age and
 * window, other rounds, a project and a heading more. Its register is that of 2561.
 */
export const rules2019: RuleSet = {
  ...before,
  version: "2019-01-08",
  inForceFrom: start,
  incomeBands: [
    {
      id: "up_to_40000",
      incomeUpToSatang: cited(4_000_000),
      monthlyTopUp: cited(300),
      reasons: { income: "INCOME_UP_TO_40000", topUp: "MONTHLY_300" },
    },
    {
      id: "over_40000",
      incomeUpToSatang: cited(null),
      monthlyTopUp: cited(150),
      reasons: { income: "INCOME_OVER_40000", topUp: "MONTHLY_150" },
    },
  ],
  incomeCeilingSatang: cited(12_000_000),
  overCeiling: "INCOME_OVER_120000",
  topUp: {
    trigger: cited("earliest"),
    yesCountsFrom: cited(start),
    cutOffDay: cited(26),
    monthsToFirst: cited(1),
    lastMonth: cited("2019-09"),
  },
  mustReach: {
    incomeUpToSatang: cited(4_000_000),
    ageUpTo: cited(65),
    ageOn: cited("2019-01-01"),
    ages: {
      upTo: { id: "up_to_65", reason: "AGE_UP_TO_65" },
      over: { id: "over_65", reason: "AGE_OVER_65" },
    },
  },
  walkIn: cited({ from: start, until: "2019-01-31" }),
  homeVisits: cited({ from: "2019-02-01", until: "2019-03-31" }),
  fieldworkHolidays: cited(["2019-02-19"]),
  followUpRounds: cited([
    { id: "may", from: "2019-05-01", until: "2019-05-31" },
    { id: "july", from: "2019-07-01", until: "2019-07-31" },
    { id: "september", from: "2019-09-01", until: "2019-09-30" },
  ]),
  projects: {
    ...Object.fromEntries(offered),
    "DOE-09": {
      name: "ทุนประกอบอาชีพสำหรับบุตรหลานเกษตรกร",
      dimension: 2,
      dimensionSource: "inferred",
      agencies: ["DOE"],
      bands: ["up_to_40000"],
      conditions: ["outsideSocialSecurity"],
      callsPeopleUp: true,
      printed: ["menu.farmer.1"],
    },
  },
  categories: [...before.categories, "หาทุนให้"],
  menus: {
    ...before.menus,
    farmer: [
      ...before.menus.farmer,
      { project: "DOE-09", category: "หาทุนให้", confidence: "high", printed: "menu.farmer.1" },
    ],
  },
  reasons: {
    ...before.reasons,
    INCOME_UP_TO_40000: invented,
    INCOME_OVER_40000: invented,
    INCOME_OVER_120000: invented,
    MONTHLY_300: invented,
    MONTHLY_150: invented,
    AGE_UP_TO_65: invented,
    AGE_OVER_65: invented,
  },
  words: words2019,
};

/** The sets of the code with the invented one. */
export const twoRuleSets: RuleSets = [...ruleSetsOfCode, rules2019];
