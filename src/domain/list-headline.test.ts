import { describe, expect, test } from "vitest";
import {
  agencyTasksHeadline,
  announcementsHeadline,
  correctionsHeadline,
  deskHeadline,
  importHeadline,
  inquiriesHeadline,
  ministryHeadline,
  ownTasksHeadline,
  readinessHeadline,
  settingsHeadline,
  walkInHeadline,
} from "./list-headline";

test.each([
  [{ all: 0, overdue: 0, pending: 0, open: 0 }, { says: "none" }],
  [
    { all: 9, overdue: 1, pending: 2, open: 3 },
    { says: "overdue", count: 1 },
  ],
  [
    { all: 9, overdue: 0, pending: 2, open: 3 },
    { says: "pending", count: 2 },
  ],
  [
    { all: 9, overdue: 0, pending: 0, open: 3 },
    { says: "open", count: 3 },
  ],
  [{ all: 9, overdue: 0, pending: 0, open: 0 }, { says: "done" }],
])("tasks of the agencies %o: %o", (counts, headline) => {
  expect(agencyTasksHeadline(counts)).toEqual(headline);
});

test("tasks of one's own agency: what is overdue before what is open", () => {
  expect(ownTasksHeadline({ overdue: 1, open: 3 })).toEqual({ says: "overdue", count: 1 });
  expect(ownTasksHeadline({ overdue: 0, open: 3 })).toEqual({ says: "open", count: 3 });
  expect(ownTasksHeadline({ overdue: 0, open: 0 })).toEqual({ says: "none" });
});

test("readiness: once something is over, nobody is called ready", () => {
  const [ready, lacking] = [
    { now: [], past: [] },
    { now: ["plan"], past: [] },
  ];
  const over = { now: [], past: ["places"] };
  expect(readinessHeadline([ready, lacking])).toEqual({ says: "ready", count: 1, all: 2 });
  expect(readinessHeadline([ready, ready])).toEqual({ says: "all_ready", all: 2 });
  expect(readinessHeadline([over, lacking])).toEqual({ says: "lacking", count: 1, all: 2 });
  expect(readinessHeadline([over, ready])).toEqual({ says: "nothing_left", all: 2 });
});

test("settings: what waits before what is changed", () => {
  expect(settingsHeadline({ pending: 1, changed: 4 })).toEqual({ says: "pending", count: 1 });
  expect(settingsHeadline({ pending: 0, changed: 4 })).toEqual({ says: "changed", count: 4 });
  expect(settingsHeadline({ pending: 0, changed: 0 })).toEqual({ says: "usual" });
});

test("places and their officers: in the past once the window is over", () => {
  expect(walkInHeadline(3, false)).toEqual({ says: "there", count: 3 });
  expect(walkInHeadline(3, true)).toEqual({ says: "was_there", count: 3 });
  expect(walkInHeadline(0, false)).toEqual({ says: "none" });
  expect(walkInHeadline(0, true)).toEqual({ says: "was_none" });
});

test.each([
  ["2018-01-31", [], { says: "before", from: "2018-02-01" }],
  ["2018-02-01", [], { says: "not_open" }],
  ["2018-02-28", ["ศาลากลาง"], { says: "open", place: "ศาลากลาง" }],
  ["2018-02-28", ["ศาลากลาง", "วัด"], { says: "open_many", count: 2 }],
  ["2018-03-01", ["ศาลากลาง"], { says: "after" }],
] as const)("desks on %s at %j: %o", (today, places, headline) => {
  const desks = places.map((placeName) => ({ placeName }));
  const walkIn = { from: "2018-02-01", until: "2018-02-28" };
  expect(deskHeadline({ today, desks }, walkIn)).toEqual(headline);
});

test.each([
  [{ status: "done" }, { says: "done", saved: 80, rows: 100 }],
  [{ status: "undone" }, { says: "undone", batch: 7 }],
  [{ status: "discarded" }, { says: "discarded" }],
  [
    { status: "failed", begun: true },
    { says: "failed_run", rows: 40 },
  ],
  [{ status: "failed" }, { says: "failed_file" }],
  [{}, { says: "checked", rows: 100, good: 90 }],
  [{ saved: 0 }, { says: "checked", rows: 100, good: 90 }],
  [
    { saved: 0, rejected: 0 },
    { says: "nothing_new", rows: 100 },
  ],
])("an import %o: %o", (over, headline) => {
  const batch = { status: "checked", number: 7, begun: false, rows: 100, rejected: 10 };
  expect(importHeadline({ ...batch, saved: 80, merged: 40, ...over })).toEqual(headline);
});

test.each([
  [true, { pending: 1, issued: 4, unread: 2 }, { says: "pending", count: 1 }],
  [true, { pending: 0, issued: 4, unread: 2 }, { says: "unread", count: 2 }],
  [true, { pending: 0, issued: 4, unread: 0 }, { says: "all_read" }],
  [false, { pending: 1, issued: 0, unread: 0 }, { says: "none" }],
  [false, { pending: 1, issued: 4, unread: 2 }, { says: "mine", count: 2 }],
  [false, { pending: 1, issued: 4, unread: 0 }, { says: "mine_none" }],
])("announcements to who prepares them (%s), %o: %o", (prepares, counts, headline) => {
  expect(announcementsHeadline(counts, prepares)).toEqual(headline);
});

describe("the first sentence of a list that can be narrowed says what it shows", () => {
  const inquiries = { open: 9, late: 2, mine: 1, others_late: 1, answered: 4 };
  test.each<[ReturnType<typeof inquiriesHeadline>, Parameters<typeof inquiriesHeadline>]>([
    [{ says: "open_late", count: 9, late: 2 }, ["open", inquiries]],
    [{ says: "open", count: 9 }, ["open", { ...inquiries, late: 0 }]],
    [{ says: "all_answered" }, ["open", { ...inquiries, open: 0 }]],
    [{ says: "none_ever" }, ["open", { ...inquiries, open: 0, answered: 0 }]],
    [{ says: "mine", count: 1 }, ["mine", inquiries]],
    [{ says: "others_late", count: 1 }, ["others_late", inquiries]],
    [{ says: "answered", count: 4 }, ["answered", inquiries]],
  ])("%j of inquiries", (said, given) => {
    expect(inquiriesHeadline(...given)).toEqual(said);
  });

  test("of corrections: how many of the state that is shown", () => {
    const counts = { mine: 0, pending: 3, approved: 2 };
    expect(correctionsHeadline("pending", counts)).toEqual({ says: "pending", count: 3 });
    expect(correctionsHeadline("mine", counts)).toEqual({ says: "none_waits" });
    expect(correctionsHeadline("approved", counts)).toEqual({ says: "approved", count: 2 });
    expect(correctionsHeadline("closed", counts)).toEqual({ says: "closed", count: 0 });
  });

  test("of entries for the Ministry: how many of the state that is shown", () => {
    const counts = { unreported: 0, reported: 7, accepted: 4, bounced: 1, all: 12 };
    expect(ministryHeadline("unreported", counts)).toEqual({ says: "all_reported" });
    expect(ministryHeadline("reported", counts)).toEqual({ says: "reported", count: 7 });
    expect(ministryHeadline("bounced", counts)).toEqual({ says: "bounced", count: 1 });
  });
});
