import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, isWorkingDay, workingDays } from "@/domain/calendar";
import { type TrendDay, trendOf } from "./trend";

const fieldwork = { from: "2018-03-01", until: "2018-04-30" };
const holidays = ["2018-03-01", "2018-04-06", "2018-04-13", "2018-04-16"];
const day = (on: string, answered: number | null, more: Partial<TrendDay> = {}): TrendDay => ({
  day: on,
  answered,
  met: answered ?? 0,
  total: 100,
  released: 0,
  ...more,
});
const asOf = (today: string, taken: TrendDay[], answered: number, released = 0) =>
  trendOf({
    taken,
    now: { answered, met: answered, total: 100, released },
    today,
    fieldwork,
    holidays,
  });

describe("how ทุกคน goes on", () => {
  it("counts as the goal all without those who have left", () => {
    expect(asOf("2018-03-14", [], 20, 10)).toMatchObject({ goal: 90, answered: 20 });
  });

  it("takes the rate over five working days, of the numbers of 16:30 alone", () => {
    // Of 7 to 14 March there are five working days after the first.
    const taken = [day("2018-03-06", 0), day("2018-03-07", 10), day("2018-03-14", 21)];
    expect(asOf("2018-03-14", taken, 60).recentPerDay).toBe(2.2);
  });

  it("does not know a rate of one day, or of days kept in three blocks", () => {
    expect(asOf("2018-03-14", [day("2018-03-14", 21)], 21)).toMatchObject({
      recentPerDay: null,
      end: { says: "unknown" },
    });
    expect(
      asOf("2018-03-14", [day("2018-03-13", null), day("2018-03-14", 4)], 4).recentPerDay,
    ).toBeNull();
  });

  it("says the day on which the last will have answered, and that it is late", () => {
    const taken = [day("2018-03-07", 10), day("2018-03-14", 20)];
    // 2 a day, 80 left: 40 working days after 14 March.
    const { end, neededPerDay } = asOf("2018-03-14", taken, 20);
    expect(end).toEqual({ says: "late", day: "2018-05-14" });
    expect(neededPerDay).toBe(3);
    expect(workingDays("2018-03-15", "2018-05-14", holidays)).toHaveLength(40);
  });

  it("never promises an end where nobody answers", () => {
    const taken = [day("2018-03-07", 20), day("2018-03-14", 20)];
    expect(asOf("2018-03-14", taken, 20).end).toEqual({ says: "standstill" });
  });

  it("does not go by the desk's days before the home visits", () => {
    const taken = [day("2018-02-20", 1), day("2018-02-23", 9)];
    expect(asOf("2018-02-26", taken, 9)).toMatchObject({
      end: { says: "not_begun" },
      needed: { from: "2018-03-01", answered: 9 },
    });
  });

  it("draws the line needed from what stood when the home visits began", () => {
    const taken = [day("2018-02-26", 7), day("2018-02-28", 9), day("2018-03-05", 30)];
    expect(asOf("2018-03-06", taken, 31).needed).toEqual({ from: "2018-03-01", answered: 9 });
    expect(asOf("2018-05-01", taken, 31)).toMatchObject({ needed: null, neededPerDay: null });
  });

  it("is finished once all have answered", () => {
    expect(asOf("2018-03-14", [], 100)).toMatchObject({ end: { says: "done" }, neededPerDay: 0 });
  });

  it("ends on a working day, and so many working days ahead that the rate reaches the goal, never one more", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 5, max: 60 }),
        (answered, more, ahead) => {
          const today = addDays("2018-03-01", ahead);
          const then = workingDays(addDays(today, -14), today, holidays).slice(-6)[0] ?? today;
          const { end, recentPerDay } = asOf(today, [day(then, 0), day(today, more)], answered);
          if (end.says !== "late" && end.says !== "on_time") return;
          const days = workingDays(addDays(today, 1), end.day, holidays).length;
          expect(isWorkingDay(end.day, holidays)).toBe(true);
          expect(days * (recentPerDay ?? 0)).toBeGreaterThanOrEqual(100 - answered);
          expect((days - 1) * (recentPerDay ?? 0)).toBeLessThan(100 - answered);
        },
      ),
    );
  });
});
