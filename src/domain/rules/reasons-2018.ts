import type { Source } from "@/domain/rules/rule-set";

/** What every reason of the set of 2561 rests on. */
export const reasons2018 = {
  INCOME_UP_TO_30000: { citation: "letter.low_income" },
  INCOME_EXACTLY_30000: { interpretation: 2 },
  INCOME_OVER_30000: { citation: "letter.high_income" },
  INCOME_OVER_100000: { interpretation: 9 },

  YES_GIVEN: { citation: "letter.yes" },
  NO_YES: { citation: "letter.yes" },
  EARLIEST_YES: { interpretation: 1 },
  YES_BEFORE_WINDOW_IGNORED: { interpretation: 4 },
  BEFORE_WINDOW: { interpretation: 4 },
  YES_AFTER_WALK_IN: { interpretation: 4 },
  FROM_NEXT_MONTH: { citation: "letter.first_month" },
  UNTIL_LAST_MONTH: { citation: "letter.last_month" },
  MONTHLY_200: { citation: "letter.low_amount" },
  MONTHLY_100: { citation: "letter.high_amount" },
  SCHEME_ENDED: { citation: "letter.last_month" },

  AGE_UP_TO_60: { citation: "visit.age" },
  AGE_OVER_60: { citation: "visit.age" },
  AGE_COUNTED: { interpretation: 3 },
  AGE_UNKNOWN: { interpretation: 3 },
  MUST_REACH: { citation: "visit.must_reach" },
  MANDATORY_VISIT: { citation: "visit.did_not_come" },
  WALK_IN_DONE: { citation: "walk_in.window" },
  WALK_IN_BY_INTERVIEW: { interpretation: 15 },
  VOLUNTARY: { citation: "letter.voluntary" },

  CO_INTERVIEW: { citation: "roles.co_interview" },
  AO_AGENCY_UNKNOWN: { interpretation: 7 },
  AO_FROM_BANK: { interpretation: 7 },
  AO_NOT_FROM_BANK: { interpretation: 7 },
  CO_INTERVIEWER_BAAC: { interpretation: 7 },
  CO_INTERVIEWER_GSB: { interpretation: 7 },

  MENU_FARMER: { citation: "menu.farmer" },
  MENU_EMPLOYED: { citation: "menu.employed" },
  MENU_SELF_EMPLOYED: { citation: "menu.self_employed" },
  MENU_CATEGORIES: { interpretation: 5 },
  MENU_NOT_WORKING: { interpretation: 5 },
  MENU_DIMENSION_4: { citation: "letter.dimension_4" },
  MENU_DIMENSION_4_FOR_ALL: { interpretation: 5 },
  NO_TARGET_GROUP: { interpretation: 5 },
} as const satisfies Record<string, Source>;
