import { expect, test } from "vitest";
import { nextCutoff } from "./cutoff";

const letter = { letterNumber: "กค 0402.3/1", letterOn: "2018-02-20" };
const first = { ...letter, day: 25, fromMonth: "2018-03" };
const second = { ...letter, letterNumber: "กค 0402.3/9", day: 31, fromMonth: "2018-05" };

test("no letter names no day", () => {
  expect(nextCutoff([], "2018-02-26")).toBeNull();
});

test.each([
  ["before it begins, its first day", "2018-02-26", "2018-03-25"],
  ["on the day itself, that day", "2018-03-25", "2018-03-25"],
  ["after it, the next month's", "2018-03-26", "2018-04-25"],
  ["from the month of a later letter, that letter's", "2018-04-26", "2018-05-31"],
  ["in a shorter month, its last day", "2018-06-01", "2018-06-30"],
])("%s", (_, today, on) => {
  expect(nextCutoff([second, first], today)?.on).toBe(on);
});

test("the letter that names the day is told with it", () => {
  expect(nextCutoff([second, first], "2018-05-02")?.letterNumber).toBe("กค 0402.3/9");
});

test("of two letters for one month the newer holds", () => {
  expect(nextCutoff([{ ...first, day: 20 }, first], "2018-03-01")?.on).toBe("2018-03-20");
});
