import { expect, test } from "vitest";
import { mapStep, tilesOf } from "@/domain/figures/tiles";
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

test("a share stands in one of five steps; of nobody there is none", () => {
  expect([0, 19, 20, 39, 40, 60, 79, 80, 100].map((people) => mapStep(people, 100))).toEqual([
    0, 0, 1, 1, 2, 3, 3, 4, 4,
  ]);
  expect(mapStep(0, 0)).toBeNull();
});
