/** Which column orders a table: the value of the table's name in the page's address; none is the order in which it came. */
export function readTableOrder<Key extends string>(
  keys: readonly Key[],
  given: unknown,
): Key | undefined {
  return keys.find((key) => key === given);
}

/** The rows with the largest value first; equal ones stay as they were. Without a value all do. */
export function largestFirst<Row>(
  rows: readonly Row[],
  figure: ((row: Row) => number) | undefined,
): Row[] {
  if (!figure) return [...rows];
  return [...rows].sort((a, b) => (figure(a) === figure(b) ? 0 : figure(b) - figure(a)));
}
