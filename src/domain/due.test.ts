import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "@/domain/calendar";
import { dueOf } from "./due";

test.each([
  { dueOn: "2018-02-26", when: "today", days: 0, tone: "due" },
  { dueOn: "2018-02-27", when: "ahead", days: 1, tone: "due" },
  { dueOn: "2018-03-01", when: "ahead", days: 3, tone: "due" },
  { dueOn: "2018-03-02", when: "ahead", days: 4, tone: "quiet" },
  { dueOn: "2018-02-25", when: "past", days: 1, tone: "late" },
  { dueOn: "2018-02-24", when: "past", days: 2, tone: "late" },
  { dueOn: "2015-01-01", when: "past", days: 1152, tone: "late" },
])("on 26 Feb 2561 a day $dueOn is $when by $days", ({ dueOn, ...due }) => {
  expect(dueOf(dueOn, "2018-02-26")).toEqual(due);
});

test("the same number of days is told apart by whether it is past, whatever the day", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), (days) => {
      const today = "2018-02-26";
      expect(dueOf(addDays(today, days), today)).toMatchObject({ when: "ahead", days });
      expect(dueOf(addDays(today, -days), today)).toMatchObject({ when: "past", days });
    }),
  );
});
