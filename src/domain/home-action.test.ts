import { expect, test } from "vitest";
import type { HomeFacts } from "@/domain/headline";
import { type HomeAction, homeAction } from "@/domain/home-action";
import { type Role, roles } from "@/domain/policy";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { seasonOf } from "@/domain/season";

const [rules] = ruleSetsOfCode;

/** The demo's four months as a home page knows them. */
const months = {
  february: "2018-02-26",
  march: "2018-03-14",
  june: "2018-06-15",
  september: "2018-09-14",
} as const;
type Month = keyof typeof months;

function factsOf(month: Month, more: Partial<HomeFacts>): HomeFacts {
  const day = months[month];
  const season = seasonOf(day, rules.homeVisits.value);
  return {
    officers: 61,
    demo: true,
    deskOpen: month === "february",
    deskOver: day > rules.walkIn.value.until,
    answersWaiting: { count: 3 },
    interviewsLeft: { count: 40, of: 90 },
    withoutOfficer: { count: 12 },
    season,
    round: season === "over" ? { count: 5, round: "รอบเดือนกันยายน" } : undefined,
    ...more,
  };
}

const district = { officersNeeded: 7, officers: 5, officersMissing: 2, districtsShort: null };
const province = { officersNeeded: 29, officers: 28, officersMissing: 4, districtsShort: 2 };
const staffOf: Partial<Record<Role, HomeFacts["staff"]>> = {
  district_chief: district,
  district_secretary: district,
  governor: province,
  provincial_officer: province,
};

/** Of every role in every month: the same sentence asks for the same, and nobody for what the month is not about. */
const expected: Record<Role, Record<Month, HomeAction | null>> = {
  receiving_officer: {
    february: "openDesk",
    march: "keyPapers",
    june: "keyPapers",
    september: "keyPapers",
  },
  district_chief: {
    february: "seePlan",
    march: "seePlan",
    june: "followUp",
    september: "followUp",
  },
  district_secretary: {
    february: "seePlan",
    march: "seePlan",
    june: "followUp",
    september: "followUp",
  },
  governor: { february: "seeStaff", march: "seeStaff", june: "followUp", september: "followUp" },
  provincial_officer: {
    february: "seeStaff",
    march: "seeStaff",
    june: "followUp",
    september: "followUp",
  },
  agency_officer: {
    february: "answerReferrals",
    march: "answerReferrals",
    june: "answerReferrals",
    september: "answerReferrals",
  },
  administrator: {
    february: "advanceClock",
    march: "advanceClock",
    june: "advanceClock",
    september: "advanceClock",
  },
  // Until something is published there is nothing to see.
  national_reader: { february: null, march: null, june: null, september: null },
  account_officer: { february: null, march: null, june: null, september: null },
  link_bearer: { february: null, march: null, june: null, september: null },
};

const cases = roles.flatMap((role) =>
  (Object.keys(months) as Month[]).map((month) => ({
    role,
    month,
    action: expected[role][month],
  })),
);

test.each(cases)("$role is offered $action first in $month", ({ role, month, action }) => {
  expect(homeAction(role, factsOf(month, { staff: staffOf[role] }))).toBe(action);
});

test.each<[Role, Partial<HomeFacts>, HomeAction | null]>([
  ["district_chief", {}, "assign"],
  ["district_chief", { withoutOfficer: { count: 0 } }, "supervise"],
  ["governor", {}, "seeProvince"],
  ["provincial_officer", { interviewsLeft: { count: 0, of: 0 } }, "importList"],
  ["governor", { interviewsLeft: { count: 0, of: 0 } }, null],
  ["agency_officer", { answersWaiting: { count: 0 } }, null],
  ["administrator", { demo: false }, null],
  ["national_reader", { published: { count: 1, of: 77, on: "2018-03-14" } }, "seeNation"],
])("%s with %j is offered %s", (role, facts, action) => {
  expect(homeAction(role, factsOf("march", facts))).toBe(action);
});
