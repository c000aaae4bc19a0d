import { occupations2018, skills2018 } from "@/domain/rules/codes-2018";
import {
  categories2018,
  causes2018,
  employedMenu,
  farmerMenu,
  selfEmployedMenu,
} from "@/domain/rules/menus-2018";
import { projects2018 } from "@/domain/rules/projects-2018";
import { reasons2018 } from "@/domain/rules/reasons-2018";
import type { Cited, RuleSet, Source } from "@/domain/rules/rule-set";
import { words2018 } from "@/domain/rules/words-2018";

const start = "2018-02-01";

function cited<Value>(value: Value, source: Source): Cited<Value> {
  return { value, since: start, source };
}

/** The rules of the round of 2561, by the cabinet's resolution of 9 January 2561. */
export const rules2018: RuleSet = {
  version: "2018-01-09",
  inForceFrom: start,
  source: { citation: "letter.cabinet" },
  // Section 3 of the letter says "below" 30,000; every other place says "not more than" (no. 2).
  incomeBands: [
    {
      id: "up_to_30000",
      incomeUpToSatang: cited(3_000_000, { citation: "letter.low_income" }),
      monthlyTopUp: cited(200, { citation: "letter.low_amount" }),
      reasons: {
        income: "INCOME_UP_TO_30000",
        exactly: "INCOME_EXACTLY_30000",
        topUp: "MONTHLY_200",
      },
    },
    {
      id: "over_30000",
      incomeUpToSatang: cited(null, { citation: "letter.high_income" }),
      monthlyTopUp: cited(100, { citation: "letter.high_amount" }),
      reasons: { income: "INCOME_OVER_30000", topUp: "MONTHLY_100" },
    },
  ],
  incomeCeilingSatang: cited(10_000_000, { interpretation: 9 }),
  overCeiling: "INCOME_OVER_100000",
  topUp: {
    trigger: cited("earliest", { interpretation: 1 }),
    yesCountsFrom: cited("2018-02-01", { interpretation: 4 }),
    cutOffDay: cited(null, { citation: "letter.first_month" }),
    monthsToFirst: cited(1, { citation: "letter.first_month" }),
    lastMonth: cited("2018-12", { citation: "letter.last_month" }),
  },
  mustReach: {
    incomeUpToSatang: cited(3_000_000, { citation: "visit.income" }),
    ageUpTo: cited(60, { citation: "visit.age" }),
    ageOn: cited("2018-02-01", { interpretation: 3 }),
    ages: {
      upTo: { id: "up_to_60", reason: "AGE_UP_TO_60" },
      over: { id: "over_60", reason: "AGE_OVER_60" },
    },
  },
  walkIn: cited({ from: "2018-02-01", until: "2018-02-28" }, { citation: "walk_in.window" }),
  homeVisits: cited({ from: "2018-03-01", until: "2018-04-30" }, { citation: "visit.window" }),
  fieldworkHolidays: cited(["2018-03-01", "2018-04-06", "2018-04-12", "2018-04-13", "2018-04-16"], {
    interpretation: 16,
  }),
  followUpRounds: cited(
    [
      { id: "june", from: "2018-06-01", until: "2018-06-30" },
      { id: "september", from: "2018-09-01", until: "2018-09-30" },
    ],
    { citation: "roles.follow_up_rounds" },
  ),
  coInterview: cited(
    {
      banks: ["BAAC", "GSB"],
      proposedFor: {
        farmer: "BAAC",
        employed: "GSB",
        self_employed: "GSB",
        not_working: "GSB",
        unknown: "GSB",
      },
    },
    { interpretation: 7 },
  ),
  projects: projects2018,
  projectsAnnounced: cited(34, { interpretation: 6 }),
  categories: categories2018,
  menus: {
    farmer: farmerMenu,
    employed: employedMenu,
    self_employed: selfEmployedMenu,
    not_working: [],
  },
  menuReasons: {
    farmer: ["MENU_FARMER", "MENU_CATEGORIES"],
    employed: ["MENU_EMPLOYED", "MENU_CATEGORIES"],
    self_employed: ["MENU_SELF_EMPLOYED", "MENU_CATEGORIES"],
    not_working: ["MENU_NOT_WORKING"],
  },
  everyGroup: cited(["GHB-01", "SLF-01", "NSF-01"], { interpretation: 5 }),
  everyGroupReasons: ["MENU_DIMENSION_4", "MENU_DIMENSION_4_FOR_ALL"],
  causes: causes2018,
  occupations: cited(occupations2018, { interpretation: 17 }),
  skills: cited(skills2018, { interpretation: 17 }),
  reasons: reasons2018,
  words: words2018,
};
