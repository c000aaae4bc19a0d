import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planningGroups } from "./holder-filter";
import {
  classify,
  type GroupedTally,
  officersCounted,
  type PlanFacts,
  placesToOpen,
  planOutreach,
  sortStaffing,
  staffing,
  staffingOfAll,
} from "./outreach-plan";
import { ruleSetsOfCode } from "./rules/rule-sets";

const [rules] = ruleSetsOfCode;

/** So many interviews left, in all three parts. */
const left = (all: number): PlanFacts["left"] => {
  const [in_area, met_waiting] = [Math.floor(all / 2), Math.floor(all / 3)];
  return { all, parts: { in_area, met_waiting, voluntary: all - in_area - met_waiting } };
};

const facts = (overrides: Partial<PlanFacts> = {}): PlanFacts => ({
  awaited: 1000,
  left: left(380),
  officers: 2,
  shared: [],
  places: [{ opensOn: "2018-02-01", closesOn: "2018-02-28" }],
  from: "2018-01-20",
  walkIn: rules.walkIn.value,
  homeVisits: rules.homeVisits.value,
  holidays: rules.fieldworkHolidays.value,
  ...overrides,
});
const assumptions = { interviewsADay: 5, deskCapacity: 40 };

describe("the plan", () => {
  it("of a district in January: 20 days a place, 38 working days in the field", () => {
    expect(planOutreach(assumptions, facts())).toEqual({
      placeDays: 20,
      perPlaceDay: 50,
      placeDaysMissing: 5,
      fieldDays: 38,
      perFieldDay: 10,
      officersNeeded: 2,
      officers: 2,
      officersMissing: 0,
    });
  });

  it("counts only the days that are left, and only those of the window", () => {
    const late = facts({
      from: "2018-02-26",
      places: [
        { opensOn: "2018-02-01", closesOn: "2018-02-28" },
        { opensOn: "2018-02-28", closesOn: "2018-03-31" },
      ],
    });
    expect(planOutreach(assumptions, late)).toMatchObject({ placeDays: 4, fieldDays: 38 });
    expect(planOutreach(assumptions, facts({ from: "2018-04-29" })).fieldDays).toBe(1);
    expect(planOutreach(assumptions, facts({ from: "2018-04-30" })).fieldDays).toBe(0);
  });

  it("says that nothing is enough when people are left and no day", () => {
    expect(planOutreach(assumptions, facts({ from: "2018-05-01" }))).toMatchObject({
      fieldDays: 0,
      perFieldDay: null,
      officersNeeded: null,
      officersMissing: null,
    });
    expect(planOutreach(assumptions, facts({ from: "2018-05-01", left: left(0) }))).toMatchObject({
      officersNeeded: 0,
      officersMissing: 0,
    });
  });

  it("is enough, and one officer fewer is not, whatever the numbers", () => {
    const number = fc.nat({ max: 20_000 });
    fc.assert(
      fc.property(
        number,
        number,
        fc.nat({ max: 30 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 300 }),
        (awaited, toMeet, officers, interviewsADay, deskCapacity) => {
          const given = { interviewsADay, deskCapacity };
          const plan = planOutreach(given, facts({ awaited, left: left(toMeet), officers }));
          const needed = plan.officersNeeded ?? 0;
          const meets = (count: number) => count * plan.fieldDays * interviewsADay;
          expect(meets(needed)).toBeGreaterThanOrEqual(toMeet);
          if (needed > 0) expect(meets(needed - 1)).toBeLessThan(toMeet);
          expect(officers + (plan.officersMissing ?? 0)).toBeGreaterThanOrEqual(needed);
          expect(
            (plan.placeDays + (plan.placeDaysMissing ?? 0)) * deskCapacity,
          ).toBeGreaterThanOrEqual(awaited);
          expect((plan.perPlaceDay ?? 0) * plan.placeDays).toBeGreaterThanOrEqual(awaited);
        },
      ),
    );
  });
});

it("asks for no place-days once nobody can come to a place any more", () => {
  const march = planOutreach(assumptions, facts({ from: "2018-03-01" }));
  expect(march).toMatchObject({ placeDays: 0, placeDaysMissing: null });
  expect(planOutreach(assumptions, facts({ from: "2018-02-28" })).placeDaysMissing).toBe(24);
});

describe("the classification", () => {
  const row = fc.record<GroupedTally>({
    subdistrictCode: fc.constantFrom("540501", "540502", "540503"),
    ageClass: fc.constantFrom("up_to_60", "over_60"),
    incomeBand: fc.constantFrom("up_to_30000", "over_30000"),
    occupationGroup: fc.constantFrom(...planningGroups),
    people: fc.nat({ max: 500 }),
  });
  const sum = (numbers: number[]) => numbers.reduce((all, each) => all + each, 0);

  it("sums up to the whole: cells to lines, lines to the total, the four cuts to everybody", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        const whole = sum(rows.map(({ people }) => people));
        expect(classify(rows, {}).total.total).toBe(whole);
        const cuts = (["up_to_60", "over_60"] as const).flatMap((age) =>
          (["up_to_30000", "over_30000"] as const).map((income) => classify(rows, { age, income })),
        );
        expect(sum(cuts.map(({ total }) => total.total))).toBe(whole);
        for (const { lines, total } of cuts) {
          expect(sum(lines.map((line) => line.total))).toBe(total.total);
          for (const line of lines)
            expect(sum(planningGroups.map((group) => line[group]))).toBe(line.total);
        }
      }),
    );
  });
});

describe("an account officer of several districts", () => {
  it.each([
    { districts: [1, 1, 1], officers: 3 },
    { districts: [1, 2], officers: 1.5 },
    { districts: [3, 3, 3], officers: 1 },
    { districts: [], officers: 0 },
  ])(
    "counts in each for a part of a day: of $districts districts they are $officers",
    ({ districts, officers }) => {
      expect(officersCounted(districts)).toBe(officers);
    },
  );

  it("is promised once by all plans together, however many districts there are", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), (districts) => {
        const each = staffing(1, 1, 1, officersCounted([districts]));
        const all = staffingOfAll(Array.from({ length: districts }, () => each));
        expect(Math.abs(all.officers - 1)).toBeLessThan(0.05);
      }),
    );
  });

  it("leaves a whole officer to be asked for where a part is missing", () => {
    expect(staffing(30, 2, 5, 1.5)).toEqual({
      officersNeeded: 3,
      officers: 1.5,
      officersMissing: 2,
    });
  });
});

it("orders districts by what is missing, and one that no number is enough for before all", () => {
  const rows = [
    { code: "a", ...staffing(10, 2, 5, 2) },
    { code: "b", ...staffing(10, 0, 5, 9) },
    { code: "c", ...staffing(30, 2, 5, 1) },
  ];
  const order = (sort: Parameters<typeof sortStaffing>[1]) =>
    sortStaffing(rows, sort).map(({ code }) => code);
  expect(order("missing")).toEqual(["b", "c", "a"]);
  expect(order("officers")).toEqual(["b", "a", "c"]);
  expect(order(undefined)).toEqual(["a", "b", "c"]);
});

it("says missing place-days as places on the days that are left", () => {
  const left = facts({ from: "2018-02-26" });
  const { places = 0, days = 0 } = placesToOpen(25, left) ?? {};
  expect([places, days]).toEqual([9, 3]);
  expect(placesToOpen(0, left)).toBeNull();
  expect(placesToOpen(null, left)).toBeNull();
  expect(placesToOpen(25, facts({ from: "2018-03-01" }))).toBeNull();
});
