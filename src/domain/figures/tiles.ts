/** Where an area stands among its neighbours: columns and rows count from 1, from the north-west. */
export type Tile = { code: string; column: number; row: number };

/**
 * Phrae laid by hand, north above: a square for each district, and in each district one for each subdistrict, as the last two digits of
 * its code. Neighbours stand side by side where squares allow; size, shape and distance are not those of a map.
 */
const laid: Readonly<Record<string, string>> = {
  54: `
    .. .. 06 ..
    .. .. 08 02
    .. .. 01 ..
    .. 03 04 ..
    07 .. 05 ..`,
  5401: `
    .. 14 09 ..
    07 08 03 ..
    13 05 19 11
    17 01 06 12
    10 15 20 04
    16 02 18 ..`,
  5402: `
    .. .. 13
    07 09 10
    08 01 15
    14 04 05
    .. .. 06`,
  5403: `
    .. 04 ..
    .. 03 ..
    .. 02 06
    09 01 08
    07 05 ..`,
  5404: `
    .. 09 08 ..
    10 04 11 ..
    07 12 01 03
    05 06 02 ..`,
  5405: `
    .. 02 ..
    03 01 05
    .. 04 ..`,
  5406: `
    .. 06 ..
    .. 04 ..
    07 02 ..
    08 01 05
    .. 03 ..`,
  5407: `
    06 05 04
    07 01 03
    .. 02 ..`,
  5408: `
    04 06 ..
    03 02 05
    .. 01 ..`,
};

/** The parts of a province or district as tiles, by rows from the north; null where nobody has laid any. */
export function tilesOf(within: string): Tile[] | null {
  const picture = laid[within];
  if (!picture) return null;
  return picture
    .trim()
    .split("\n")
    .flatMap((line, row) =>
      line
        .trim()
        .split(" ")
        .flatMap((digits, column) =>
          digits === ".." ? [] : [{ code: within + digits, column: column + 1, row: row + 1 }],
        ),
    );
}

type Answering = { answered: number; goal: number };

/** Per cent at which the steps of a map may end, so that places differ in the first weeks as well. */
const ends = [5, 10, 20, 50, 100];
const stepCount = 5;

/**
 * The per cent at which each of the five steps of a map begins: fifths of the smallest round share that none of its areas is
 * above.
 */
export function mapSteps(areas: readonly Answering[]): number[] {
  const shares = areas.map(({ answered, goal }) => (goal === 0 ? 0 : (answered * 100) / goal));
  const end = ends.find((each) => each >= Math.max(...shares, 0)) ?? 100;
  return Array.from({ length: stepCount }, (_, step) => (step * end) / stepCount);
}

/** The step of a share of people, 0 to 4; null where there is nobody to answer. */
export function mapStep({ answered, goal }: Answering, steps: readonly number[]): number | null {
  if (goal === 0) return null;
  return steps.findLastIndex((from) => answered * 100 >= from * goal);
}
