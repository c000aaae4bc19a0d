import { districtOf, provinceOf } from "@/domain/areas";
import { keysOf, tableOf } from "@/domain/tables";
import {
  type Depth,
  depthOf,
  depths,
  numbersOf,
  type People,
  type PeoplePart,
  type PublishedNumber,
  type PublishedNumbers,
  parts,
  partsOfNumber,
} from "./numbers";

/**
 * The smallest number that leaves the province, in people. The papers say nothing of it: it is our choice, after what offices of
 * statistics do (docs/security.md 4.3). The table `published_count` refuses a smaller one as well.
 */
export const smallestShown = 10;

/** The row of the sums of everything. */
export const everywhere = "all";

/** An area of the publication: `all`, a province (2 digits) or a district (4). */
export type PublishedArea = PublishedNumbers & { areaCode: string; withheld: Depth };

type Area = {
  code: string;
  people: People;
  depth: Depth;
  parent: Area | null;
  children: Area[];
};

/** People who may be thought elsewhere without changing a number that is shown: one more in each of `rise`, one fewer in `fall`. */
type Move = { depth: Depth; rise: readonly PeoplePart[]; fall: readonly PeoplePart[] };
const moves: readonly Move[] = [
  { depth: depths.answers, rise: ["answered"], fall: ["unanswered"] },
  { depth: depths.cells, rise: ["answered", "oldHigh"], fall: ["youngHigh", "oldLow"] },
  { depth: depths.cells, rise: ["unanswered", "oldHigh"], fall: ["youngHigh", "oldLow"] },
  ...parts.flatMap((one, at) =>
    parts
      .slice(at + 1)
      .filter((other) => !(one === "answered" && other === "unanswered"))
      .map((other) => ({ depth: depths.margins, rise: [one], fall: [other] })),
  ),
  ...parts.map((one) => ({ depth: depths.everything, rise: [one], fall: [] })),
];

const changes = ({ rise, fall }: Move, number: PublishedNumber) => {
  const of: readonly PeoplePart[] = partsOfNumber[number];
  const within = (some: readonly PeoplePart[]) => some.filter((part) => of.includes(part)).length;
  return within(rise) !== within(fall);
};
const movesOf = tableOf(keysOf(partsOfNumber), (number) =>
  moves.filter((move) => changes(move, number)),
);

/**
 * What of these districts' numbers is published: all areas with all numbers, those that are withheld as null. A number below
 * `smallestShown` is withheld, and as many others as it takes that every withheld number may be any of more than `smallestShown`
 * values, whatever is added up and subtracted. What is shown is true; no sum is changed.
 */
export function publish(
  districts: readonly { districtCode: string; people: People }[],
): PublishedArea[] {
  const areas = treeOf(districts);
  // Each turn withholds something more, and there is an end to that.
  while (withholdMore(areas)) {}
  return areas.map(({ code, people, depth }) => {
    const numbers = numbersOf(people);
    const shown: PublishedNumbers = tableOf(keysOf(numbers), (number) =>
      depth < depthOf[number] ? numbers[number] : null,
    );
    return { areaCode: code, withheld: depth, ...shown };
  });
}

/** All areas, the whole before its parts, each withheld as far as its own numbers are too small. */
function treeOf(districts: readonly { districtCode: string; people: People }[]): Area[] {
  const areaOf = (code: string, within: readonly { people: People }[], parent: Area | null) => {
    const people = sumOf(within);
    const area: Area = { code, people, depth: ownDepth(people), parent, children: [] };
    parent?.children.push(area);
    return area;
  };
  if (districts.length === 0) return [];
  const inOrder = [...districts].sort((a, b) => (a.districtCode < b.districtCode ? -1 : 1));
  const root = areaOf(everywhere, inOrder, null);
  const codes = [...new Set(inOrder.map(({ districtCode }) => provinceOf(districtCode)))];
  const provinces = codes.map((code) => {
    const own = inOrder.filter(({ districtCode }) => provinceOf(districtCode) === code);
    return { own, area: areaOf(code, own, root) };
  });
  const parts = provinces.flatMap(({ own, area }) =>
    own.map((district) => areaOf(districtOf(district.districtCode), [district], area)),
  );
  return [root, ...provinces.map(({ area }) => area), ...parts];
}

function sumOf(within: readonly { people: People }[]): People {
  return tableOf(parts, (part) => within.reduce((sum, { people }) => sum + people[part], 0));
}

function ownDepth(people: People): Depth {
  const numbers = numbersOf(people);
  const small = keysOf(numbers).filter((number) => numbers[number] < smallestShown);
  return deepest(small.map((number) => depthOf[number]));
}
const deepest = (some: readonly Depth[]): Depth =>
  Object.values(depths).findLast((each) => some.includes(each)) ?? depths.nothing;
const deeper = (depth: Depth): Depth =>
  Object.values(depths).find((each) => each > depth) ?? depths.everything;

/** Goes through all areas once; true where something more had to be withheld. */
function withholdMore(areas: readonly Area[]): boolean {
  let more = false;
  for (const area of areas)
    for (const number of keysOf(partsOfNumber))
      if (depthOf[number] <= area.depth && valuesOf(area, number) < smallestShown) {
        protect(area, number, areas);
        more = true;
      }
  return more;
}

/** How many values, beside the true one, a withheld number may have for all that is shown; never too many. */
function valuesOf(area: Area, number: PublishedNumber): number {
  return most(area, number, (move) => {
    const own = roomWithin(area, move);
    const around = roomAround(area, move);
    return Math.min(own.up, around.up) + Math.min(own.down, around.down);
  });
}

/** The same for an area that nothing is added up with. */
const valuesByItself = (area: Area, number: PublishedNumber) =>
  most(area, number, (move) => {
    const { up, down } = roomWithin(area, move);
    return up + down;
  });

const most = ({ depth }: Area, number: PublishedNumber, values: (move: Move) => number) =>
  Math.max(0, ...movesOf[number].filter((move) => move.depth <= depth).map(values));

type Room = { up: number; down: number };

/** How often a move is possible in an area, forwards (`up`) and backwards. */
function roomWithin({ people, children }: Area, move: Move): Room {
  if (children.length > 0) return roomOf(children, move);
  const least = (some: readonly PeoplePart[]) =>
    some.reduce((smallest, part) => Math.min(smallest, people[part]), Number.POSITIVE_INFINITY);
  return { up: least(move.fall), down: least(move.rise) };
}

function roomOf(areas: readonly Area[], move: Move): Room {
  const room = { up: 0, down: 0 };
  for (const area of areas) {
    if (area.depth < move.depth) continue;
    const { up, down } = roomWithin(area, move);
    room.up += up;
    room.down += down;
  }
  return room;
}

/** How often what is around an area makes up for a move in it, so that no sum that is shown changes. */
function roomAround(area: Area, move: Move): Room {
  const { parent } = area;
  // Nothing is added up over the whole.
  if (!parent) return { up: Number.POSITIVE_INFINITY, down: Number.POSITIVE_INFINITY };
  const beside = roomOf(
    parent.children.filter((other) => other !== area),
    move,
  );
  const above = parent.depth < move.depth ? { up: 0, down: 0 } : roomAround(parent, move);
  return { up: beside.down + above.up, down: beside.up + above.down };
}

/** Withholds one thing more for a number that could be found: in it, beside it, or above it. */
function protect(area: Area, number: PublishedNumber, [root]: readonly Area[]) {
  const { depth, parent, children } = area;
  if (valuesByItself(area, number) < smallestShown) {
    if (!withholdOne(children, depth, () => valuesByItself(area, number)))
      area.depth = deeper(depth);
  } else if (withholdOne(parent?.children ?? [], depth, () => valuesOf(area, number))) return;
  else if (parent && parent.depth < depth) parent.depth = depth;
  else if (depth < depths.everything) area.depth = deeper(depth);
  else if (root) root.depth = depths.everything;
}

/**
 * Withholds one more of these areas: the one with the fewest people that is enough, else the one with the fewest. False where all
 * are withheld already.
 */
function withholdOne(areas: readonly Area[], depth: Depth, values: () => number): boolean {
  const shown = areas.filter((area) => area.depth < depth).sort(fewestFirst);
  const enough = shown.find((area) => {
    const undo = withhold(area, depth);
    if (values() >= smallestShown) return true;
    undo();
    return false;
  });
  if (!enough && shown[0]) withhold(shown[0], depth);
  return shown.length > 0;
}

const fewestFirst = (a: Area, b: Area) =>
  numbersOf(a.people).people - numbersOf(b.people).people || (a.code < b.code ? -1 : 1);

/** Withholds an area, and of its parts as many as it takes that they do not give it away; returns how to undo it. */
function withhold(area: Area, depth: Depth): () => void {
  const before = [area, ...area.children].map((each) => [each, each.depth] as const);
  area.depth = depth;
  for (const number of keysOf(partsOfNumber)) {
    const byItself = () => valuesByItself(area, number);
    while (
      depthOf[number] <= depth &&
      byItself() < smallestShown &&
      withholdOne(area.children, depth, byItself)
    ) {}
  }
  return () => {
    for (const [each, was] of before) each.depth = was;
  };
}
