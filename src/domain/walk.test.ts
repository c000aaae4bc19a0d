import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  areHousemates,
  byWalk,
  type Door,
  inOrderOfDay,
  type Meeting,
  type Purpose,
  villagesOf,
  walkOf,
  withVillage,
} from "./walk";

const door = (over: Partial<Door> = {}): Door => ({
  subdistrictCode: "540101",
  moo: 3,
  houseNo: "9",
  name: "ก",
  ...over,
});
const village = ({ subdistrictCode, moo }: Door) => `${subdistrictCode} ${moo}`;
const houses = (numbers: readonly (string | null)[]) =>
  numbers.map((houseNo) => door({ houseNo })).sort(byWalk);

describe("the walking order", () => {
  it("reads a house number as numbers", () => {
    expect(
      houses(["212", "122/7", "8", "12/5", "160/6", "๙", "12", "13", null, "12/10", "67"]).map(
        ({ houseNo }) => houseNo,
      ),
    ).toEqual(["8", "๙", "12", "12/5", "12/10", "13", "67", "122/7", "160/6", "212", null]);
  });

  it("goes village by village, and puts the village that nobody knows last", () => {
    const sorted = [
      door({ moo: null, houseNo: "1" }),
      door({ moo: 10, houseNo: "1" }),
      door({ moo: 2, houseNo: "99" }),
      door({ subdistrictCode: "540100", moo: 20 }),
    ].sort(byWalk);
    expect(sorted.map(({ subdistrictCode, moo }) => [subdistrictCode, moo])).toEqual([
      ["540100", 20],
      ["540101", 2],
      ["540101", 10],
      ["540101", null],
    ]);
  });

  const doors = fc.record({
    subdistrictCode: fc.constantFrom("540101", "540102"),
    moo: fc.option(fc.integer({ min: 1, max: 12 })),
    houseNo: fc.option(fc.constantFrom("1", "2", "10", "10/1", "๑๐/๒", "ข้างวัด")),
    name: fc.constantFrom("ก", "ข", "ค"),
  });

  test("is one order: the same whatever the list was, and housemates stand together", () => {
    fc.assert(
      fc.property(fc.array(doors, { maxLength: 12 }), (some) => {
        const sorted = [...some].sort(byWalk);
        expect([...some].reverse().sort(byWalk)).toEqual(sorted);
        sorted.forEach((person, index) => {
          const last = sorted.findLastIndex((other) => areHousemates(person, other));
          for (const between of sorted.slice(index, last + 1))
            expect(areHousemates(person, between)).toBe(true);
        });
      }),
    );
  });
});

describe("the order of a day", () => {
  const at = (houseNo: string, meetAt: string | null, over: Partial<Door> = {}) => ({
    ...door({ houseNo, ...over }),
    meetAt,
  });
  const namesOf = (those: readonly { houseNo: string | null }[]) => those.map((one) => one.houseNo);

  it("keeps the hours that were agreed on, wherever they lead", () => {
    const day = [at("1", "13:30"), at("2", "10:00"), at("3", "09:00", { moo: 9 })];
    expect(namesOf(inOrderOfDay(day))).toEqual(["3", "2", "1"]);
  });

  it("fills in the others of the house and the village behind the last hour there, other villages at the end", () => {
    const day = [
      at("4", null),
      at("1", null, { moo: 1 }),
      at("9", "10:00", { name: "ข" }),
      at("12", null),
      at("9", null, { name: "ก" }),
      at("7", "13:30", { moo: 5 }),
    ];
    expect(inOrderOfDay(day).map(({ moo, houseNo, name }) => [moo, houseNo, name])).toEqual([
      [3, "9", "ข"],
      [3, "9", "ก"],
      [3, "12", "ก"],
      [3, "4", "ก"],
      [5, "7", "ก"],
      [1, "1", "ก"],
    ]);
  });

  const days = fc.array(
    fc.record({
      subdistrictCode: fc.constantFrom("540101", "540102"),
      moo: fc.option(fc.integer({ min: 1, max: 3 })),
      houseNo: fc.option(fc.constantFrom("1", "2", "10", "10/1")),
      name: fc.constantFrom("ก", "ข", "ค"),
      meetAt: fc.option(fc.constantFrom("09:00", "10:00", "13:30")),
    }),
    { maxLength: 12 },
  );

  test("has everybody once, and never an hour before an earlier one", () => {
    fc.assert(
      fc.property(days, (people) => {
        const ordered = inOrderOfDay(people);
        expect(new Set(ordered)).toEqual(new Set(people));
        expect(ordered).toHaveLength(people.length);
        const hours = ordered.flatMap(({ meetAt }) => meetAt ?? []);
        expect(hours).toEqual([...hours].sort());
      }),
    );
  });
});

describe("the next house", () => {
  const today = "2018-03-14";
  const person = (houseNo: string, meetOn: string | null, purpose: Purpose = "interview") => ({
    ...door({ houseNo }),
    meetOn,
    meetAt: null,
    purpose,
    triedToday: false,
  });
  const people = [
    person("3", null),
    person("7", "2018-03-10"),
    person("12", today),
    person("9", today),
    person("1", "2018-03-20"),
  ];
  const nextOf = (
    those: typeof people,
    { from = null, duty = "interview" }: { from?: Door | null; duty?: Purpose } = {},
  ) => walkOf(those, today, { from, duty }).next?.houseNo ?? null;

  it("is today's first, then what was missed, then who has no day; never a later day's", () => {
    expect(nextOf(people)).toBe("9");
    expect(nextOf(people.filter(({ meetOn }) => meetOn !== today))).toBe("7");
    expect(nextOf([person("3", null), person("1", "2018-03-20")])).toBe("3");
    expect(nextOf([person("1", "2018-03-20")])).toBeNull();
  });

  it("is one of the month's duty before any of the other; an appointment of today before both", () => {
    const both = [person("1", "2018-03-10"), person("2", null), person("3", null, "follow_up")];
    expect(nextOf(both, { duty: "follow_up" })).toBe("3");
    expect(nextOf(both)).toBe("1");
    expect(nextOf([...both, person("9", today)], { duty: "follow_up" })).toBe("9");
  });

  it("is not one with a later day, who is shown with it all the same", () => {
    const those = [person("4", "2018-03-20", "follow_up"), person("5", "2018-03-16", "follow_up")];
    const { parts, next } = walkOf(those, today, { duty: "follow_up" });
    expect(parts[0]?.ahead.map(({ houseNo }) => houseNo)).toEqual(["5", "4"]);
    expect(next).toBeNull();
  });

  it("finishes the village before it goes on, then those of today's appointments; another try comes last", () => {
    const at = (moo: number, houseNo: string, over: Partial<Meeting> = {}) => ({
      ...person(houseNo, null),
      moo,
      ...over,
    });
    const some = [
      at(1, "5"),
      at(2, "55"),
      at(2, "80", { triedToday: true }),
      at(2, "99"),
      at(3, "7"),
      at(4, "2"),
      at(4, "9", { meetOn: today }),
    ];
    const waysOf = (from: Door | null) =>
      walkOf(some, today, { from, duty: "interview" }).parts[0]?.others.map(
        ({ moo, houseNo }) => `${moo}/${houseNo}`,
      );
    expect(waysOf(door({ moo: 2, houseNo: "80" }))).toEqual([
      "2/99",
      "2/55",
      "4/2",
      "3/7",
      "1/5",
      "2/80",
    ]);
    expect(waysOf(null)?.[0]).toBe("4/2");
  });

  test("skips nobody: all of the village where the officer is come before anybody else who has no day", () => {
    const doors = fc.record({
      subdistrictCode: fc.constantFrom("540101", "540102"),
      moo: fc.option(fc.integer({ min: 1, max: 3 })),
      houseNo: fc.option(fc.constantFrom("1", "2", "10", "10/1")),
      name: fc.constantFrom("ก", "ข", "ค"),
    });
    const meetings = doors.chain((one) =>
      fc.record({
        subdistrictCode: fc.constant(one.subdistrictCode),
        moo: fc.constant(one.moo),
        houseNo: fc.constant(one.houseNo),
        name: fc.constant(one.name),
        meetOn: fc.constantFrom(null, today),
        meetAt: fc.constant(null),
        purpose: fc.constant<Purpose>("interview"),
        triedToday: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(fc.array(meetings, { maxLength: 15 }), doors, (those, from) => {
        const walk = walkOf(those, today, { from, duty: "interview" });
        const others = walk.parts[0]?.others ?? [];
        expect(new Set([...walk.today, ...others])).toEqual(new Set(those));
        expect(walk.today.length + others.length).toBe(those.length);
        const isHere = (one: Door) =>
          one.subdistrictCode === from.subdistrictCode && one.moo === from.moo;
        const fresh = others.filter(({ triedToday }) => !triedToday);
        const here = fresh.filter(isHere);
        expect(fresh.slice(0, here.length)).toEqual(here);
        // A village is never left and come back to, and who was tried today waits for all others.
        expect(villagesOf(fresh)).toHaveLength(new Set(fresh.map(village)).size);
        expect(others.slice(0, fresh.length)).toEqual(fresh);
      }),
    );
  });

  it("lies behind the door where the officer is, and comes back to what was left", () => {
    const from = door({ houseNo: "10" });
    const { today: ordered } = walkOf(people, today, { from, duty: "interview" });
    expect(ordered.map(({ houseNo }) => houseNo)).toEqual(["12", "9"]);
    expect(nextOf(people, { from: door({ houseNo: "40" }) })).toBe("9");
  });
});

it("knows no housemates where there is no house number", () => {
  expect(areHousemates(door({ houseNo: null }), door({ houseNo: null }))).toBe(false);
  expect(areHousemates(door({ houseNo: " " }), door({ houseNo: " " }))).toBe(false);
  expect(areHousemates(door(), door({ name: "ข" }))).toBe(true);
  expect(areHousemates(door(), door({ moo: 4 }))).toBe(false);
});

it("says of a village how many of it stand there, also where the list is cut off", () => {
  const list = [door({ houseNo: "1" }), door({ houseNo: "2" }), door({ moo: 4 })];
  expect(
    withVillage(list)
      .slice(0, 1)
      .map(({ ofVillage }) => ofVillage),
  ).toEqual([2]);
});
