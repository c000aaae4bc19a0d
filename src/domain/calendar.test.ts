import { CalendarDate } from "@internationalized/date";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  ageOn,
  daysBetween,
  isIsoDate,
  isIsoMonth,
  isLeapYear,
  isoDateOf,
  isWorkingDay,
  monthAfter,
  monthOf,
  monthsBetween,
  weekdayOf,
  workingDays,
} from "@/domain/calendar";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";

const [rules] = ruleSetsOfCode;

const anyDay = fc
  .tuple(fc.integer({ min: 1800, max: 2600 }), fc.integer({ min: 1, max: 12 }), fc.nat(27))
  .map(([year, month, day]) => new CalendarDate(year, month, day + 1));

test.each([
  ["2018-02-28", true],
  ["2018-02-29", false],
  ["2016-02-29", true],
  ["1900-02-29", false],
  ["2000-02-29", true],
  ["2018-04-31", false],
  ["2018-13-01", false],
  ["2018-00-10", false],
  ["2018-10-00", false],
  ["0000-01-01", false],
  ["2018-2-1", false],
  ["2018-02-01 ", false],
  ["2018-02-01T00:00", false],
  ["๒๐๑๘-02-01", false],
  ["", false],
])("%j is a date that exists: %s", (text, exists) => {
  expect(isIsoDate(text)).toBe(exists);
});

test("months are read like dates", () => {
  expect(isIsoMonth("2018-12")).toBe(true);
  expect(isIsoMonth("2018-13")).toBe(false);
  expect(isIsoMonth("2018-1")).toBe(false);
});

test("leap years follow the Gregorian rule", () => {
  const leap = [1896, 1900, 1904, 2000, 2015, 2016, 2018, 2100].filter(isLeapYear);
  expect(leap).toEqual([1896, 1904, 2000, 2016]);
});

test("numbers that are no day give no date", () => {
  expect(isoDateOf(2018, 2, 29)).toBeNull();
  expect(isoDateOf(2018, 1.5, 1)).toBeNull();
  expect(isoDateOf(2018, 2, 3)).toBe("2018-02-03");
});

describe("months", () => {
  test("go over the year's end in both directions", () => {
    expect(monthAfter("2018-12")).toBe("2019-01");
    expect(addMonths("2018-01", -1)).toBe("2017-12");
    expect(addMonths("2018-02", -26)).toBe("2015-12");
    expect(monthOf("2018-02-28")).toBe("2018-02");
  });

  test("between two months is what addMonths adds", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -500, max: 500 }), (day, count) => {
        const month = monthOf(day.toString());
        expect(monthsBetween(month, addMonths(month, count))).toBe(count);
      }),
    );
  });
});

test.each([
  ["1957-02-01", 61],
  ["1957-02-02", 60],
  ["1957-03-01", 60],
  ["1958-02-01", 60],
  ["2018-02-01", 0],
  ["2018-01-31", 0],
  ["1900-01-01", 118],
])("who was born on %s is %i on 1 February 2018", (birth, age) => {
  expect(ageOn(birth, "2018-02-01")).toBe(age);
});

test("who was born on 29 February is a year older on 1 March", () => {
  expect(ageOn("2000-02-29", "2018-02-28")).toBe(17);
  expect(ageOn("2000-02-29", "2018-03-01")).toBe(18);
  expect(ageOn("2000-02-29", "2020-02-29")).toBe(20);
});

test("adding days, counting them and naming the weekday agree with an independent calendar", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -60_000, max: 60_000 }), (day, count) => {
      const moved = day.add({ days: count });
      expect(addDays(day.toString(), count)).toBe(moved.toString());
      expect(daysBetween(day.toString(), moved.toString())).toBe(count);
      // 1 January 1970 was a Thursday; the other calendar counts the days between.
      const since = moved.compare(new CalendarDate(1970, 1, 1));
      expect(weekdayOf(moved.toString())).toBe((((since + 4) % 7) + 7) % 7);
    }),
    { numRuns: 500 },
  );
});

describe("working days of the home visits", () => {
  const holidays = rules.fieldworkHolidays.value;

  test("no office works on Saturdays, Sundays and the dated holidays", () => {
    expect(isWorkingDay("2018-03-02", holidays)).toBe(true);
    expect(isWorkingDay("2018-03-03", holidays)).toBe(false);
    expect(isWorkingDay("2018-03-04", holidays)).toBe(false);
    for (const holiday of holidays) expect(isWorkingDay(holiday, [])).toBe(true);
    for (const holiday of holidays) expect(isWorkingDay(holiday, holidays)).toBe(false);
  });

  test("29 are left after 14 March", () => {
    expect(workingDays("2018-03-15", "2018-04-30", holidays)).toHaveLength(29);
  });

  test("none where the days are swapped", () => {
    expect(workingDays("2018-04-30", "2018-03-15", holidays)).toEqual([]);
  });
});
