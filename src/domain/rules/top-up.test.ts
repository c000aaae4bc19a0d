import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "@/domain/calendar";
import type { RuleSet } from "@/domain/rules/rule-set";
import { rules2018 } from "@/domain/rules/rules-2018";
import {
  bandOf,
  type IncomeInForce,
  incomeCountsFrom,
  monthsOfYes,
  topUpFor,
  topUpOverMonths,
} from "@/domain/rules/top-up";

const low = 3_000_000;
const high = 3_000_001;

function until(lastMonth: string): RuleSet {
  const value = { ...rules2018.topUp.lastMonth, value: lastMonth };
  return { ...rules2018, topUp: { ...rules2018.topUp, lastMonth: value } };
}

function triggeredBy(trigger: "intent" | "assessment"): RuleSet {
  const value = { ...rules2018.topUp.trigger, value: trigger };
  return { ...rules2018, topUp: { ...rules2018.topUp, trigger: value } };
}

function topUp(
  facts: { incomeSatang?: number; intentOn?: string | null; assessedOn?: string | null },
  rules = rules2018,
) {
  return topUpFor(rules, { incomeSatang: low, intentOn: null, assessedOn: null, ...facts });
}

// docs/programme.md 4.2, row by row: month of the yes, first month, months and totals, then extended to June 2562.
const table = [
  ["2018-02", "2018-03", 10, 2000, 1000, 16, 3200, 1600],
  ["2018-03", "2018-04", 9, 1800, 900, 15, 3000, 1500],
  ["2018-04", "2018-05", 8, 1600, 800, 14, 2800, 1400],
  ["2018-05", "2018-06", 7, 1400, 700, 13, 2600, 1300],
  ["2018-06", "2018-07", 6, 1200, 600, 12, 2400, 1200],
  ["2018-07", "2018-08", 5, 1000, 500, 11, 2200, 1100],
  ["2018-08", "2018-09", 4, 800, 400, 10, 2000, 1000],
  ["2018-09", "2018-10", 3, 600, 300, 9, 1800, 900],
  ["2018-10", "2018-11", 2, 400, 200, 8, 1600, 800],
  ["2018-11", "2018-12", 1, 200, 100, 7, 1400, 700],
] as const;

describe("the table of docs/programme.md 4.2", () => {
  test.each(table)(
    "a yes in %s",
    (yes, from, months, totalLow, totalHigh, more, moreLow, moreHigh) => {
      for (const intentOn of [`${yes}-01`, `${yes}-28`]) {
        expect(topUp({ intentOn })).toEqual({
          monthly: 200,
          from,
          until: "2018-12",
          months,
          total: totalLow,
        });
        expect(topUp({ intentOn, incomeSatang: high })).toEqual({
          monthly: 100,
          from,
          until: "2018-12",
          months,
          total: totalHigh,
        });
        const extended = until("2019-06");
        expect(topUp({ intentOn }, extended)).toMatchObject({ months: more, total: moreLow });
        expect(topUp({ intentOn, incomeSatang: high }, extended)).toMatchObject({
          months: more,
          total: moreHigh,
        });
      }
    },
  );

  test("a yes in December pays nothing, and six months where the scheme is extended", () => {
    expect(topUp({ intentOn: "2018-12-01" })).toEqual({ none: "SCHEME_ENDED" });
    expect(topUp({ intentOn: "2018-12-31" }, until("2019-06"))).toEqual({
      monthly: 200,
      from: "2019-01",
      until: "2019-06",
      months: 6,
      total: 1200,
    });
    const extended = topUp({ intentOn: "2018-12-31", incomeSatang: high }, until("2019-06"));
    expect(extended).toMatchObject({ months: 6, total: 600 });
  });

  test("a yes before the window does not count", () => {
    expect(topUp({ intentOn: "2018-01-31" })).toEqual({ none: "BEFORE_WINDOW" });
  });
});

test.each([
  [0, 200],
  [1000, 200],
  [2_999_999, 200],
  [3_000_000, 200],
  [3_000_001, 100],
  [10_000_000, 100],
])("an income of %i satang gives %i baht a month", (incomeSatang, monthly) => {
  expect(topUp({ incomeSatang, intentOn: "2018-02-28" })).toMatchObject({ monthly });
});

test("the reason for no top-up is the first that is true", () => {
  const over = 10_000_001;
  expect(topUp({ incomeSatang: over })).toEqual({ none: "INCOME_OVER_100000" });
  expect(topUp({ incomeSatang: over, intentOn: "2018-02-01" })).toEqual({
    none: "INCOME_OVER_100000",
  });
  expect(topUp({})).toEqual({ none: "NO_YES" });
  expect(topUp({ intentOn: "2018-01-31", assessedOn: "2017-12-01" })).toEqual({
    none: "BEFORE_WINDOW",
  });
  expect(topUp({ intentOn: "2018-01-31", assessedOn: "2018-12-01" })).toEqual({
    none: "SCHEME_ENDED",
  });
});

describe("which yes counts (docs/programme.md 4.3)", () => {
  test("the earlier one, wherever it was given", () => {
    const both = { intentOn: "2018-02-28", assessedOn: "2018-03-20" };
    expect(topUp(both)).toMatchObject({ from: "2018-03" });
    expect(topUp({ intentOn: "2018-03-20", assessedOn: "2018-02-28" })).toEqual(topUp(both));
    expect(topUp({ assessedOn: "2018-03-20" })).toMatchObject({ from: "2018-04" });
    expect(topUp({ intentOn: "2018-01-31", assessedOn: "2018-03-20" })).toMatchObject({
      from: "2018-04",
    });
  });

  test("another trigger looks at its own date only", () => {
    const both = { intentOn: "2018-02-28", assessedOn: "2018-03-20" };
    expect(topUp(both, triggeredBy("intent"))).toMatchObject({ from: "2018-03" });
    expect(topUp(both, triggeredBy("assessment"))).toMatchObject({ from: "2018-04" });
    expect(topUp({ intentOn: "2018-02-28" }, triggeredBy("assessment"))).toEqual({
      none: "NO_YES",
    });
    expect(topUp({ assessedOn: "2018-02-28" }, triggeredBy("intent"))).toEqual({ none: "NO_YES" });
  });

  test("a no at the interview is no date, so the yes of February still pays", () => {
    expect(topUp({ intentOn: "2018-02-10", assessedOn: null })).toMatchObject({ months: 10 });
  });

  test("a no first and a yes later pays from the month after the yes", () => {
    expect(topUp({ intentOn: null, assessedOn: "2018-04-02" })).toMatchObject({
      from: "2018-05",
      months: 8,
    });
  });
});

const day = fc.integer({ min: -400, max: 800 }).map((days) => addDays("2018-02-01", days));
const income = fc.oneof(
  fc.integer({ min: 0, max: 12_000_000 }),
  fc.constantFrom(0, 2_999_999, 3_000_000, 3_000_001, 10_000_000, 10_000_001),
);
const maybeDay = fc.option(day, { nil: null });

test("what a first yes of a day is still paid, to be said before the interview", () => {
  expect(monthsOfYes(rules2018, "2018-06-15")).toEqual({ from: "2018-07", until: "2018-12" });
  expect(monthsOfYes(rules2018, "2018-12-01")).toBeNull();
});

describe("for all dates and incomes", () => {
  test("the total is months times the monthly amount, of one to ten months", () => {
    fc.assert(
      fc.property(income, maybeDay, maybeDay, (incomeSatang, intentOn, assessedOn) => {
        const answer = topUp({ incomeSatang, intentOn, assessedOn });
        if ("none" in answer) return;
        expect(answer.total).toBe(answer.months * answer.monthly);
        expect(answer.months).toBeGreaterThanOrEqual(1);
        expect(answer.months).toBeLessThanOrEqual(10);
        expect(answer.monthly).toBe(incomeSatang <= 3_000_000 ? 200 : 100);
        expect(answer.until).toBe("2018-12");
      }),
      { numRuns: 1000 },
    );
  });

  test("a later yes never pays more", () => {
    const total = (intentOn: string) => {
      const answer = topUp({ intentOn });
      return "none" in answer ? 0 : answer.total;
    };
    fc.assert(
      fc.property(fc.nat(600), fc.nat(200), (start, later) => {
        const first = addDays("2018-02-01", start);
        expect(total(addDays(first, later))).toBeLessThanOrEqual(total(first));
      }),
    );
  });

  test("one income over the months is what it pays alone", () => {
    fc.assert(
      fc.property(income, maybeDay, maybeDay, (incomeSatang, intentOn, assessedOn) => {
        const yes = { intentOn, assessedOn };
        const history = topUpOverMonths(rules2018, yes, [{ incomeSatang, from: null }]);
        const alone = topUp({ incomeSatang, ...yes });
        expect(history.parts[0]?.paid ?? null).toEqual("none" in alone ? null : alone);
        expect(history.total).toBe("none" in alone ? 0 : alone.total);
      }),
    );
  });

  test("several incomes share the months without gap or overlap", () => {
    const later = fc.record({
      incomeSatang: fc.integer({ min: 0, max: 10_000_000 }),
      from: fc
        .integer({ min: 1, max: 12 })
        .map((month) => `2018-${String(month).padStart(2, "0")}`),
    });
    fc.assert(
      fc.property(fc.array(later, { maxLength: 4 }), day, (others, intentOn) => {
        const incomes: IncomeInForce[] = [{ incomeSatang: low, from: null }, ...others];
        const history = topUpOverMonths(rules2018, { intentOn, assessedOn: null }, incomes);
        const alone = topUp({ intentOn });
        expect(history.months).toBe("none" in alone ? 0 : alone.months);
        expect(history.none).toBe("none" in alone ? alone.none : null);
        const paid = history.parts.flatMap((part) => part.paid ?? []);
        for (const [index, part] of paid.entries()) {
          const next = paid[index + 1];
          if (next) expect(part.until < next.from).toBe(true);
        }
      }),
    );
  });
});

describe("a corrected income changes the months to come only (docs/programme.md 4.4)", () => {
  test("imported in May, it counts from June", () => {
    expect(incomeCountsFrom("2018-05-31")).toBe("2018-06");
    expect(incomeCountsFrom("2018-12-01")).toBe("2019-01");
    const history = topUpOverMonths(rules2018, { intentOn: "2018-02-10", assessedOn: null }, [
      { incomeSatang: high, from: "2018-06" },
      { incomeSatang: low, from: null },
    ]);
    expect(history).toEqual({
      none: null,
      parts: [
        {
          incomeSatang: low,
          from: null,
          band: "up_to_30000",
          paid: { monthly: 200, from: "2018-03", until: "2018-05", months: 3, total: 600 },
        },
        {
          incomeSatang: high,
          from: "2018-06",
          band: "over_30000",
          paid: { monthly: 100, from: "2018-06", until: "2018-12", months: 7, total: 700 },
        },
      ],
      months: 10,
      total: 1300,
    });
  });

  test("a correction before the first paid month replaces the income wholly", () => {
    const history = topUpOverMonths(rules2018, { intentOn: "2018-04-10", assessedOn: null }, [
      { incomeSatang: low, from: null },
      { incomeSatang: high, from: "2018-03" },
    ]);
    expect(history.parts.map(({ paid }) => paid?.total ?? null)).toEqual([null, 800]);
  });

  test("an income over 100,000 pays nothing in its months", () => {
    const history = topUpOverMonths(rules2018, { intentOn: "2018-02-10", assessedOn: null }, [
      { incomeSatang: low, from: null },
      { incomeSatang: 10_000_001, from: "2018-06" },
    ]);
    expect(history).toMatchObject({ none: null, months: 3, total: 600 });
  });

  test("without a yes there is nothing to pay", () => {
    const history = topUpOverMonths(rules2018, { intentOn: null, assessedOn: null }, [
      { incomeSatang: low, from: null },
    ]);
    expect(history).toMatchObject({ none: "NO_YES", months: 0, total: 0 });
  });
});

test("the country's ceiling, had everyone said yes in February", () => {
  const each = (incomeSatang: number) => {
    const answer = topUp({ incomeSatang, intentOn: "2018-02-01" });
    return "none" in answer ? 0 : answer.total;
  };
  const sum = 8_348_692 * each(low) + 3_120_492 * each(high);
  expect(sum).toBe(19_817_876_000);
  expect(Number.isSafeInteger(sum * 100)).toBe(true);
});

test("the bands leave no income out", () => {
  fc.assert(
    fc.property(fc.nat(), (satang) => {
      expect(bandOf(rules2018, satang).id).toBe(satang <= low ? "up_to_30000" : "over_30000");
    }),
  );
});
