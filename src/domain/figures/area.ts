import { provinceOf } from "@/domain/areas";
import { type Actor, reachOf } from "@/domain/policy";

/** Of which area a picture is: a whole province with its districts, or a district with its subdistricts. */
export type FigureArea = { provinceCode: string } | { districtCode: string };

/**
 * The area that an address asks for: a head of a district has their own, who sees the province has all of it or the district named.
 * Null where it is out of reach.
 */
export function figureArea(
  actor: Pick<Actor, "role" | "districtCode" | "provinceCode">,
  given: Readonly<Record<string, unknown>>,
): FigureArea | null {
  const reach = reachOf(actor, "district.view");
  const { district } = given;
  const asked = typeof district === "string" && /^\d{4}$/.test(district) ? district : null;
  if (district !== undefined && asked === null) return null;
  if (reach === "district") {
    const { districtCode } = actor;
    return districtCode && (asked === null || asked === districtCode) ? { districtCode } : null;
  }
  if (reach !== "province" || !actor.provinceCode) return null;
  if (asked === null) return { provinceCode: actor.provinceCode };
  return provinceOf(asked) === actor.provinceCode ? { districtCode: asked } : null;
}

/** `?district=5404`; "" for a whole province. */
export const figureQuery = (area: FigureArea) =>
  "districtCode" in area ? `?district=${area.districtCode}` : "";
