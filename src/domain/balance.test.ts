import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BalanceCell, type BalanceOfficer, suggestBalance } from "./balance";

const names = ["a", "b", "c", "d", "e"];
/** A district: its officers, villages with who may move, and loads that hold at least those people. */
const district = fc
  .record({
    officers: fc.integer({ min: 1, max: 5 }),
    fixed: fc.array(fc.nat({ max: 200 }), { minLength: 5, maxLength: 5 }),
    cells: fc.uniqueArray(
      fc.record({
        village: fc.constantFrom("540601-1", "540601-2", "540601-3", "540602-1", "540602-2"),
        officerId: fc.constantFrom(null, "a", "b", "c", "d", "e", "left"),
        people: fc.integer({ min: 1, max: 120 }),
      }),
      { selector: ({ village, officerId }) => `${village} ${officerId}`, maxLength: 25 },
    ),
  })
  .map(({ officers, fixed, cells }) => ({
    cells: cells as BalanceCell[],
    officers: names.slice(0, officers).map(
      (officerId, nth): BalanceOfficer => ({
        officerId,
        people:
          (fixed[nth] ?? 0) +
          cells
            .filter((cell) => cell.officerId === officerId)
            .reduce((sum, { people }) => sum + people, 0),
      }),
    ),
  }));

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

describe("the suggestion that evens out the loads", () => {
  it("loses nobody and doubles nobody: what leaves a village's officer was there, all who wait are given", () => {
    fc.assert(
      fc.property(district, ({ officers, cells }) => {
        const { steps } = suggestBalance(officers, cells);
        for (const { village, officerId, people } of cells) {
          const leaving = sum(
            steps
              .filter((step) => step.village === village && step.from === officerId)
              .map((step) => step.people),
          );
          const takesPart = officers.some((officer) => officer.officerId === officerId);
          if (takesPart) expect(leaving).toBeLessThanOrEqual(people);
          else expect(leaving).toBe(people);
        }
        const known = new Set(cells.map((cell) => `${cell.village} ${cell.officerId}`));
        for (const step of steps) {
          expect(known.has(`${step.village} ${step.from}`)).toBe(true);
          expect(officers.map(({ officerId }) => officerId)).toContain(step.to);
          expect(step.people).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("reports the loads that its steps make", () => {
    fc.assert(
      fc.property(district, ({ officers, cells }) => {
        const { steps, loads, before, after } = suggestBalance(officers, cells);
        for (const { officerId, before: had, after: has } of loads) {
          const gained = sum(steps.filter(({ to }) => to === officerId).map((s) => s.people));
          const gave = sum(steps.filter(({ from }) => from === officerId).map((s) => s.people));
          expect(has).toBe(had + gained - gave);
        }
        expect(before.max).toBe(Math.max(...officers.map(({ people }) => people)));
        expect(after.max).toBe(Math.max(...loads.map((load) => load.after)));
        expect(after.mean).toBeCloseTo(sum(loads.map((load) => load.after)) / officers.length);
      }),
    );
  });

  it("is never worse: the heaviest load is no heavier than before, or than an even share and a tenth", () => {
    fc.assert(
      fc.property(district, ({ officers, cells }) => {
        const { before, after } = suggestBalance(officers, cells);
        const even = Math.ceil(after.mean) + Math.max(1, Math.floor(after.mean * 0.1));
        expect(after.max).toBeLessThanOrEqual(Math.max(before.max, even));
      }),
    );
  });

  it("is the same every time, whatever the order of what is given", () => {
    fc.assert(
      fc.property(district, ({ officers, cells }) => {
        const again = suggestBalance(officers, [...cells].reverse());
        expect(again).toEqual(suggestBalance(officers, cells));
      }),
    );
  });

  it("moves whole villages where they fit", () => {
    const { steps, after } = suggestBalance(
      [
        { officerId: "a", people: 100 },
        { officerId: "b", people: 0 },
      ],
      [
        { village: "1", officerId: "a", people: 48 },
        { village: "2", officerId: "a", people: 52 },
      ],
    );
    expect(steps).toEqual([{ village: "1", from: "a", to: "b", people: 48 }]);
    expect(after.max).toBe(52);
  });

  it("leaves alone what is even, and what cannot move", () => {
    const even = [
      { officerId: "a", people: 100 },
      { officerId: "b", people: 97 },
    ];
    expect(suggestBalance(even, [{ village: "1", officerId: "a", people: 3 }]).steps).toEqual([]);
    expect(
      suggestBalance(
        [
          { officerId: "a", people: 100 },
          { officerId: "b", people: 0 },
        ],
        [],
      ).steps,
    ).toEqual([]);
    expect(suggestBalance([], []).steps).toEqual([]);
  });
});
