/** An account officer who takes part, and everybody they care for in the district now. */
export type BalanceOfficer = { officerId: string; people: number };

/** People of one village who may move: nobody has begun with them. `officerId` null: they wait for an officer. */
export type BalanceCell = { village: string; officerId: string | null; people: number };

/** Everybody of a village whom an officer cares for, those who may move included: where the officer goes already. */
export type HeldCell = { village: string; officerId: string; people: number };

/** So many people of a village, from whom they are with now to another. */
export type BalanceStep = { village: string; from: string | null; to: string; people: number };

/** The heaviest load and the average, in people. */
export type Spread = { max: number; mean: number };

/** Something of an officer before and after. */
type Change = { before: number; after: number };

export type Balance = {
  steps: BalanceStep[];
  /** Of each officer who takes part, in the order given: people, villages and tambons. */
  loads: (Change & { officerId: string; villages: Change; tambons: Change })[];
  before: Spread;
  after: Spread;
};

/**
 * How far from an even share a load may be, as a part of it. Wide on purpose: a village that one officer goes to, and then
 * a tambon, are worth more than equal heads, for the way there is most of the work.
 */
const tolerated = 0.2;

/** The tambon of a village, whose key is `540101-3`. */
export function tambonOf(village: string): string {
  return village.split("-")[0] ?? village;
}

/** People of a village who move together. */
type Piece = { village: string; from: string | null; now: string; people: number };

type State = {
  pieces: Piece[];
  loads: Map<string, number>;
  /** People of an officer in a village who do not move: officer → village → people. */
  fixed: Map<string, Map<string, number>>;
  /** No load rises above this many people. */
  limit: number;
};

/**
 * Gives who waits and evens out the loads, in this order of worth: a village stays with one officer, and goes to the one
 * who has it already; then a tambon; then the heads. Only a load above an even share and a fifth divides a village, and
 * only where no whole one fits. Nobody gets more than the heaviest had before, or than an even share and a fifth.
 */
export function suggestBalance(
  officers: readonly BalanceOfficer[],
  given: readonly BalanceCell[],
  held: readonly HeldCell[],
): Balance {
  // One order of its own: the same people give the same suggestion, however the database lists them.
  const cells = [...given]
    .filter(({ people }) => people > 0)
    .sort((a, b) => compare(cellKey(a), cellKey(b)));
  const before = spreadOf(officers.map(({ people }) => people));
  if (officers.length === 0) return { steps: [], loads: [], before, after: before };
  const state = begin(officers, cells, held);
  const places = placesOf(officers, state);
  giveWaiting(state, cells);
  while (evenOut(state));
  const after = placesOf(officers, state);
  return {
    steps: stepsOf(state.pieces),
    loads: officers.map(({ officerId, people }, nth) => ({
      officerId,
      before: people,
      after: loadOf(state, officerId),
      villages: change(places[nth]?.villages, after[nth]?.villages),
      tambons: change(places[nth]?.tambons, after[nth]?.tambons),
    })),
    before,
    after: spreadOf([...state.loads.values()]),
  };
}

function begin(
  officers: readonly BalanceOfficer[],
  cells: readonly BalanceCell[],
  held: readonly HeldCell[],
): State {
  const loads = new Map(officers.map(({ officerId, people }) => [officerId, people]));
  const pieces = cells.flatMap(({ village, officerId, people }) =>
    officerId && loads.has(officerId) ? [{ village, from: officerId, now: officerId, people }] : [],
  );
  const fixed = new Map(officers.map(({ officerId }) => [officerId, new Map<string, number>()]));
  for (const { village, officerId, people } of held) {
    const moving = pieces
      .filter((piece) => piece.village === village && piece.from === officerId)
      .reduce((sum, piece) => sum + piece.people, 0);
    if (people > moving) fixed.get(officerId)?.set(village, people - moving);
  }
  const waiting = cells
    .filter(({ officerId }) => !(officerId && loads.has(officerId)))
    .reduce((sum, { people }) => sum + people, 0);
  const all = [...loads.values()].reduce((sum, people) => sum + people, waiting);
  const mean = all / officers.length;
  const even = Math.ceil(mean) + slack(mean);
  return { pieces, loads, fixed, limit: Math.max(even, ...loads.values()) };
}

/** How many people off an even share still count as even. */
function slack(mean: number): number {
  return Math.max(1, Math.floor(mean * tolerated));
}

/** Who waits, tambon by tambon and the largest first, each village to one officer; divided where nobody has the room. */
function giveWaiting(state: State, cells: readonly BalanceCell[]) {
  const waiting = cells.filter(({ officerId }) => !(officerId && state.loads.has(officerId)));
  const sizeOf = (key: string, of: (village: string) => string) =>
    waiting.reduce((sum, { village, people }) => sum + (of(village) === key ? people : 0), 0);
  const villages = [...new Set(waiting.map(({ village }) => village))].sort(
    (a, b) =>
      sizeOf(tambonOf(b), tambonOf) - sizeOf(tambonOf(a), tambonOf) ||
      compare(tambonOf(a), tambonOf(b)) ||
      sizeOf(b, String) - sizeOf(a, String) ||
      compare(a, b),
  );
  for (const village of villages) {
    const own = waiting.filter((cell) => cell.village === village);
    const people = own.reduce((sum, cell) => sum + cell.people, 0);
    const taker = bestTaker(state, village, people);
    for (const { officerId, people: some } of own)
      if (taker) take(state, { village, from: officerId, now: taker, people: some });
      else giveInParts(state, village, officerId, some);
  }
}

/** The officer with room for so many who goes to the village already, else to the tambon, else carries least. */
function bestTaker(state: State, village: string, people: number): string | null {
  const [best] = [...state.loads.keys()]
    .filter((officer) => loadOf(state, officer) + people <= state.limit)
    .sort(
      (a, b) =>
        peopleIn(state, b, village) - peopleIn(state, a, village) ||
        tambonPeople(state, b, village) - tambonPeople(state, a, village) ||
        loadOf(state, a) - loadOf(state, b) ||
        compare(a, b),
    );
  return best ?? null;
}

function giveInParts(state: State, village: string, from: string | null, people: number) {
  let left = people;
  while (left > 0) {
    const now = lightest(state.loads);
    const some = Math.min(left, Math.max(1, state.limit - loadOf(state, now)));
    take(state, { village, from, now, people: some });
    left -= some;
  }
}

function take(state: State, piece: Piece) {
  state.pieces.push(piece);
  state.loads.set(piece.now, loadOf(state, piece.now) + piece.people);
}

type Move = { village: string; from: string; to: string; people: number };

/** One step towards even loads; false where they are even enough, or nothing whole can move and no load is too heavy. */
function evenOut(state: State): boolean {
  const { loads } = state;
  const light = loadOf(state, lightest(loads));
  const mean = spreadOf([...loads.values()]).mean;
  const givers = [...loads.keys()]
    .filter((officer) => loadOf(state, officer) - light > slack(mean))
    .filter((officer) => state.pieces.some(({ now }) => now === officer))
    .sort((a, b) => loadOf(state, b) - loadOf(state, a) || compare(a, b));
  for (const from of givers) {
    const whole = wholeVillages(state, from)[0];
    if (whole) {
      moveAll(state, whole);
      return true;
    }
    if (loadOf(state, from) > Math.ceil(mean) + slack(mean)) return tear(state, from);
  }
  return false;
}

/** The whole villages that an officer could give without making another as heavy, the best first. */
function wholeVillages(state: State, from: string): Move[] {
  const villages = new Map<string, number>();
  for (const { village, now, people } of state.pieces)
    if (now === from) villages.set(village, (villages.get(village) ?? 0) + people);
  const moves = [...villages].flatMap(([village, people]) => {
    // Where some stay, moving the others would divide the village.
    if (state.fixed.get(from)?.has(village)) return [];
    return [...state.loads.keys()]
      .filter((to) => people <= Math.floor((loadOf(state, from) - loadOf(state, to)) / 2))
      .map((to) => ({ village, from, to, people }));
  });
  return moves.sort(
    (a, b) =>
      Number(peopleIn(state, b.to, b.village) > 0) - Number(peopleIn(state, a.to, a.village) > 0) ||
      Number(tambonPeople(state, b.to, b.village) > 0) -
        Number(tambonPeople(state, a.to, a.village) > 0) ||
      b.people - a.people ||
      loadOf(state, a.to) - loadOf(state, b.to) ||
      compare(`${a.village} ${a.to}`, `${b.village} ${b.to}`),
  );
}

function moveAll(state: State, { village, from, to, people }: Move) {
  for (const piece of state.pieces)
    if (piece.now === from && piece.village === village) piece.now = to;
  shift(state, from, to, people);
}

/** A load is too heavy and no whole village fits: a part of the officer's largest piece goes to the lightest load. */
function tear(state: State, from: string): boolean {
  const to = lightest(state.loads);
  const [torn] = state.pieces
    .filter(({ now }) => now === from)
    .sort((a, b) => b.people - a.people || compare(pieceKey(a), pieceKey(b)));
  const half = Math.floor((loadOf(state, from) - loadOf(state, to)) / 2);
  const people = Math.min(half, torn?.people ?? 0);
  if (!torn || people < 1) return false;
  torn.people -= people;
  state.pieces = state.pieces.filter((piece) => piece.people > 0);
  state.pieces.push({ ...torn, now: to, people });
  shift(state, from, to, people);
  return true;
}

function shift(state: State, from: string, to: string, people: number) {
  state.loads.set(from, loadOf(state, from) - people);
  state.loads.set(to, loadOf(state, to) + people);
}

/** How many people of a village an officer has. */
function peopleIn({ fixed, pieces }: State, officer: string, village: string): number {
  return pieces.reduce(
    (sum, piece) => (piece.now === officer && piece.village === village ? sum + piece.people : sum),
    fixed.get(officer)?.get(village) ?? 0,
  );
}

/** How many people an officer has in the tambon of a village. */
function tambonPeople(state: State, officer: string, village: string): number {
  const tambon = tambonOf(village);
  return villagesOf(state, officer)
    .filter((other) => tambonOf(other) === tambon)
    .reduce((sum, other) => sum + peopleIn(state, officer, other), 0);
}

function villagesOf({ fixed, pieces }: State, officer: string): string[] {
  const moving = pieces.filter(({ now }) => now === officer).map(({ village }) => village);
  return [...new Set([...(fixed.get(officer)?.keys() ?? []), ...moving])];
}

/** How many villages and tambons each officer goes to. */
function placesOf(officers: readonly BalanceOfficer[], state: State) {
  return officers.map(({ officerId }) => {
    const villages = villagesOf(state, officerId);
    return { villages: villages.length, tambons: new Set(villages.map(tambonOf)).size };
  });
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

function lightest(loads: State["loads"]): string {
  const [first] = [...loads].sort(([a, x], [b, y]) => x - y || compare(a, b));
  return first?.[0] ?? "";
}

function spreadOf(people: readonly number[]): Spread {
  const sum = people.reduce((total, each) => total + each, 0);
  return { max: Math.max(0, ...people), mean: people.length === 0 ? 0 : sum / people.length };
}

const change = (before = 0, after = 0): Change => ({ before, after });
const cellKey = ({ village, officerId }: BalanceCell) => `${village} ${officerId}`;
const pieceKey = ({ village, from }: Piece) => `${village} ${from}`;
const loadOf = ({ loads }: State, officer: string) => loads.get(officer) ?? 0;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
