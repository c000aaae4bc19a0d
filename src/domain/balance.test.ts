import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type BalanceCell,
  type BalanceOfficer,
  type HeldCell,
  suggestBalance,
  tambonOf,
} from "./balance";

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
    // Besides those who may move, each officer has people in one village with whom work has begun.
    held: names.slice(0, officers).flatMap((officerId, nth): HeldCell[] => {
      const own = cells.flatMap((cell) =>
        cell.officerId === officerId ? [{ ...cell, officerId }] : [],
      );
      const begun = { village: `540603-${nth}`, officerId, people: fixed[nth] ?? 0 };
      return begun.people > 0 ? [...own, begun] : own;
    }),
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
      fc.property(district, ({ officers, cells, held }) => {
        const { steps } = suggestBalance(officers, cells, held);
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
      fc.property(district, ({ officers, cells, held }) => {
        const { steps, loads, before, after } = suggestBalance(officers, cells, held);
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

  it("is never worse: the heaviest load is no heavier than before, or than an even share and a fifth", () => {
    fc.assert(
      fc.property(district, ({ officers, cells, held }) => {
        const { before, after } = suggestBalance(officers, cells, held);
        const even = Math.ceil(after.mean) + Math.max(1, Math.floor(after.mean * 0.2));
        expect(after.max).toBeLessThanOrEqual(Math.max(before.max, even));
      }),
    );
  });

  it("is the same every time, whatever the order of what is given", () => {
    fc.assert(
      fc.property(district, ({ officers, cells, held }) => {
        const again = suggestBalance(officers, [...cells].reverse(), [...held].reverse());
        expect(again).toEqual(suggestBalance(officers, cells, held));
      }),
    );
  });

  it("divides a village of one who is not too heavy for nothing: what leaves an officer's village is all that can", () => {
    fc.assert(
      fc.property(district, ({ officers, cells, held }) => {
        const { steps, before, after } = suggestBalance(officers, cells, held);
        const even = Math.ceil(after.mean) + Math.max(1, Math.floor(after.mean * 0.2));
        if (before.max > even) return;
        for (const { village, from, people } of steps) {
          if (!officers.some(({ officerId }) => officerId === from)) continue;
          const own = cells.find((cell) => cell.village === village && cell.officerId === from);
          expect(people).toBe(own?.people);
        }
      }),
    );
  });

  it("counts villages and tambons of each officer before and after", () => {
    fc.assert(
      fc.property(district, ({ officers, cells, held }) => {
        const { steps, loads } = suggestBalance(officers, cells, held);
        for (const { officerId, villages, tambons } of loads) {
          const now = new Map(
            held.flatMap((cell) =>
              cell.officerId === officerId ? [[cell.village, cell.people]] : [],
            ),
          );
          expect(villages.before).toBe(now.size);
          for (const { village, from, to, people } of steps) {
            if (to === officerId) now.set(village, (now.get(village) ?? 0) + people);
            if (from === officerId) now.set(village, (now.get(village) ?? 0) - people);
          }
          const left = [...now].flatMap(([village, people]) => (people > 0 ? [village] : []));
          expect(villages.after).toBe(left.length);
          expect(tambons.after).toBe(new Set(left.map(tambonOf)).size);
        }
      }),
    );
  });

  it("gives a village that waits to the officer who has it, then to who has its tambon, before the lightest", () => {
    const officers = [
      { officerId: "a", people: 60 },
      { officerId: "b", people: 50 },
      { officerId: "c", people: 40 },
    ];
    const held = [
      { village: "540101-1", officerId: "a", people: 60 },
      { village: "540102-1", officerId: "b", people: 50 },
      { village: "540103-1", officerId: "c", people: 40 },
    ];
    const waiting = [
      { village: "540101-1", officerId: null, people: 4 },
      { village: "540102-7", officerId: null, people: 6 },
      { village: "540109-1", officerId: null, people: 3 },
      { village: "540109-2", officerId: null, people: 3 },
    ];
    const { steps, loads } = suggestBalance(officers, waiting, held);
    expect(steps.map(({ village, to }) => [village, to])).toEqual([
      ["540101-1", "a"],
      ["540102-7", "b"],
      ["540109-1", "c"],
      ["540109-2", "c"],
    ]);
    expect(loads.map(({ tambons }) => tambons.after)).toEqual([1, 1, 2]);
  });

  it("divides a village only where nobody has room for it whole", () => {
    const even = [
      { officerId: "a", people: 10 },
      { officerId: "b", people: 10 },
    ];
    const village = { village: "540101-1", officerId: null, people: 100 };
    const { steps, after } = suggestBalance(even, [village], []);
    expect(steps.map(({ to }) => to).sort()).toEqual(["a", "b"]);
    expect(after.max).toBeLessThanOrEqual(72);
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
      [],
    );
    expect(steps).toEqual([{ village: "1", from: "a", to: "b", people: 48 }]);
    expect(after.max).toBe(52);
  });

  it("leaves alone what is even, and what cannot move", () => {
    const even = [
      { officerId: "a", people: 100 },
      { officerId: "b", people: 97 },
    ];
    expect(suggestBalance(even, [{ village: "1", officerId: "a", people: 3 }], []).steps).toEqual(
      [],
    );
    expect(
      suggestBalance(
        [
          { officerId: "a", people: 100 },
          { officerId: "b", people: 0 },
        ],
        [],
        [],
      ).steps,
    ).toEqual([]);
    expect(suggestBalance([], [], []).steps).toEqual([]);
  });
});
