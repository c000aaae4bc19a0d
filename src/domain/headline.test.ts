import { describe, expect, test } from "vitest";
import { areaHeadline, type HomeFacts, homeHeadline } from "@/domain/headline";
import { type Role, roles } from "@/domain/policy";

const nothing: HomeFacts = { officers: null, deskOpen: false };
const said = (role: Role, facts: Partial<HomeFacts>) =>
  homeHeadline(role, { ...nothing, ...facts });

describe("the first sentence of a home page", () => {
  test.each<[Role, Partial<HomeFacts>, ReturnType<typeof homeHeadline>]>([
    ["administrator", { officers: 61 }, { says: "officers", count: 61 }],
    ["receiving_officer", {}, { says: "desk_closed" }],
    ["receiving_officer", { deskOpen: true }, { says: "recorded_today", count: 0 }],
    [
      "receiving_officer",
      { deskOpen: true, recordedToday: { count: 28 } },
      { says: "recorded_today", count: 28 },
    ],
    ["agency_officer", {}, { says: "nothing_to_answer" }],
    [
      "agency_officer",
      { answersWaiting: { count: 3 }, answersLate: { count: 2 } },
      { says: "answers_waiting", count: 5 },
    ],
    ["account_officer", {}, { says: "no_caseload" }],
    ["account_officer", { interviewed: { count: 0, of: 0 } }, { says: "no_caseload" }],
    ["account_officer", { interviewed: { count: 4, of: 9 } }, { says: "to_interview", count: 5 }],
    ["account_officer", { interviewed: { count: 9, of: 9 } }, { says: "all_interviewed" }],
    [
      "district_chief",
      { toMeet: { count: 7, of: 9 } },
      { says: "to_meet", area: "district", count: 7 },
    ],
    ["district_secretary", { toMeet: { count: 0, of: 9 } }, { says: "all_met", area: "district" }],
    ["governor", {}, { says: "empty_register", area: "province" }],
    [
      "provincial_officer",
      { toMeet: { count: 0, of: 0 } },
      { says: "empty_register", area: "province" },
    ],
  ])("of %s with %j", (role, facts, headline) => {
    expect(said(role, facts)).toEqual(headline);
  });

  test("is there for every role that signs in, also where nothing exists yet", () => {
    for (const role of roles) expect(said(role, {})).not.toBeNull();
    expect(said("link_bearer", {})).toBeNull();
  });
});

test.each([
  [0, "done", "nobody"],
  [0, "not_begun", "nobody"],
  [9, "done", "done"],
  [9, "over", "over"],
  [9, "behind", "left"],
  [9, "on_plan", "left"],
  [9, "not_begun", "left"],
] as const)("a page of %i counters whose pace is %s says: %s", (listed, verdict, says) => {
  expect(areaHeadline(listed, { verdict })).toBe(says);
});
