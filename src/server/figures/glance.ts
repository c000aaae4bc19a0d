import { type AreaProgress, areasBehind, coverageOf, type TallyRow } from "@/domain/dashboard";
import type { FigureArea } from "@/domain/figures/area";
import type { HolderFilter } from "@/domain/holder-filter";
import type { Period } from "@/domain/rules/rule-set";
import type { Scoped } from "@/server/scope";
import { getTrend } from "./trend";

/** How many areas are named to be helped first. */
const namedBehind = 3;

/** The people of a part of an area. */
export const partFilter = (area: FigureArea, code: string): HolderFilter =>
  "districtCode" in area ? { subdistrict: code } : { district: code };

type Part = Pick<AreaProgress, "code" | "mustReach" | "blocks"> & { name: string };

/** What the first picture of an area's page says, from its counters and those of its parts. */
export async function getGlance(
  scope: Scoped,
  area: FigureArea,
  facts: { rows: readonly TallyRow[]; parts: readonly Part[]; today: string; fieldwork: Period },
) {
  const { rows, parts, today, fieldwork } = facts;
  return {
    fieldwork,
    trend: await getTrend(scope, area, { coverage: coverageOf(rows), today, fieldwork }),
    behind: areasBehind(parts)
      .slice(0, namedBehind)
      .map((each) => ({
        ...each,
        name: parts.find(({ code }) => code === each.code)?.name ?? each.code,
        filter: partFilter(area, each.code),
      })),
  };
}
export type Glance = Awaited<ReturnType<typeof getGlance>>;
