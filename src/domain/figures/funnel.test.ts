import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type FunnelRow,
  funnelOf,
  funnelSteps,
  funnelsByPart,
  leftBys,
  medianOf,
  wholeOf,
} from "./funnel";

const row: fc.Arbitrary<FunnelRow> = fc.record({
  part: fc.constantFrom("a", "b", "c"),
  furthest: fc.constantFrom(...funnelSteps),
  leftBy: fc.constantFrom("none" as const, ...leftBys),
  people: fc.integer({ min: 1, max: 50 }),
});

describe("a funnel", () => {
  it("counts a person once in each step up to the furthest, so that no step has more than the one before", () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const stages = funnelOf(rows);
        expect(wholeOf(stages)).toBe(rows.reduce((sum, { people }) => sum + people, 0));
        for (const [at, stage] of stages.entries()) {
          const next = stages[at + 1]?.people ?? 0;
          const here = rows
            .filter(({ furthest }) => furthest === stage.step)
            .reduce((sum, { people }) => sum + people, 0);
          expect(stage.people - next).toBe(here);
          const left = leftBys.reduce((sum, reason) => sum + stage.left[reason], 0);
          expect(left).toBeLessThanOrEqual(here);
        }
      }),
    );
  });

  it("of its parts adds up to the whole, step by step", () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const parts = funnelsByPart(rows);
        for (const [at, stage] of funnelOf(rows).entries())
          expect(parts.reduce((sum, part) => sum + (part.stages[at]?.people ?? 0), 0)).toBe(
            stage.people,
          );
      }),
    );
  });

  it("counts who skipped a step in that step too", () => {
    const stages = funnelOf([{ part: "", furthest: "started", leftBy: "none", people: 1 }]);
    expect(stages.map(({ people }) => people)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 0, 0]);
  });
});

describe("the median of days", () => {
  it("is that of the days written out one by one", () => {
    const days = fc.array(fc.record({ days: fc.nat(40), people: fc.integer({ min: 1, max: 9 }) }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(days, (rows) => {
        const all = rows
          .flatMap((each) => Array<number>(each.people).fill(each.days))
          .sort((one, other) => one - other);
        const [low, high] = [all[(all.length - 1) >> 1] ?? 0, all[all.length >> 1] ?? 0];
        expect(medianOf(rows)).toEqual({ median: (low + high) / 2, people: all.length });
      }),
    );
  });

  it("of nobody is not known, and never 0", () => {
    expect(medianOf([])).toBeNull();
  });
});
