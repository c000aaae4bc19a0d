import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  blockOf,
  type CoverageFacts,
  coverageBlocks,
  coverageState,
  coverageStates,
  pace,
  recentWorkingDays,
  statesOf,
  sumCoverage,
} from "@/domain/caseload";

const walkIn = { from: "2018-02-01", until: "2018-02-28" };
const fieldwork = { from: "2018-03-01", until: "2018-04-30" };
const holidays = ["2018-03-01", "2018-04-06", "2018-04-12", "2018-04-13", "2018-04-16"];

const nothing: CoverageFacts = {
  deceased: false,
  cardCancelled: false,
  movedAway: false,
  latestAnswer: null,
  interviewed: false,
  refusals: [],
  away: false,
  attempted: false,
  scheduled: false,
  hasOfficer: false,
};
const desk = (answer: "yes" | "no", on: string) => ({ answer, on, at: "desk" as const });
const interview = (answer: "yes" | "no", on: string) => ({ answer, on, at: "interview" as const });

describe("the state of ทุกคน", () => {
  test.each([
    ["nobody cares for him", {}, "unassigned"],
    ["he has an account officer", { hasOfficer: true }, "assigned"],
    [
      "he said yes at the desk in February",
      { latestAnswer: desk("yes", "2018-02-28") },
      "met_in_february",
    ],
    ["the same on the first day", { latestAnswer: desk("yes", "2018-02-01") }, "met_in_february"],
    ["he said yes too early", { latestAnswer: desk("yes", "2018-01-31") }, "unassigned"],
    [
      "a yes at a desk in March is no February yes",
      { latestAnswer: desk("yes", "2018-03-01"), hasOfficer: true },
      "assigned",
    ],
    [
      "he said no at the desk",
      { latestAnswer: desk("no", "2018-02-10"), hasOfficer: true },
      "declined",
    ],
    [
      "he was interviewed and wants",
      { latestAnswer: interview("yes", "2018-03-05"), interviewed: true, hasOfficer: true },
      "interviewed",
    ],
    [
      "he was interviewed in February",
      { latestAnswer: interview("yes", "2018-02-20"), interviewed: true },
      "interviewed",
    ],
    [
      "he said no after the interview",
      { latestAnswer: interview("no", "2018-03-05"), interviewed: true },
      "declined",
    ],
    [
      "being away never undoes having been met",
      { latestAnswer: desk("yes", "2018-02-10"), away: true },
      "met_in_february",
    ],
    [
      "nor does an attempt",
      { latestAnswer: interview("yes", "2018-03-05"), interviewed: true, attempted: true },
      "interviewed",
    ],
    [
      "nor a refusal at the door",
      { latestAnswer: desk("yes", "2018-02-10"), refusals: ["2018-02-20"] },
      "met_in_february",
    ],
    [
      "who died is not to be visited",
      { deceased: true, latestAnswer: desk("yes", "2018-02-10") },
      "deceased",
    ],
    [
      "nor whose card the Ministry has cancelled, whatever they answered",
      { cardCancelled: true, movedAway: true, latestAnswer: desk("yes", "2018-02-10") },
      "card_cancelled",
    ],
    ["nor who moved away", { movedAway: true, scheduled: true }, "moved_away"],
    [
      "a refusal stands before an appointment",
      { refusals: ["2018-03-05"], scheduled: true, hasOfficer: true },
      "refused_interview",
    ],
    [
      "who is away is away before refusing",
      { refusals: ["2018-03-05"], away: true, hasOfficer: true },
      "away",
    ],
    [
      "a second refusal is an answer",
      { refusals: ["2018-03-20", "2018-03-05"], hasOfficer: true },
      "refused_twice",
    ],
    [
      "also of somebody who came in February and waits",
      { latestAnswer: desk("yes", "2018-02-10"), refusals: ["2018-03-05", "2018-03-20"] },
      "refused_twice",
    ],
    [
      "and of somebody away",
      { refusals: ["2018-03-05", "2018-03-20"], away: true },
      "refused_twice",
    ],
    [
      "it gives way to a later answer",
      { latestAnswer: desk("yes", "2018-02-25"), refusals: ["2018-02-10", "2018-02-20"] },
      "met_in_february",
    ],
    [
      "and to one of the same day",
      { latestAnswer: desk("yes", "2018-02-20"), refusals: ["2018-02-10", "2018-02-20"] },
      "met_in_february",
    ],
    [
      "it undoes no interview",
      {
        latestAnswer: interview("yes", "2018-03-02"),
        interviewed: true,
        refusals: ["2018-03-05", "2018-03-20"],
      },
      "interviewed",
    ],
  ] as const)("%s", (_, facts, state) => {
    expect(coverageState({ ...nothing, ...facts }, walkIn)).toBe(state);
  });

  const anyFacts: fc.Arbitrary<CoverageFacts> = fc.record({
    deceased: fc.boolean(),
    cardCancelled: fc.boolean(),
    movedAway: fc.boolean(),
    latestAnswer: fc.option(
      fc.record({
        answer: fc.constantFrom("yes", "no"),
        on: fc.constantFrom("2018-01-31", "2018-02-01", "2018-02-28", "2018-03-01", "2018-05-02"),
        at: fc.constantFrom("desk", "interview"),
      }),
    ),
    interviewed: fc.boolean(),
    refusals: fc.uniqueArray(
      fc.constantFrom("2018-01-31", "2018-02-20", "2018-03-01", "2018-03-20"),
      { maxLength: 3 },
    ),
    away: fc.boolean(),
    attempted: fc.boolean(),
    scheduled: fc.boolean(),
    hasOfficer: fc.boolean(),
  });

  it("is exactly one for everybody, so that the parts sum up to the whole", () => {
    fc.assert(
      fc.property(fc.array(anyFacts, { maxLength: 200 }), (people) => {
        const coverage = sumCoverage(
          people.map((facts) => ({ state: coverageState(facts, walkIn), people: 1 })),
        );
        expect(Object.values(coverage.states).reduce((a, b) => a + b, 0)).toBe(people.length);
        expect(Object.values(coverage.blocks).reduce((a, b) => a + b, 0)).toBe(people.length);
        for (const block of coverageBlocks)
          expect(statesOf(block).reduce((sum, state) => sum + coverage.states[state], 0)).toBe(
            coverage.blocks[block],
          );
      }),
    );
  });

  it("of somebody who answered or waits stays whatever happens to the visits, but for a second refusal", () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (facts, visits) => {
        const before = coverageState(facts, walkIn);
        const { away, attempted, scheduled, hasOfficer } = visits;
        const refusals = [...facts.refusals, "2018-03-14"].slice(0, 1);
        const after = { ...facts, refusals, away, attempted, scheduled, hasOfficer };
        if (blockOf(before) !== "to_meet" && before !== "refused_twice")
          expect(coverageState(after, walkIn)).toBe(before);
      }),
    );
  });

  it("belongs to one block each", () => {
    expect(coverageBlocks.flatMap(statesOf).sort()).toEqual([...coverageStates].sort());
  });
});

describe("the pace", () => {
  const plan = { fieldwork, holidays };

  it("on 14 March: 29 working days left, 24 interviews a day, 11 of late, behind", () => {
    expect(pace({ ...plan, today: "2018-03-14", remaining: 333 + 353, interviewed: 55 })).toEqual({
      daysLeft: 29,
      neededPerDay: 24,
      recentDays: 5,
      recentPerDay: 11,
      verdict: "behind",
    });
  });

  it("leaves out weekends and holidays", () => {
    const left = (today: string) => pace({ ...plan, today, remaining: 1, interviewed: 0 }).daysLeft;
    expect(left("2018-02-26")).toBe(38);
    expect(left("2018-03-02")).toBe(37);
    expect(left("2018-04-11")).toBe(10);
    expect(left("2018-04-16")).toBe(10);
    expect(left("2018-04-29")).toBe(1);
    expect(left("2018-04-30")).toBe(0);
  });

  it("averages over the last five working days, today among them", () => {
    expect(recentWorkingDays("2018-03-14", fieldwork, holidays)).toEqual([
      "2018-03-08",
      "2018-03-09",
      "2018-03-12",
      "2018-03-13",
      "2018-03-14",
    ]);
    expect(recentWorkingDays("2018-03-05", fieldwork, holidays)).toHaveLength(2);
    expect(recentWorkingDays("2018-06-01", fieldwork, holidays).at(-1)).toBe("2018-04-30");
    expect(recentWorkingDays("2018-02-26", fieldwork, holidays)).toEqual([]);
  });

  test.each([
    [
      "before the first day",
      { today: "2018-02-26", remaining: 380, interviewed: 0 },
      "not_begun",
      10,
    ],
    ["fast enough", { today: "2018-03-14", remaining: 290, interviewed: 50 }, "on_plan", 10],
    ["everyone interviewed", { today: "2018-03-14", remaining: 0, interviewed: 0 }, "done", 0],
    ["the last day", { today: "2018-04-30", remaining: 3, interviewed: 50 }, "over", null],
  ] as const)("%s", (_, facts, verdict, neededPerDay) => {
    expect(pace({ ...plan, ...facts })).toMatchObject({ verdict, neededPerDay });
  });

  it("always suffices: so many people a day on the days left are at least the people left", () => {
    fc.assert(
      fc.property(fc.nat({ max: 5000 }), fc.integer({ min: 1, max: 30 }), (remaining, day) => {
        const today = `2018-03-${String(day).padStart(2, "0")}`;
        const { daysLeft, neededPerDay } = pace({ ...plan, today, remaining, interviewed: 0 });
        expect((neededPerDay ?? 0) * daysLeft).toBeGreaterThanOrEqual(remaining);
        expect(((neededPerDay ?? 0) - 1) * daysLeft).toBeLessThan(Math.max(remaining, 1));
      }),
    );
  });
});
