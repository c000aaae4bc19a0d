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

/** In the order of Thai dictionaries; made once, for a sort compares a thousand times. */
const { compare } = new Intl.Collator("th");

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
    compare(a.houseNo ?? "", b.houseNo ?? "") ||
    compare(a.name, b.name)
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

const sameVillage = (a: Door, b: Door) =>
  a.subdistrictCode === b.subdistrictCode && a.moo === b.moo;

/** Neighbours in an order, village by village: an agreed hour may lead back to one. */
export function villagesOf<Person extends Door>(
  people: readonly Person[],
): [Person, ...Person[]][] {
  const villages: [Person, ...Person[]][] = [];
  for (const person of people) {
    const here = villages.at(-1);
    if (here && sameVillage(here[0], person)) here.push(person);
    else villages.push([person]);
  }
  return villages;
}

/** People village by village, each with how many of their village stand there: a list that is cut off says of how many. */
export function withVillage<Person extends Door>(people: readonly Person[]) {
  return villagesOf(people).flatMap((those) =>
    those.map((person) => ({ ...person, ofVillage: those.length })),
  );
}

type OfDay = Door & { meetAt: string | null };

/**
 * The order of one day. An hour that was agreed on is fixed, so those with an hour come in the order of time. The others fill
 * in by the way: after the last of their house or else of their village who has an hour; villages without such a one come
 * at the end. `from`: the door from which the way through these goes on.
 */
export function inOrderOfDay<Person extends OfDay>(
  people: readonly Person[],
  from: Door | null = null,
): Person[] {
  const fixed = people.filter(({ meetAt }) => meetAt !== null).sort(byTime);
  const free = people.filter(({ meetAt }) => meetAt === null).sort(byWalk);
  const after = (person: Person) =>
    fixed.findLast((one) => areHousemates(one, person)) ??
    fixed.findLast((one) => sameVillage(one, person));
  const filledIn = fixed.flatMap((one) => {
    const those = free.filter((person) => after(person) === one);
    const housemates = those.filter((person) => areHousemates(one, person));
    const others = those.filter((person) => !housemates.includes(person));
    return [one, ...housemates, ...onwards(others, one)];
  });
  return [
    ...filledIn,
    ...onwards(
      free.filter((person) => !after(person)),
      from,
    ),
  ];
}

const byTime = (a: OfDay, b: OfDay) =>
  (a.meetAt ?? "").localeCompare(b.meetAt ?? "") || byWalk(a, b);

/** What somebody is met for. */
export type Purpose = "interview" | "follow_up";

/** Somebody to be met: on a day, or on none yet. */
export type Meeting = OfDay & {
  meetOn: IsoDate | null;
  purpose: Purpose;
  /** Something was recorded of them today, and they are still to be met: another try comes after everybody else. */
  triedToday: boolean;
};

/** The people of one purpose who are not appointed for the day itself. */
export type WalkPart<Person> = {
  purpose: Purpose;
  /** Appointments that went by without a record. */
  missed: Person[];
  /** Without a day yet. */
  others: Person[];
  /** With a day to come, for who is due already: the one of them who is met next first. */
  ahead: Person[];
};

/** In the order in which the officer goes to them. */
export type Walk<Person> = {
  /** Appointments of the day, for whatever they are. */
  today: Person[];
  /** The month's duty first, the other behind it. */
  parts: WalkPart<Person>[];
  /** The one house to go to now: the first of today, else of the parts in their order; null where none is for now. */
  next: Person | null;
};

/**
 * The way through a day. `from` is where the officer is: the way finishes that village, then those of today's appointments,
 * before it goes on. Who has a later appointment is shown with it, and not gone to today. `duty` is what the month is for (`dutyOf`).
 */
export function walkOf<Person extends Meeting>(
  people: readonly Person[],
  today: IsoDate,
  { from = null, duty }: { from?: Door | null; duty: Purpose },
): Walk<Person> {
  const promised = inOrderOfDay(
    people.filter(({ meetOn }) => meetOn === today),
    from,
  );
  const onFrom = (those: readonly Person[]) => onwards(those, from, promised);
  const inOrder = (those: readonly Person[]) => [
    ...onFrom(those.filter(({ triedToday }) => !triedToday)),
    ...onFrom(those.filter(({ triedToday }) => triedToday)),
  ];
  const walk = {
    today: promised,
    parts: ([duty, duty === "interview" ? "follow_up" : "interview"] as const).map((purpose) => {
      const those = people.filter((person) => person.purpose === purpose);
      return {
        purpose,
        missed: inOrder(those.filter(({ meetOn }) => meetOn !== null && meetOn < today)),
        others: inOrder(those.filter(({ meetOn }) => meetOn === null)),
        ahead: those
          .filter(({ meetOn }) => meetOn !== null && meetOn > today)
          .sort((a, b) => (a.meetOn ?? "").localeCompare(b.meetOn ?? "") || byWalk(a, b)),
      };
    }),
  };
  const [next = null] = [
    walk.today,
    ...walk.parts.flatMap((part) => [part.missed, part.others]),
  ].flat();
  return { ...walk, next };
}

/**
 * The way on from a door, village by village: first that of the door itself, the house where the officer is, what lies behind it
 * and then what was left before it; then those that are gone to anyway; then those behind, and at last those before.
 * Nobody is left out.
 */
function onwards<Person extends Door>(
  people: readonly Person[],
  from: Door | null,
  goneTo: readonly Door[] = [],
): Person[] {
  const doors = from ? [from, ...goneTo] : goneTo;
  const village = (person: Person) => {
    const place = doors.findIndex((door) => sameVillage(door, person));
    return place === -1 ? doors.length : place;
  };
  const steps = (person: Person) => (from ? stepsFrom(from, person) : 0);
  return [...people].sort((a, b) => village(a) - village(b) || steps(a) - steps(b) || byWalk(a, b));
}

/** The house itself, what lies behind it, what lies before it; who was just recorded comes last. */
function stepsFrom(from: Door, person: Door): number {
  const way = byWalk(person, from);
  if (way !== 0 && areHousemates(from, person)) return 0;
  return way > 0 ? 1 : 2;
}
