import { z } from "zod";
import { districtOf, provinceOf } from "@/domain/areas";

/** Bytes of the largest drawing of a province: its outlines in full detail. */
export const largestMapFile = 8 * 1024 * 1024;

/** Degrees that hold the whole country (WGS 84); what lies outside is in other coordinates. */
const country = { west: 97, east: 106, south: 5, north: 21 };

const ring = z.array(z.array(z.number()).min(2)).min(4);
const polygon = z.array(ring).min(1);
const collection = z.object({
  type: z.literal("FeatureCollection"),
  features: z
    .array(
      z.object({
        properties: z.record(z.string(), z.unknown()).nullable(),
        geometry: z.discriminatedUnion("type", [
          z.object({ type: z.literal("Polygon"), coordinates: polygon }),
          z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(polygon).min(1) }),
        ]),
      }),
    )
    .min(1)
    .max(10_000),
});
type Feature = z.infer<typeof collection>["features"][number];

/** Why a file is no drawing of areas; `names` says which codes. */
export class MapRefused extends Error {
  constructor(
    readonly fault: MapFault,
    readonly names: readonly string[] = [],
  ) {
    super(fault);
  }
}
export type MapFault =
  | "notGeoJson"
  | "noCodes"
  | "unknownCodes"
  | "severalProvinces"
  | "twice"
  | "missingParts"
  | "otherCoordinates"
  | "tooDetailed";

export type Outline = { code: string; outline: Feature["geometry"] };
/** The parts of one province or district, all of them, by code. */
export type Whole = { within: string; parts: Outline[] };

/**
 * The outlines in a GeoJSON file: the districts of one province, the subdistricts of whole districts of it, or both. The codes
 * are found in whichever property holds them, with or without the TH that the United Nations put before them.
 * @param known Every official code of districts and subdistricts.
 * @throws MapRefused
 */
export function readOutlines(text: string, known: readonly string[]): Whole[] {
  const { features } = parse(text);
  const outlines = withCodes(features, new Set(known));
  const provinces = new Set(outlines.map(({ code }) => provinceOf(code)));
  if (provinces.size > 1) throw new MapRefused("severalProvinces", [...provinces].sort());
  const seen = new Set<string>();
  const twice = outlines.filter(({ code }) => seen.size === seen.add(code).size);
  if (twice.length > 0)
    throw new MapRefused(
      "twice",
      twice.map(({ code }) => code),
    );
  if (!outlines.every(liesInCountry)) throw new MapRefused("otherCoordinates");
  const missing = known.filter((code) => !seen.has(code) && isNeeded(code, outlines));
  if (missing.length > 0) throw new MapRefused("missingParts", missing);
  const wholes = new Map<string, Outline[]>();
  for (const each of outlines.sort((a, b) => (a.code < b.code ? -1 : 1)))
    wholes.set(wholeOf(each.code), [...(wholes.get(wholeOf(each.code)) ?? []), each]);
  return [...wholes].map(([within, parts]) => ({ within, parts }));
}

/** Of which area a part is: the province of a district, the district of a subdistrict. */
const wholeOf = (code: string) => (code.length === 4 ? provinceOf(code) : districtOf(code));

/** A picture has all parts of its area, or there is no such picture. */
const isNeeded = (code: string, outlines: readonly Outline[]) =>
  outlines.some((each) => each.code.length === code.length && wholeOf(each.code) === wholeOf(code));

function parse(text: string) {
  try {
    return collection.parse(JSON.parse(text));
  } catch {
    throw new MapRefused("notGeoJson");
  }
}

const codeIn = (value: unknown) =>
  /^(?:TH)?(\d{4}(?:\d{2})?)$/.exec(
    typeof value === "number" || typeof value === "string" ? String(value).trim() : "",
  )?.[1];

/** The features with their codes, from the property that has most of the official ones. */
function withCodes(features: readonly Feature[], known: ReadonlySet<string>): Outline[] {
  const names = new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})));
  const found = [...names]
    .map((name) => features.map(({ properties }) => codeIn(properties?.[name])))
    .map((codes) => ({ codes, known: codes.filter((code) => code && known.has(code)).length }))
    .sort((a, b) => b.known - a.known)[0];
  if (!found || found.known === 0) throw new MapRefused("noCodes");
  const outlines = features.map(({ geometry }, at) => ({
    code: found.codes[at] ?? "",
    outline: geometry,
  }));
  const unknown = outlines.filter(({ code }) => !known.has(code)).map(({ code }) => code || "?");
  if (unknown.length > 0) throw new MapRefused("unknownCodes", unknown);
  return outlines;
}

function liesInCountry({ outline }: Outline): boolean {
  const polygons = outline.type === "Polygon" ? [outline.coordinates] : outline.coordinates;
  return polygons.flat(2).every(([east = 0, north = 0]) => {
    const inside = east >= country.west && east <= country.east;
    return inside && north >= country.south && north <= country.north;
  });
}
