import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { areHousemates, byWalk, type Door, walkOf } from "./walk";

const door = (over: Partial<Door> = {}): Door => ({
  subdistrictCode: "540101",
  moo: 3,
  houseNo: "9",
  name: "ก",
  ...over,
});
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

describe("the next house", () => {
  const today = "2018-03-14";
  const person = (houseNo: string, meetOn: string | null) => ({ ...door({ houseNo }), meetOn });
  const people = [
    person("3", null),
    person("7", "2018-03-10"),
    person("12", today),
    person("9", today),
    person("1", "2018-03-20"),
  ];
  const nextOf = (those: typeof people, from: Door | null = null) =>
    walkOf(those, today, from).next?.houseNo ?? null;

  it("is today's first, then what was missed, then who has no day; never a later day's", () => {
    expect(nextOf(people)).toBe("9");
    expect(nextOf(people.filter(({ meetOn }) => meetOn !== today))).toBe("7");
    expect(nextOf([person("3", null), person("1", "2018-03-20")])).toBe("3");
    expect(nextOf([person("1", "2018-03-20")])).toBeNull();
  });

  it("lies behind the door where the officer is, and comes back to what was left", () => {
    const here = door({ houseNo: "10" });
    expect(walkOf(people, today, here).today.map(({ houseNo }) => houseNo)).toEqual(["12", "9"]);
    expect(nextOf(people, door({ houseNo: "40" }))).toBe("9");
  });
});

it("knows no housemates where there is no house number", () => {
  expect(areHousemates(door({ houseNo: null }), door({ houseNo: null }))).toBe(false);
  expect(areHousemates(door({ houseNo: " " }), door({ houseNo: " " }))).toBe(false);
  expect(areHousemates(door(), door({ name: "ข" }))).toBe(true);
  expect(areHousemates(door(), door({ moo: 4 }))).toBe(false);
});
