import { expect, test } from "vitest";
import { coverageStates, sumCoverage } from "@/domain/caseload";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import {
  change,
  type DatedNumbers,
  dailyLine,
  dayNumbers,
  daysPassed,
  inWeeks,
  newlyAnswered,
  recentlyAnswered,
  signed,
  whyNotTaken,
} from "./daily";

const [rules] = ruleSetsOfCode;
const holidays = rules.fieldworkHolidays.value;

const long: DatedNumbers = {
  day: "2018-03-14",
  total: 1126,
  answered: 402,
  metWaiting: 353,
  met: 755,
  toMeet: 333,
  released: 38,
};
const on = (day: string, answered: number | null): DatedNumbers => ({ ...long, day, answered });
/** A day that was kept when there were three blocks. */
const ofThree: DatedNumbers = { ...long, day: "2018-03-13", answered: null, metWaiting: null };

test("the line is the one that officers send", () => {
  expect(dailyLine("ลอง", long, on("2018-03-13", 391), holidays)).toBe(
    "อ.ลอง ณ 14 มี.ค. 2561 เวลา 16.30 น. ได้คำตอบแล้ว 402 จาก 1,126 คน (+11) มาพบแล้วรอสัมภาษณ์ 353 ยังต้องพบ 333 พ้นจากการไปพบ 38",
  );
});

test("after days without numbers it says since when, a weekend or holiday is none", () => {
  expect(change(long, on("2018-03-09", 365), holidays)).toBe("+37 ตั้งแต่ 9 มี.ค.");
  expect(change(on("2018-03-12", 402), on("2018-03-09", 365), holidays)).toBe("+37");
  expect(change(on("2018-04-17", 402), on("2018-04-11", 400), holidays)).toBe("+2");
  expect(dailyLine("ลอง", long, on("2018-03-09", 365), holidays)).toContain(
    "คน (+37 ตั้งแต่ 9 มี.ค.) มาพบแล้ว",
  );
});

test("a day in three blocks says so, and no difference is shown across the change", () => {
  expect(dailyLine("ลอง", ofThree, on("2018-03-12", 380), holidays)).toBe(
    "อ.ลอง ณ 13 มี.ค. 2561 เวลา 16.30 น. พบแล้ว 755 จาก 1,126 คน ยังต้องพบ 333 พ้นจากการไปพบ 38 (นับแบบเดิม 3 กลุ่ม)",
  );
  expect(change(long, ofThree, holidays)).toBeNull();
  expect(newlyAnswered(long, ofThree)).toBeNull();
  expect(dailyLine("ลอง", long, ofThree, holidays)).toContain("1,126 คน มาพบแล้ว");
});

test.each([
  [391, "+11"],
  [402, "+0"],
  [404, "-2"],
])("against %i answers before it says %s", (before, said) => {
  expect(signed(newlyAnswered(long, { answered: before }))).toBe(said);
});

test("the first day has nothing to compare with", () => {
  expect(signed(newlyAnswered(long, null))).toBeNull();
  expect(dailyLine("ลอง", long, null, holidays)).toContain("1,126 คน มาพบแล้ว");
});

test("five working days are the sum of their own differences, or unknown", () => {
  const answers = [402, 391, 385, 380, 366, 365];
  const days = ["14", "13", "12", "09", "08", "07"].map((day, nth) =>
    on(`2018-03-${day}`, answers[nth] ?? null),
  );
  const differences = days.slice(0, 5).map((day, nth) => newlyAnswered(day, days[nth + 1]) ?? 0);
  expect(recentlyAnswered(days, 0, holidays)).toBe(differences.reduce((sum, one) => sum + one));
  expect(recentlyAnswered(days, 1, holidays)).toBeNull();
  expect(recentlyAnswered([...days.slice(0, 3), ...days.slice(4)], 0, holidays)).toBeNull();
  expect(recentlyAnswered([...days.slice(0, 5), ofThree], 0, holidays)).toBeNull();
});

test("the numbers of a day are everybody's blocks", () => {
  const numbers = dayNumbers(sumCoverage(coverageStates.map((state) => ({ state, people: 2 }))));
  expect(numbers).toEqual({
    total: 26,
    answered: 6,
    metWaiting: 2,
    met: 8,
    toMeet: 12,
    released: 6,
  });
});

test("the days that pass are the working days from the one that ends to the one before the new one", () => {
  expect(daysPassed("2018-02-28", "2018-03-06", holidays)).toEqual([
    "2018-02-28",
    "2018-03-02",
    "2018-03-05",
  ]);
  expect(daysPassed("2018-03-03", "2018-03-05", holidays)).toEqual([]);
});

test("days stand week by week, from Monday on; a week without days is left out", () => {
  const days = ["2018-03-14", "2018-03-12", "2018-03-11", "2018-03-09", "2018-02-26"];
  const weeks = inWeeks(days.map((day) => ({ day })));
  expect(weeks.map((week) => week.map(({ day }) => day))).toEqual([
    ["2018-03-14", "2018-03-12"],
    ["2018-03-11", "2018-03-09"],
    ["2018-02-26"],
  ]);
});

test.each([
  ["15:45", "2018-03-13", "not_yet"],
  ["16:30", "2018-03-13", "passed"],
  ["20:10", null, "passed"],
  ["20:10", "2018-03-14", null],
] as const)(
  "at %s, where the newest numbers are of %s, it is said why today has none: %s",
  (time, newest, why) => {
    expect(whyNotTaken("2018-03-14", time, newest, [])).toBe(why);
  },
);

test("a Saturday and a holiday have no numbers at any hour", () => {
  expect(whyNotTaken("2018-03-17", "20:10", "2018-03-16", [])).toBe("day_off");
  expect(whyNotTaken("2018-03-14", "20:10", "2018-03-13", ["2018-03-14"])).toBe("day_off");
});
