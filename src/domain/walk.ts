import type { IsoDate } from "@/domain/calendar";
import { toArabicDigits } from "@/domain/thai";

/** Where somebody lives, as far as the way to them needs it. */
export type Door = {
  subdistrictCode: string;
  moo: number | null;
  houseNo: string | null;
  /** The name by which people are sorted. */
  name: string;
};

/** The numbers in a house number, in their order: 12/5 stands after 12 and before 13, and 9 before 12. */
function numbersIn(houseNo: string | null): number[] {
  return (toArabicDigits(houseNo ?? "").match(/\d+/g) ?? []).map(Number);
}

function byNumbers(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((number, place) => number !== b[place]);
  const [own, other] = [a[differs], b[differs]];
  return own === undefined || other === undefined ? a.length - b.length : own - other;
}

/** Who has no number comes last: the way to them must be asked for. */
const lastIfNone = (number: number | null) => number ?? Number.POSITIVE_INFINITY;

/** Infinity minus itself is no number, and so no difference. */
const less = (a: number, b: number) => (a === b ? 0 : a - b);

/** The walking order: village by village, by house number read as a number, those of one house together, then by name. */
export function byWalk(a: Door, b: Door): number {
  const [numbersOfA, numbersOfB] = [numbersIn(a.houseNo), numbersIn(b.houseNo)];
  return (
    a.subdistrictCode.localeCompare(b.subdistrictCode) ||
    less(lastIfNone(a.moo), lastIfNone(b.moo)) ||
    Number(numbersOfA.length === 0) - Number(numbersOfB.length === 0) ||
    byNumbers(numbersOfA, numbersOfB) ||
    (a.houseNo ?? "").localeCompare(b.houseNo ?? "", "th") ||
    a.name.localeCompare(b.name, "th")
  );
}

/** Whether two people live in one house. Without a number nobody knows. */
export function areHousemates(a: Door, b: Door): boolean {
  return (
    a.houseNo !== null &&
    a.houseNo.trim() !== "" &&
    a.subdistrictCode === b.subdistrictCode &&
    a.moo === b.moo &&
    a.houseNo.trim() === b.houseNo?.trim()
  );
}

/** Somebody to be met: on a day, or on none yet. */
export type Meeting = Door & { meetOn: IsoDate | null };

export type Walk<Person> = {
  /** Appointments of the day. */
  today: Person[];
  /** Appointments that went by without a record. */
  missed: Person[];
  /** Without a day yet. */
  others: Person[];
  /** The one house to go to now: today's first, else the first missed, else the first of the others; null where all is done. */
  next: Person | null;
};

/**
 * The way through a day. `from` is where the officer is: the way goes on behind that door and comes back to what was left
 * before it. Later appointments are of another day.
 */
export function walkOf<Person extends Meeting>(
  people: readonly Person[],
  today: IsoDate,
  from: Door | null = null,
): Walk<Person> {
  const inOrder = (those: readonly Person[]) => onwards([...those].sort(byWalk), from);
  const walk = {
    today: inOrder(people.filter(({ meetOn }) => meetOn === today)),
    missed: inOrder(people.filter(({ meetOn }) => meetOn !== null && meetOn < today)),
    others: inOrder(people.filter(({ meetOn }) => meetOn === null)),
  };
  return { ...walk, next: walk.today[0] ?? walk.missed[0] ?? walk.others[0] ?? null };
}

function onwards<Person extends Door>(sorted: readonly Person[], from: Door | null): Person[] {
  if (!from) return [...sorted];
  const ahead = sorted.filter((person) => byWalk(person, from) > 0);
  return [...ahead, ...sorted.filter((person) => !ahead.includes(person))];
}
