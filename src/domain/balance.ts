/** An account officer who takes part, and everybody they care for in the district now. */
export type BalanceOfficer = { officerId: string; people: number };

/** People of one village who may move: nobody has begun with them. `officerId` null: they wait for an officer. */
export type BalanceCell = { village: string; officerId: string | null; people: number };

/** So many people of a village, from whom they are with now to another. */
export type BalanceStep = { village: string; from: string | null; to: string; people: number };

/** The heaviest load and the average, in people. */
export type Spread = { max: number; mean: number };

export type Balance = {
  steps: BalanceStep[];
  /** Of each officer who takes part, in the order given. */
  loads: { officerId: string; before: number; after: number }[];
  before: Spread;
  after: Spread;
};

/** The heaviest and the lightest this near to each other (a tenth of the average) are even: no village is divided for less. */
const tolerated = 0.1;

/** A part of a village that stays together; it may have passed through several hands in the calculation. */
type Piece = { village: string; from: string | null; now: string; people: number };

/**
 * Evens out the loads: people without an officer go to the least loaded, then the heaviest give to the lightest,
 * whole villages where they fit, parts where none does. People of an officer who takes no part are given to others. It
 * ends within the tolerance or where nothing can move, and never with a heavier load than the heaviest before, or
 * than an even share and the tolerance.
 */
export function suggestBalance(
  officers: readonly BalanceOfficer[],
  given: readonly BalanceCell[],
): Balance {
  // One order of its own: the same people give the same suggestion, however the database lists them.
  const cells = [...given].sort((a, b) => compare(cellKey(a), cellKey(b)));
  const loads = new Map(officers.map(({ officerId, people }) => [officerId, people]));
  const before = spreadOf([...loads.values()]);
  if (officers.length === 0) return { steps: [], loads: [], before, after: before };
  const pieces = [...keptPieces(cells, loads), ...givenPieces(cells, loads)];
  const mean = spreadOf([...loads.values()]).mean;
  while (evenOut(pieces, loads, Math.max(1, Math.floor(mean * tolerated))));
  return {
    steps: stepsOf(pieces),
    loads: officers.map(({ officerId, people }) => ({
      officerId,
      before: people,
      after: loads.get(officerId) ?? 0,
    })),
    before,
    after: spreadOf([...loads.values()]),
  };
}

type Loads = Map<string, number>;

function keptPieces(cells: readonly BalanceCell[], loads: Loads): Piece[] {
  return cells.flatMap(({ village, officerId, people }) =>
    officerId && loads.has(officerId) && people > 0
      ? [{ village, from: officerId, now: officerId, people }]
      : [],
  );
}

/** People without an officer, or with one who takes no part: the largest villages first, each to the lightest load. */
function givenPieces(cells: readonly BalanceCell[], loads: Loads): Piece[] {
  return cells
    .filter(({ officerId, people }) => people > 0 && !(officerId && loads.has(officerId)))
    .sort((a, b) => b.people - a.people || compare(a.village, b.village))
    .map(({ village, officerId, people }) => {
      const now = lightest(loads);
      add(loads, now, people);
      return { village, from: officerId, now, people };
    });
}

/** One step from the heaviest who can give to the lightest; false where loads are even or nothing can move. */
function evenOut(pieces: Piece[], loads: Loads, tolerance: number): boolean {
  const light = lightest(loads);
  const heavy = [...loads.keys()]
    .filter((officer) => pieces.some(({ now }) => now === officer))
    .sort((a, b) => loadOf(loads, b) - loadOf(loads, a) || compare(a, b))[0];
  if (heavy === undefined || heavy === light) return false;
  const gap = loadOf(loads, heavy) - loadOf(loads, light);
  if (gap <= tolerance) return false;

  const half = Math.floor(gap / 2);
  const own = pieces
    .filter(({ now }) => now === heavy)
    .sort((a, b) => b.people - a.people || compare(keyOf(a), keyOf(b)));
  const whole = own.find(({ people }) => people <= half);
  if (whole) whole.now = light;
  else {
    // Each of the officer's villages is larger than what is to be moved: a part of the smallest is moved.
    const torn = own.at(-1) as Piece;
    torn.people -= half;
    pieces.push({ ...torn, now: light, people: half });
  }
  const moved = whole?.people ?? half;
  add(loads, heavy, -moved);
  add(loads, light, moved);
  return true;
}

/** What is different at the end, by village; pieces that went the same way are one step. */
function stepsOf(pieces: readonly Piece[]): BalanceStep[] {
  const steps = new Map<string, BalanceStep>();
  for (const { village, from, now, people } of pieces) {
    if (from === now) continue;
    const key = JSON.stringify([village, from, now]);
    const step = steps.get(key) ?? { village, from, to: now, people: 0 };
    steps.set(key, { ...step, people: step.people + people });
  }
  return [...steps].sort(([a], [b]) => compare(a, b)).map(([, step]) => step);
}

function lightest(loads: Loads): string {
  const [first] = [...loads].sort(([a, x], [b, y]) => x - y || compare(a, b));
  return (first as [string, number])[0];
}

function spreadOf(people: readonly number[]): Spread {
  const sum = people.reduce((total, each) => total + each, 0);
  return { max: Math.max(0, ...people), mean: people.length === 0 ? 0 : sum / people.length };
}

const cellKey = ({ village, officerId }: BalanceCell) => `${village} ${officerId}`;
const keyOf = ({ village, from }: Piece) => `${village} ${from}`;
const loadOf = (loads: Loads, officer: string) => loads.get(officer) ?? 0;
const add = (loads: Loads, officer: string, people: number) =>
  loads.set(officer, loadOf(loads, officer) + people);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
