import { type GeoStream, geoIdentity, geoPath } from "d3-geo";
import { MapRefused, type Outline } from "./read";

/** Units of the box of a picture, wide and high. A border follows whole units: a finer line would only make the page longer. */
const box = { width: 500, height: 700 };
/** Characters of all lines of one picture, so that its page stays within its budget. */
const longest = 60_000;

/** The outline of an area as an SVG path, and where its name stands. */
export type Shape = { code: string; path: string; x: number; y: number };
export type Drawing = { width: number; height: number; shapes: Shape[] };

/**
 * Draws the parts of one area, north above, in a box of their own proportions. Neighbours keep a common border, because every point
 * goes to the nearest whole unit.
 * @throws MapRefused with `tooDetailed`
 */
export function drawMap(parts: readonly Outline[]): Drawing {
  const flat = parts.map(({ code, outline }) => ({ code, outline: flattened(outline) }));
  const everything = {
    type: "GeometryCollection" as const,
    geometries: flat.map(({ outline }) => outline),
  };
  const projection = geoIdentity().reflectY(true).fitSize([box.width, box.height], everything);
  const [[left, top], [right, bottom]] = geoPath(projection).bounds(everything);
  const place = geoPath({ stream: (sink) => projection.stream(onWholeUnits(sink, left, top)) });
  const shapes = flat.map(({ code, outline }) => {
    const [x, y] = place.centroid(largestOf(outline));
    return { code, path: place(outline) ?? "", x: Math.round(x), y: Math.round(y) };
  });
  if (shapes.reduce((sum, { path }) => sum + path.length, 0) > longest)
    throw new MapRefused("tooDetailed");
  return { width: Math.ceil(right - left), height: Math.ceil(bottom - top), shapes };
}

type Polygon = Extract<Outline["outline"], { type: "Polygon" }>;
type MultiPolygon = Extract<Outline["outline"], { type: "MultiPolygon" }>;

/** A degree of longitude is shorter than one of latitude; here as much as in the middle of the country. */
const shrink = Math.cos((15 * Math.PI) / 180);

function flattened(outline: Polygon | MultiPolygon): MultiPolygon {
  const polygons = outline.type === "Polygon" ? [outline.coordinates] : outline.coordinates;
  const place = ([east = 0, north = 0]: number[]) => [east * shrink, north];
  return {
    type: "MultiPolygon",
    coordinates: polygons.map((rings) => rings.map((ring) => ring.map(place))),
  };
}

/** The largest of its islands: the middle of all of them may lie in the sea. */
function largestOf({ coordinates }: MultiPolygon): Polygon {
  const plane = geoPath();
  const [largest] = coordinates
    .map((rings) => ({ type: "Polygon" as const, coordinates: rings }))
    .sort((a, b) => plane.area(b) - plane.area(a));
  return largest ?? { type: "Polygon", coordinates: [] };
}

/** Moves each point to the box and to whole units, and leaves out those that fall on the one before. */
function onWholeUnits(sink: GeoStream, left: number, top: number): GeoStream {
  let last = "";
  return {
    point(x, y) {
      const [across, down] = [Math.round(x - left), Math.round(y - top)];
      const here = `${across} ${down}`;
      if (here !== last) sink.point(across, down);
      last = here;
    },
    lineStart() {
      last = "";
      sink.lineStart();
    },
    lineEnd: () => sink.lineEnd(),
    polygonStart: () => sink.polygonStart(),
    polygonEnd: () => sink.polygonEnd(),
  };
}
