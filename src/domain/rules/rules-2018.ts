import { employedMenu, farmerMenu, selfEmployedMenu } from "@/domain/rules/menus-2018";
import { projects2018 } from "@/domain/rules/projects-2018";
import type { Cited, RuleSet, Source } from "@/domain/rules/rule-set";

const start = "2018-02-01";

function cited<Value>(value: Value, source: Source): Cited<Value> {
  return { value, since: start, source };
}

/** The rules of the round of 2561, by the cabinet's resolution of 9 January 2561. */
export const rules2018: RuleSet = {
  version: "2018-01-09",
  inForceFrom: start,
  source: "letter.cabinet",
  // Section 3 of the letter says "below" 30,000; every other place says "not more than" (no. 2).
  incomeBands: [
    {
      id: "up_to_30000",
      incomeUpToSatang: cited(3_000_000, { citation: "letter.low_income" }),
      monthlyTopUp: cited(200, { citation: "letter.low_amount" }),
    },
    {
      id: "over_30000",
      incomeUpToSatang: cited(null, { citation: "letter.high_income" }),
      monthlyTopUp: cited(100, { citation: "letter.high_amount" }),
    },
  ],
  incomeCeilingSatang: cited(10_000_000, { interpretation: 9 }),
  topUp: {
    trigger: cited("earliest", { interpretation: 1 }),
    yesCountsFrom: cited("2018-02-01", { interpretation: 4 }),
    monthsToFirst: cited(1, { citation: "letter.first_month" }),
    lastMonth: cited("2018-12", { citation: "letter.last_month" }),
  },
  mustReach: {
    incomeUpToSatang: cited(3_000_000, { citation: "visit.income" }),
    ageUpTo: cited(60, { citation: "visit.age" }),
    ageOn: cited("2018-02-01", { interpretation: 3 }),
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
  menus: {
    farmer: farmerMenu,
    employed: employedMenu,
    self_employed: selfEmployedMenu,
    not_working: [],
  },
  everyGroup: cited(["GHB-01", "SLF-01", "NSF-01"], { interpretation: 5 }),
};
