/** A random source that gives the same values for the same seed on every machine. */
export type Random = {
  /** A whole number from `low` to `high`, both included. */
  int: (low: number, high: number) => number;
  /** True in `share` of the cases (0 to 1). */
  chance: (share: number) => boolean;
  pick: <Item>(items: readonly Item[]) => Item;
  /** A copy in another order. */
  shuffle: <Item>(items: readonly Item[]) => Item[];
  /** A UUID of version 4; anyone who knows the seed can predict it. */
  uuid: () => string;
};

/** Bob Jenkins' small fast counter (sfc32): 128 bits of state, a few additions a number. */
export function seededRandom(seed: number | string): Random {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, hash(String(seed)), 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let warm = 0; warm < 12; warm += 1) next();

  const int = (low: number, high: number) => low + (next() % (high - low + 1));
  return {
    int,
    chance: (share) => next() < share * 2 ** 32,
    pick: (items) => {
      if (items.length === 0) throw new RangeError("Nothing to pick from");
      return items[int(0, items.length - 1)] as (typeof items)[number];
    },
    shuffle: (items) => {
      const copy = [...items];
      for (let last = copy.length - 1; last > 0; last -= 1) {
        const other = int(0, last);
        [copy[last], copy[other]] = [copy[other] as never, copy[last] as never];
      }
      return copy;
    },
    uuid: () => {
      const hex = Array.from({ length: 4 }, () => next().toString(16).padStart(8, "0")).join("");
      const variant = "89ab"[Number.parseInt(hex[16] ?? "0", 16) % 4];
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
  };
}

/** FNV-1a, so that seeds that differ in one letter give very different values. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return value;
}

/**
 * Splits a whole number by weights so that the parts are whole and sum up to it (largest remainder,
 * ties to the first).
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((x, y) => y.remainder - x.remainder || x.index - y.index);
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}
