import { tilesOf } from "@/domain/figures/tiles";

export type Ring = [number, number][];

/** The parts of a laid province or district as a surveyor would hand them in: squares of a tenth of a degree, longitude before latitude. */
export const squaresOf = (within: string, named: (code: string) => object = (code) => ({ code })) =>
  (tilesOf(within) ?? []).map(({ code, column, row }) => {
    const [west, north] = [99.5 + column / 10, 18.9 - row / 10];
    const [east, south] = [west + 0.1, north - 0.1];
    const ring: Ring = [
      [west, north],
      [east, north],
      [east, south],
      [west, south],
      [west, north],
    ];
    return {
      type: "Feature",
      properties: named(code),
      geometry: { type: "Polygon", coordinates: [ring] },
    };
  });

/** The text of a GeoJSON file. */
export const outlineFile = (features: readonly object[]) =>
  JSON.stringify({ type: "FeatureCollection", features });
