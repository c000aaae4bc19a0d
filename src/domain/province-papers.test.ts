import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ProjectAgency } from "./agencies";
import {
  answersFrom,
  isOverdue,
  mayBeAsked,
  type TaskOutcome,
  taskAnswer,
  taskOutcomes,
  taskStateOf,
} from "./agency-task";
import { announcementInput, newestVersions } from "./announcement";
import { orderStateOn } from "./delegation";
import { deliveryFaults } from "./delivery";
import { lacks, type Preparation, readinessOn } from "./readiness";
import { ruleSetsOfCode } from "./rules/rule-sets";

describe("an agency's task", () => {
  test("after any answers that are allowed it is open or ended, and an ended one takes no more", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...taskOutcomes), { maxLength: 6 }), (tries) => {
        const answers: { outcome: TaskOutcome }[] = [];
        for (const outcome of tries)
          if (answersFrom(taskStateOf(answers)).includes(outcome)) answers.unshift({ outcome });
        const state = taskStateOf(answers);
        const ended = state === "done" || state === "refused";
        expect(answersFrom(state).length === 0).toBe(ended);
        expect(answers.length).toBeLessThanOrEqual(2);
        expect(isOverdue(state, "2018-03-01", "2018-03-02")).toBe(!ended);
        expect(isOverdue(state, "2018-03-01", "2018-03-01")).toBe(false);
      }),
    );
  });

  test("asks of an agency only a project of its own", () => {
    const [rules] = ruleSetsOfCode;
    const ask = (agency: ProjectAgency, project: string | null) =>
      mayBeAsked(rules, { agency, project });
    expect(ask("BAAC", null)).toBe(true);
    expect(ask("BAAC", "BAAC-01")).toBe(true);
    expect(ask("BAAC", "DSD-01")).toBe(false);
    expect(ask("BAAC", "XXX-99")).toBe(false);
    // MKT-01 belongs to two agencies.
    for (const agency of ["CDD", "DIT"] as const) expect(ask(agency, "MKT-01")).toBe(true);
  });

  test.each([
    ["accepted", null, true],
    ["done", null, false],
    ["refused", " ", false],
    ["refused", "ไม่มีงบประมาณ", true],
  ])("%s with the words %j: %s", (outcome, answer, right) => {
    const taskId = crypto.randomUUID();
    expect(taskAnswer.safeParse({ taskId, outcome, answer }).success).toBe(right);
  });
});

describe("an announcement", () => {
  const input = { kind: "guideline", title: "แนวทาง", body: "ข้อหนึ่ง\nข้อสอง", to: "chosen" };
  test("to chosen districts names them, and keeps the lines of its body", () => {
    expect(announcementInput.safeParse(input).error?.issues[0]?.path).toEqual(["districts"]);
    const read = announcementInput.parse({ ...input, districts: ["5403"] });
    expect(read.body.split("\n")).toHaveLength(2);
  });

  test("stands in its newest version", () => {
    const rows = [
      { seriesId: "a", version: 2 },
      { seriesId: "b", version: 1 },
      { seriesId: "a", version: 1 },
    ];
    expect(newestVersions(rows)).toEqual(rows.slice(0, 2));
  });
});

describe("a district", () => {
  const ready: Preparation = {
    hasTeam: true,
    plans: 1,
    briefingsHeld: 1,
    places: 2,
    placesWithoutOfficer: 0,
    codes: 3,
    unreadGuidelines: 0,
  };
  const windows = {
    walkIn: { from: "2018-02-01", until: "2018-02-28" },
    homeVisits: { from: "2018-03-01", until: "2018-04-30" },
  };
  const lacksOf = (there: Preparation) => readinessOn("2018-01-20", windows, there).now;
  test.each([
    ["2018-02-28", ["plan", "briefing", "places", "codes"], []],
    ["2018-03-01", ["plan", "briefing", "codes"], ["places"]],
    ["2018-04-30", ["plan", "briefing", "codes"], ["places"]],
    ["2018-05-01", ["codes"], ["plan", "briefing", "places"]],
  ])("on %s asks for %j, and says %j in the past", (day, now, past) => {
    const nothing = { ...ready, plans: 0, briefingsHeld: 0, places: 0, codes: 0 };
    expect(readinessOn(day, windows, nothing)).toEqual({ now, past });
  });

  test.each([
    [{}, []],
    [{ hasTeam: false }, ["team"]],
    [{ plans: 0, briefingsHeld: 0 }, ["plan", "briefing"]],
    // Without a place there is no place without an officer.
    [{ places: 0, placesWithoutOfficer: 0 }, ["places"]],
    [{ placesWithoutOfficer: 1 }, ["receiving"]],
    [{ codes: 0, unreadGuidelines: 2 }, ["codes", "guideline"]],
  ])("with %j lacks %j", (there, lacking) => {
    expect(lacksOf({ ...ready, ...there })).toEqual(lacking);
  });

  test("every lack can be lacking", () => {
    const empty = Object.fromEntries(Object.keys(ready).map((key) => [key, 0]));
    const found = [
      ...lacksOf({ ...(empty as unknown as Preparation), hasTeam: false, unreadGuidelines: 1 }),
      ...lacksOf({ ...ready, placesWithoutOfficer: 1 }),
    ];
    expect(new Set(found)).toEqual(new Set(lacks));
  });
});

test.each([
  ["2018-01-22", "2018-01-25", "2018-02-01", null],
  ["2018-01-25", "2018-01-25", "2018-01-25", null],
  ["2018-01-26", "2018-01-25", "2018-02-01", { receivedOn: "beforeLetter" }],
  ["2018-01-22", "2018-02-02", "2018-02-01", { receivedOn: "future" }],
])("a letter of %s that arrived on %s, on %s: %j", (letterOn, receivedOn, today, faults) => {
  expect(deliveryFaults({ letterOn, receivedOn }, today)).toEqual(faults);
});

test.each([
  ["2018-01-14", "coming"],
  ["2018-01-15", "in_force"],
  ["2018-02-28", "in_force"],
  ["2018-03-01", "ended"],
])("an order from 15 January to 28 February is on %s %s", (today, state) => {
  expect(orderStateOn({ fromOn: "2018-01-15", untilOn: "2018-02-28" }, today)).toBe(state);
});
