import { expect, test } from "vitest";
import { mapStep, mapSteps, tilesOf } from "@/domain/figures/tiles";
import { referenceAreas } from "@/server/areas/reference";

const { districts, subdistricts } = referenceAreas();
const within = (areas: readonly { code: string }[], code: string) =>
  areas.map((area) => area.code).filter((each) => each.startsWith(code));

test("every district of Phrae, and every subdistrict of each, has exactly one tile and a place of its own", () => {
  const ofPhrae = within(districts, "54");
  expect(ofPhrae).toHaveLength(8);
  for (const [code, parts] of [
    ["54", ofPhrae],
    ...ofPhrae.map((district) => [district, within(subdistricts, district)] as const),
  ] as const) {
    const tiles = tilesOf(code) ?? [];
    expect(tiles.map((tile) => tile.code).sort(), code).toEqual(parts);
    const places = new Set(tiles.map(({ column, row }) => `${column} ${row}`));
    expect(places.size, code).toBe(parts.length);
  }
});

test("no other province has tiles that nobody laid", () => {
  const others = districts.filter(({ code }) => !code.startsWith("54"));
  expect(others.filter(({ code }) => tilesOf(code) !== null)).toEqual([]);
  expect(tilesOf("53")).toBeNull();
});

test("five steps reach to the furthest area, so that places differ in the first week and in the last", () => {
  const of = (...answered: number[]) => answered.map((people) => ({ answered: people, goal: 100 }));
  expect(mapSteps(of(0, 3, 8))).toEqual([0, 2, 4, 6, 8]);
  expect(mapSteps(of(0, 5))).toEqual([0, 1, 2, 3, 4]);
  expect(mapSteps(of(12, 100))).toEqual([0, 20, 40, 60, 80]);
  expect(mapSteps([])).toEqual([0, 1, 2, 3, 4]);
  const steps = mapSteps(of(100));
  const stepOf = (answered: number) => mapStep({ answered, goal: 100 }, steps);
  expect([0, 19, 20, 39, 40, 60, 79, 80, 100].map(stepOf)).toEqual([0, 0, 1, 1, 2, 3, 3, 4, 4]);
  expect(mapStep({ answered: 0, goal: 0 }, steps)).toBeNull();
});
