import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "@/domain/calendar";
import { dueOf, dueWords } from "./due";

test.each([
  { dueOn: "2018-02-26", words: "วันนี้", tone: "due" },
  { dueOn: "2018-02-27", words: "1 วัน", tone: "due" },
  { dueOn: "2018-03-01", words: "3 วัน", tone: "due" },
  { dueOn: "2018-03-02", words: "4 วัน", tone: "quiet" },
  { dueOn: "2018-02-25", words: "เกิน 1 วัน", tone: "late" },
  { dueOn: "2018-02-24", words: "เกิน 2 วัน", tone: "late" },
  { dueOn: "2015-01-01", words: "เกิน 1,152 วัน", tone: "late" },
])("on 26 Feb 2561 a day $dueOn is due $words", ({ dueOn, words, tone }) => {
  expect(dueOf(dueOn, "2018-02-26")).toMatchObject({ words, tone });
});

test("days that are past, today and to come read differently, whatever the day", () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
      const words = dueWords(addDays("2018-02-26", days), "2018-02-26");
      expect(words.startsWith("เกิน ")).toBe(days < 0);
      expect(words === "วันนี้").toBe(days === 0);
      expect(words.match(/\d+/)?.[0] ?? "0").toBe(String(Math.abs(days)));
    }),
  );
});
