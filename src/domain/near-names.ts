import { nameQueryKey, nameSearchKey } from "@/domain/names";

/** Changes (a sign added, taken away, replaced, two swapped) that make one text of the other. */
export function editDistance(a: string, b: string): number {
  const from = [...a];
  const to = [...b];
  let beforeLast: number[] = [];
  let last = to.map((_, column) => column + 1);
  last.unshift(0);
  for (const [row, sign] of from.entries()) {
    const current = [row + 1];
    for (const [column, other] of to.entries()) {
      const replaced = (last[column] ?? 0) + (sign === other ? 0 : 1);
      const removed = (last[column + 1] ?? 0) + 1;
      const added = (current[column] ?? 0) + 1;
      const swapped =
        sign === to[column - 1] && from[row - 1] === other
          ? (beforeLast[column - 1] ?? Number.POSITIVE_INFINITY) + 1
          : Number.POSITIVE_INFINITY;
      current.push(Math.min(replaced, removed, added, swapped));
    }
    beforeLast = last;
    last = current;
  }
  return last.at(-1) ?? 0;
}

type Named = { firstName: string; lastName: string };

/**
 * The people of one village whose name is nearly the one that was asked for, the nearest first: one
 * change in a short name, one more for every six signs, at most three. Without a surname in the
 * question, first names are compared. Never a search of its own: only a list that is already one
 * village (สอง and ลอง differ by one letter; docs/programme.md 6.3).
 */
export function nearNames<Person extends Named>(
  words: string,
  village: readonly Person[],
): Person[] {
  const asked = nameQueryKey(words);
  if ([...asked].length < 2) return [];
  const allowed = Math.min(3, 1 + Math.floor([...asked].length / 6));
  return village
    .map((person) => ({ person, distance: distanceTo(asked, person) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance)
    .map(({ person }) => person);
}

function distanceTo(asked: string, { firstName, lastName }: Named): number {
  return Math.min(
    editDistance(asked, nameSearchKey(firstName, lastName)),
    editDistance(asked, nameSearchKey(firstName, "")),
  );
}
