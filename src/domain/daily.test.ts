import { expect, test } from "vitest";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { dailyLine, daysPassed, difference, snapshotDay } from "./daily";

const [rules] = ruleSetsOfCode;

const long = { total: 1126, met: 755, toMeet: 333, released: 38 };
const holidays = rules.fieldworkHolidays.value;
const fieldwork = rules.homeVisits.value;

test("the line is the one that officers send", () => {
  expect(dailyLine("ลอง", "2018-03-14", long, { ...long, met: 744, toMeet: 344 })).toBe(
    "อ.ลอง ณ 14 มี.ค. 61 16:30 น. พบแล้ว 755 จาก 1,126 คน (+11) ยังต้องพบ 333 พ้นจากการไปพบ 38",
  );
});

test.each([
  [744, "+11"],
  [755, "+0"],
  [757, "-2"],
])("against %i met before it says %s", (met, said) => {
  expect(difference(long, { ...long, met })).toBe(said);
});

test("the first day has nothing to compare with", () => {
  expect(difference(long, null)).toBeNull();
  expect(dailyLine("ลอง", "2018-02-13", long, null)).toContain("1,126 คน ยังต้องพบ");
});

test("the days that pass are the working days from the one that ends to the one before the new one", () => {
  expect(daysPassed("2018-02-28", "2018-03-06", holidays)).toEqual([
    "2018-02-28",
    "2018-03-02",
    "2018-03-05",
  ]);
  expect(daysPassed("2018-03-03", "2018-03-05", holidays)).toEqual([]);
});

test.each([
  ["2018-02-27", null, null],
  ["2018-03-02", "2018-03-02", "2018-03-02"],
  ["2018-03-14", "2018-03-08", "2018-03-14"],
  ["2018-05-02", null, null],
])("on %s the pace counts from %s to %s", (on, from, until) => {
  expect(snapshotDay(on, fieldwork, holidays)).toEqual({ day: on, from, until });
});

test("no numbers are taken on a Saturday or a holiday", () => {
  expect(snapshotDay("2018-03-10", fieldwork, holidays)).toBeNull();
  expect(snapshotDay("2018-04-13", fieldwork, holidays)).toBeNull();
});
