import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { workingDays } from "./calendar";
import { dayBeside, isEveOf, meetingAfter, readPackPeriod } from "./pack";

describe("the day that stands beside a pack's", () => {
  const days = ["2018-02-13", "2018-02-14", "2018-02-15", "2018-03-12", "2018-03-14", "2018-03-15"];
  test.each([
    ["2018-03-14", "2018-02-14"],
    ["2018-03-15", "2018-02-15"],
    // The month before has no such day: its last one counts.
    ["2018-03-31", "2018-02-15"],
    ["2018-04-20", "2018-03-15"],
    // No month has passed: the first that has numbers.
    ["2018-03-12", "2018-02-13"],
    ["2018-02-15", "2018-02-13"],
    ["2018-02-13", null],
    ["2018-02-01", null],
  ])("of %s is %s", (day, beside) => {
    expect(dayBeside(days, day)).toBe(beside);
  });
});

test.each([
  ["2018-03-14", 15, "2018-03-15"],
  ["2018-03-15", 15, "2018-04-15"],
  ["2018-01-31", 31, "2018-02-28"],
  ["2018-02-28", 31, "2018-03-31"],
  ["2018-12-20", 5, "2019-01-05"],
])("after %s the meeting of day %i is on %s", (day, of, meeting) => {
  expect(meetingAfter(day, of)).toBe(meeting);
});

it("makes the papers of a meeting on exactly one working day before it", () => {
  const holidays = ["2018-03-01", "2018-04-06"];
  const all = workingDays("2018-01-01", "2018-12-31", holidays);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 10 }), (of, month) => {
      const meeting = meetingAfter(`2018-${String(month).padStart(2, "0")}-01`, of);
      const eves = all.filter(
        (day) => meetingAfter(day, of) === meeting && isEveOf(day, meeting, holidays),
      );
      expect(eves).toHaveLength(1);
      expect(eves[0]).toBe(all.findLast((day) => day < meeting));
    }),
  );
});

test("a period is this moment, a day or a round", () => {
  expect(readPackPeriod("now")).toEqual({ kind: "now" });
  expect(readPackPeriod("2018-03-14")).toEqual({ kind: "day", day: "2018-03-14" });
  expect(readPackPeriod("june")).toEqual({ kind: "round", round: "june" });
});
