import { describe, expect, test } from "vitest";
import { fewestCompared, unanswered, worstArea } from "./dashboard";

const area = (code: string, mustReach: number, answered: number, released = 0) => ({
  code,
  mustReach,
  blocks: { answered, met_waiting: 1, to_meet: mustReach - answered - released - 1, released },
});

describe("the area that is furthest behind", () => {
  test("is where the largest share has not answered, of those who have not left", () => {
    const areas = [area("a", 100, 40), area("b", 200, 60), area("c", 100, 20, 60)];
    expect(unanswered(areas[2] as (typeof areas)[0])).toEqual({ people: 20, of: 40 });
    expect(worstArea(areas)).toBe("b");
  });

  test("is none where few people live, where all are alike, and where there is only one", () => {
    const few = area("few", fewestCompared - 1, 0);
    expect(worstArea([few, area("a", 100, 60), area("b", 100, 50)])).toBe("b");
    expect(worstArea([area("a", 100, 50), area("b", 40, 20)])).toBeNull();
    expect(worstArea([area("a", 100, 50), few])).toBeNull();
    expect(worstArea([])).toBeNull();
  });

  test("of equal shares is the one with more people", () => {
    expect(worstArea([area("a", 40, 20), area("b", 100, 50), area("c", 100, 90)])).toBe("b");
  });
});
