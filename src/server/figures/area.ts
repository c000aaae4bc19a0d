import { provinceOf } from "@/domain/areas";
import type { FigureArea } from "@/domain/figures/area";
import { getAreaNames, listDistrictNames } from "@/server/areas/queries";
import { programmeDate } from "@/server/clock";
import { Prisma } from "@/server/generated/prisma/client";
import type { Scoped } from "@/server/scope";

/** What the frame of every picture says of its area, and the districts to choose from. Null where the area does not exist. */
export async function nameArea({ tx }: Scoped, area: FigureArea) {
  const districtCode = "districtCode" in area ? area.districtCode : null;
  const provinceCode = "districtCode" in area ? provinceOf(area.districtCode) : area.provinceCode;
  const [today, names, districts] = await Promise.all([
    programmeDate(tx),
    getAreaNames({ provinceCode, districtCode }, tx),
    listDistrictNames(provinceCode, tx),
  ]);
  if (districtCode !== null && names.district === null) return null;
  return { area, today, districts, name: names.district ?? names.province ?? provinceCode };
}

/** The rows of an area in a counter. */
export const countedWithin = (area: FigureArea) =>
  "districtCode" in area
    ? Prisma.sql`district_code = ${area.districtCode}`
    : Prisma.sql`province_code = ${area.provinceCode}`;
