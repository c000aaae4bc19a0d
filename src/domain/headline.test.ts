import { describe, expect, test } from "vitest";
import {
  areaHeadline,
  assignHeadline,
  followUpHeadline,
  type HomeFacts,
  homeHeadline,
  neverInterviewed,
  ordersHeadline,
  planHeadline,
  referralHeadline,
  reportsHeadline,
} from "@/domain/headline";
import type { PlanResult } from "@/domain/outreach-plan";
import { type Role, roles } from "@/domain/policy";

const nothing: HomeFacts = { officers: null, deskOpen: false, deskOver: false, season: "open" };
const said = (role: Role, facts: Partial<HomeFacts>) =>
  homeHeadline(role, { ...nothing, ...facts });
const seven = { officersNeeded: 7, officers: 5, officersMissing: 2, districtsShort: null };
const enough = { officersNeeded: 5, officers: 5, officersMissing: 0, districtsShort: null };
/** One district has three too many, two others lack four. */
const uneven = { officersNeeded: 29, officers: 28, officersMissing: 4, districtsShort: 2 };
const june = { count: 135, round: "รอบเดือนมิถุนายน" };

test("after the visits whom nobody interviewed is said second, unless it is said first", () => {
  const facts: HomeFacts = { ...nothing, season: "over", interviewsLeft: { count: 7, of: 200 } };
  const second = (given: HomeFacts) =>
    neverInterviewed(homeHeadline("district_chief", given), given);
  expect(second({ ...facts, round: june })).toBe(7);
  expect(second({ ...facts, round: june, interviewsLeft: { count: 0, of: 200 } })).toBe(0);
  expect(second(facts)).toBe(0);
  expect(second({ ...facts, season: "open", round: june })).toBe(0);
});

describe("the first sentence of a home page", () => {
  test.each<[Role, Partial<HomeFacts>, ReturnType<typeof homeHeadline>]>([
    ["administrator", { officers: 61 }, { says: "officers", count: 61 }],
    ["national_reader", {}, { says: "nothing_published" }],
    [
      "national_reader",
      { published: { count: 1, of: 77, on: "2018-02-26" } },
      { says: "published", count: 1, of: 77, on: "2018-02-26" },
    ],
    ["receiving_officer", {}, { says: "desk_closed" }],
    ["receiving_officer", { deskOver: true }, { says: "desk_over" }],
    ["receiving_officer", { deskOpen: true }, { says: "recorded_today", count: 0, own: 0 }],
    [
      "receiving_officer",
      { deskOpen: true, recordedToday: { count: 53 }, recordedOwn: { count: 28 } },
      { says: "recorded_today", count: 53, own: 28 },
    ],
    ["agency_officer", {}, { says: "nothing_to_answer" }],
    // The card has those that are late as well: the sentence never says another number.
    [
      "agency_officer",
      { answersWaiting: { count: 13, people: 9 }, answersLate: { count: 13 } },
      { says: "answers_waiting", count: 13, people: 9 },
    ],
    ["account_officer", {}, { says: "no_caseload" }],
    ["account_officer", { interviewsLeft: { count: 0, of: 0 } }, { says: "no_caseload" }],
    [
      "account_officer",
      { interviewsLeft: { count: 5, of: 9 } },
      { says: "to_interview", area: null, count: 5 },
    ],
    [
      "account_officer",
      { interviewsLeft: { count: 0, of: 9 } },
      { says: "all_interviewed", area: null },
    ],
    [
      "account_officer",
      { interviewsLeft: { count: 5, of: 9 }, season: "over", round: { ...june, count: 3 } },
      { says: "to_follow_up", area: null, ...june, count: 3 },
    ],
    [
      "account_officer",
      { interviewsLeft: { count: 5, of: 9 }, season: "over", round: { ...june, count: 0 } },
      { says: "not_interviewed", area: null, count: 5 },
    ],
    [
      "district_chief",
      { interviewsLeft: { count: 7, of: 9 }, staff: enough },
      { says: "to_interview", area: "district", count: 7 },
    ],
    [
      "district_chief",
      { interviewsLeft: { count: 1383, of: 1453 }, staff: seven },
      { says: "officers_missing", area: "district", needed: 7, officers: 5, missing: 2 },
    ],
    [
      "governor",
      { interviewsLeft: { count: 5000, of: 5273 }, staff: uneven },
      { says: "districts_short", area: "province", missing: 4, districts: 2 },
    ],
    [
      "district_chief",
      { interviewsLeft: { count: 7, of: 9 }, staff: seven, season: "over", round: june },
      { says: "to_follow_up", area: "district", ...june },
    ],
    [
      "district_secretary",
      { interviewsLeft: { count: 0, of: 9 } },
      { says: "all_interviewed", area: "district" },
    ],
    ["governor", {}, { says: "empty_register", area: "province" }],
    [
      "provincial_officer",
      { interviewsLeft: { count: 0, of: 0 } },
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
  [{ listed: 0, left: 0 }, { says: "nobody" }],
  [{ listed: 9, left: 0 }, { says: "done" }],
  [
    { listed: 9, left: 4 },
    { says: "left", left: 4 },
  ],
  [
    { listed: 9, left: 4, staff: seven },
    { says: "officers_missing", needed: 7, officers: 5, missing: 2, left: 4 },
  ],
  [
    { listed: 9, left: 4, staff: uneven },
    { says: "districts_short", missing: 4, districts: 2, left: 4 },
  ],
  [
    { listed: 9, left: 4, staff: seven, season: "over" as const },
    { says: "over", left: 4 },
  ],
  [
    { listed: 9, left: 4, season: "over" as const, round: june },
    { says: "follow_up", left: 4, ...june },
  ],
  [
    { listed: 9, left: 0, season: "over" as const, round: { ...june, count: 0 } },
    { says: "done", left: 0 },
  ],
])("a page of %j says %j", (facts, says) => {
  const usual = { season: "open" as const, staff: enough, round: null };
  expect(areaHeadline({ ...usual, ...facts })).toEqual(says);
});

describe("the plan", () => {
  const plan = (result: Partial<PlanResult>) =>
    planHeadline(
      9,
      { left: 1383, awaited: 1836 },
      {
        ...enough,
        placeDays: 6,
        perPlaceDay: 306,
        placeDaysMissing: 0,
        fieldDays: 38,
        perFieldDay: 37,
        ...result,
      },
    );

  test("says what it lacks: officers before days at a place, as home and district do", () => {
    expect(plan({})).toEqual({ says: "enough", needed: 5, officers: 5 });
    expect(plan(seven)).toMatchObject({ says: "officers_missing", missing: 2 });
    expect(plan({ placeDaysMissing: 25 })).toEqual({
      says: "place_days_missing",
      missing: 25,
      awaited: 1836,
    });
    // The demo's February: days at a place are shorter still, and the sentence is that of the pages before the plan.
    const { left: _, ...onPage } = areaHeadline({
      listed: 9,
      left: 1383,
      season: "open",
      staff: seven,
      round: null,
    }) as { left: number };
    expect(plan({ ...seven, placeDaysMissing: 25 })).toEqual(onPage);
    expect(plan({ ...seven, placeDaysMissing: null }).says).toBe("officers_missing");
    expect(plan({ officersNeeded: null, officersMissing: null })).toEqual({
      says: "never",
      left: 1383,
    });
  });
});

describe("lists", () => {
  const late = { unsent: 16, unanswered: 13, running: 2, waiting: 5 };
  const none = { unsent: 0, unanswered: 0, running: 0, waiting: 0 };
  const counts = { draft: 4, awaited: 13 };

  test.each(["agency_officer", "account_officer", "district_chief", "governor"] as const)(
    "of referrals says to a %s first what is late, the waiting list apart from what runs",
    (role) => {
      expect(referralHeadline(role, { ...counts, late }, 9)).toEqual({
        says: "late",
        count: 36,
        people: 9,
        ...late,
      });
    },
  );

  test("of referrals of which nothing is late", () => {
    const says = (role: Parameters<typeof referralHeadline>[0], given = counts) =>
      referralHeadline(role, { ...given, late: none }, 9);
    expect(says("agency_officer")).toEqual({ says: "awaited", count: 13, people: 9 });
    expect(says("agency_officer", { ...counts, awaited: 0 }).says).toBe("nothing_awaited");
    expect(says("account_officer")).toEqual({ says: "to_send", count: 4, people: 9 });
    expect(says("account_officer", { ...counts, draft: 0 }).says).toBe("all_sent");
    expect(says("district_chief").says).toBe("none_late");
  });

  test("of follow-ups", () => {
    type Facts = Parameters<typeof followUpHeadline>[0];
    const facts: Facts = { people: 9, first: "2018-06-01", round: { open: 5, daysLeft: 3 } };
    const of = (changed: Partial<Facts>) => followUpHeadline({ ...facts, ...changed }).says;
    expect(of({})).toBe("open");
    expect(of({ people: 0 })).toBe("none");
    expect(of({ round: { open: 5, daysLeft: 0 } })).toBe("last_day");
    expect(of({ round: { open: 5, daysLeft: null } })).toBe("closed");
    expect(of({ round: { open: 0, daysLeft: null } })).toBe("done");
    expect(followUpHeadline({ ...facts, round: null })).toEqual({
      says: "before",
      people: 9,
      from: "2018-06-01",
    });
  });

  test("of reports: a returned one is no report", () => {
    const none = { expected: 8, missing: [1, 2], own: [] };
    expect(reportsHeadline(none, "2018-06")).toEqual({ says: "missing", count: 2, all: 8 });
    expect(reportsHeadline({ ...none, missing: [] }, "2018-06").says).toBe("all_received");
    const own = { period: "2018-06", status: "submitted" as const };
    const alone = { expected: 0, missing: [], own: [own] };
    expect(reportsHeadline(alone, "2018-06").says).toBe("own_sent");
    expect(reportsHeadline(alone, "2018-05").says).toBe("own_missing");
    const draft = { ...alone, own: [{ ...own, status: "draft" as const }] };
    expect(reportsHeadline(draft, "2018-06").says).toBe("own_missing");
    const returned = { ...alone, own: [{ ...own, status: "returned" as const }] };
    expect(reportsHeadline(returned, "2018-06").says).toBe("own_missing");
  });

  test("of those who wait for an account officer, and of orders", () => {
    const areas = [{ people: 3 }, { people: 4 }];
    expect(assignHeadline(areas, "open")).toEqual({ says: "waiting", people: 7, areas: 2 });
    expect(assignHeadline(areas, "over").says).toBe("was_waiting");
    expect(assignHeadline([], "open").says).toBe("done");
    const order = { number: "12/2561", kind: "acting" } as const;
    expect(ordersHeadline(true, [order])).toEqual({ says: "acting", count: 1 });
    expect(ordersHeadline(true, []).says).toBe("nobody_acts");
    expect(ordersHeadline(false, [order])).toEqual({ says: "own_acting", number: "12/2561" });
    expect(ordersHeadline(false, []).says).toBe("own_none");
  });
});
