import { progressByArea, unanswered } from "@/domain/dashboard";
import type { FigureArea } from "@/domain/figures/area";
import { tilesOf } from "@/domain/figures/tiles";
import { findAreaMap } from "@/server/area-maps/queries";
import { listSubdistrictNames } from "@/server/areas/queries";
import { listTally, listTallyOfSubdistricts } from "@/server/dashboards/tally";
import type { Scoped } from "@/server/scope";
import { nameArea } from "./area";
import { partFilter } from "./glance";

/**
 * The parts of an area with how many of ทุกคน have answered, and how they lie: drawn, else as tiles, else neither. Null where the area
 * does not exist.
 */
export async function getMap(scope: Scoped, area: FigureArea) {
  const named = await nameArea(scope, area);
  if (!named) return null;
  const ofDistrict = "districtCode" in area;
  const within = ofDistrict ? area.districtCode : area.provinceCode;
  const [names, drawing, progress] = await Promise.all([
    ofDistrict ? listSubdistrictNames(within, scope.tx) : named.districts,
    findAreaMap(scope, within),
    ofDistrict
      ? listTallyOfSubdistricts(scope, area).then((rows) =>
          progressByArea(rows, (row) => row.subdistrictCode),
        )
      : listTally(scope, area).then((rows) => progressByArea(rows, (row) => row.districtCode)),
  ]);
  const parts = Object.entries(names).map(([code, name]) => {
    const own = progress.find((each) => each.code === code);
    const { people: left, of: goal } = own ? unanswered(own) : { people: 0, of: 0 };
    return { code, name, goal, answered: goal - left, left, filter: partFilter(area, code) };
  });
  return { ...named, parts, drawing, tiles: drawing ? null : tilesOf(within) };
}
export type AreaPicture = NonNullable<Awaited<ReturnType<typeof getMap>>>;
export type MapPart = AreaPicture["parts"][number];
