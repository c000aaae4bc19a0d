import { sumCoverage } from "@/domain/caseload";
import type { FiguresNow } from "@/domain/report";
import { listDistrictNames, listSubdistrictNames } from "@/server/areas/queries";
import { mustReach } from "@/server/caseload/queries";
import type { Scoped } from "@/server/scope";

/** How far ทุกคน is reached in each part of an area: the subdistricts of a district, the districts of a province. */
export async function areasNow(
  { tx }: Scoped,
  { provinceCode, districtCode }: { provinceCode: string; districtCode: string | null },
): Promise<FiguresNow["areas"]> {
  const by = districtCode ? "subdistrictCode" : "districtCode";
  const names = districtCode
    ? await listSubdistrictNames(districtCode, tx)
    : await listDistrictNames(provinceCode, tx);
  const rows = await tx.holderTally.groupBy({
    by: ["subdistrictCode", "districtCode", "state"],
    where: { AND: [districtCode ? { districtCode } : { provinceCode }, mustReach] },
    _sum: { people: true },
  });
  return Object.entries(names).map(([code, name]) => {
    const { total, blocks } = sumCoverage(
      rows
        .filter((row) => row[by] === code)
        .map(({ state, _sum }) => ({ state, people: _sum.people ?? 0 })),
    );
    return {
      name,
      total,
      answered: blocks.answered,
      metWaiting: blocks.met_waiting,
      toMeet: blocks.to_meet,
      released: blocks.released,
    };
  });
}
