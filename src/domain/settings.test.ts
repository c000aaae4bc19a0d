import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { addDays } from "./calendar";
import {
  defaultOf,
  entryInForce,
  fitsRules,
  isValueOf,
  settingKeys,
  settingProposal,
} from "./settings";

const entry = (value: string, fromOn: string, districtCode: string | null = null, at = fromOn) => ({
  value,
  fromOn,
  districtCode,
  decidedAt: at,
});

describe("what is in force on a day", () => {
  test.each([
    { today: "2018-02-28", value: undefined },
    { today: "2018-03-01", value: "20" },
    { today: "2018-03-31", value: "20" },
    { today: "2018-04-01", value: "10" },
  ])("the newest entry that has begun on $today", ({ today, value }) => {
    const entries = [entry("10", "2018-04-01"), entry("20", "2018-03-01")];
    expect(entryInForce(entries, today, null)?.value).toBe(value);
  });

  test("of two of one day the one decided later", () => {
    const entries = [entry("20", "2018-03-01", null, "a"), entry("10", "2018-03-01", null, "b")];
    expect(entryInForce(entries, "2018-03-02", null)?.value).toBe("10");
  });

  test("the district's own stands over the province's, and over no other district's", () => {
    const entries = [entry("20", "2018-03-05"), entry("30", "2018-03-01", "5403")];
    expect(entryInForce(entries, "2018-03-06", "5403")?.value).toBe("30");
    expect(entryInForce(entries, "2018-03-06", "5401")?.value).toBe("20");
    expect(entryInForce(entries, "2018-03-06", null)?.value).toBe("20");
  });

  test("never begins after the day, and no begun entry of its own place is newer", () => {
    const entries = fc.array(
      fc.record({
        value: fc.constantFrom("1", "2", "3"),
        fromOn: fc.integer({ min: 0, max: 60 }).map((days) => addDays("2018-02-01", days)),
        districtCode: fc.constantFrom("5401", "5403", null),
        decidedAt: fc.constantFrom("a", "b", "c"),
      }),
    );
    fc.assert(
      fc.property(entries, fc.constantFrom("5401", "5403", null), (all, district) => {
        const today = "2018-03-01";
        const found = entryInForce(all, today, district);
        const begun = all.filter(({ fromOn }) => fromOn <= today);
        const own = begun.filter(({ districtCode }) => districtCode === district && district);
        const candidates =
          own.length > 0 ? own : begun.filter(({ districtCode }) => districtCode === null);
        if (found) expect(candidates).toContain(found);
        else expect(candidates).toEqual([]);
        const age = ({ fromOn, decidedAt }: (typeof all)[number]) => `${fromOn} ${decidedAt}`;
        for (const other of found ? candidates : [])
          expect(age(other) <= age(found as (typeof all)[number])).toBe(true);
      }),
    );
  });
});

const [rules] = ruleSetsOfCode;

test("each default is a value of its setting", () => {
  for (const key of settingKeys) expect(isValueOf(key, defaultOf(rules, key))).toBe(true);
});

test.each([
  ["2018-03-01", false],
  ["2018-03-02", true],
])("the home visits may end on %s: %s", (until, fits) => {
  expect(fitsRules(rules, "home_visits_until", until)).toBe(fits);
});

test.each(["0", "366", "-1", "1.5", "", "ยี่สิบ"])("%j is no number of days", (value) => {
  expect(isValueOf("unassigned_days", value)).toBe(false);
});

const change = { value: 20, fromOn: "2018-03-01", reason: "หมู่บ้านบนดอย" };

test("a national setting asks for the Ministry's letter, a local one does not", () => {
  const faults = (input: object) =>
    settingProposal.safeParse(input).error?.issues.map(({ path }) => path.join("."));
  expect(faults({ ...change, key: "unassigned_days" })).toBeUndefined();
  const national = { ...change, key: "home_visits_until", value: "2018-05-31" };
  expect(faults(national)).toEqual(["letterNumber", "letterOn"]);
  const letter = { letterNumber: "กค 1", letterOn: "2018-03-01" };
  expect(faults({ ...national, ...letter })).toBeUndefined();
  expect(faults({ ...national, ...letter, value: "2018-02-30" })).toEqual(["value"]);
  expect(faults({ ...national, ...letter, districtCode: "5403" })).toEqual(["districtCode"]);
});
