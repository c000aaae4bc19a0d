import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { provinceOf } from "@/domain/areas";
import { keysOf } from "@/domain/tables";
import {
  depthOf,
  depths,
  numbersOf,
  type People,
  type PeoplePart,
  type PublishedNumber,
  parts,
  partsOfNumber,
} from "./numbers";
import { everywhere, type PublishedArea, publish, smallestShown } from "./withhold";

type District = { districtCode: string; people: People };

const many: People = {
  answered: 400,
  unanswered: 300,
  youngHigh: 350,
  oldLow: 420,
  oldHigh: 80,
};
const district = (districtCode: string, some: Partial<People> = {}): District => ({
  districtCode,
  people: { ...many, ...some },
});
const found = (published: readonly PublishedArea[], code: string) =>
  published.find(({ areaCode }) => areaCode === code) as PublishedArea;
const withheldIn = (published: readonly PublishedArea[]) =>
  Object.fromEntries(
    published.filter(({ withheld }) => withheld > 0).map((row) => [row.areaCode, row.withheld]),
  );

/** Districts of one to three provinces; the parts are often small, or nobody. */
const part = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 12 }),
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: 0, max: 3000 }),
);
const peopleOf = fc.record({
  answered: part,
  unanswered: part,
  youngHigh: part,
  oldLow: part,
  oldHigh: part,
});
const large = fc.integer({ min: 10, max: 3000 });
const ordinary = fc.record({
  answered: large,
  unanswered: large,
  youngHigh: large,
  oldLow: large,
  oldHigh: large,
});
const country: fc.Arbitrary<District[]> = fc
  .array(
    fc.array(fc.oneof({ weight: 1, arbitrary: peopleOf }, { weight: 2, arbitrary: ordinary }), {
      minLength: 1,
      maxLength: 6,
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((provinces) =>
    provinces.flatMap((districts, at) =>
      districts.map((people, nth) => ({ districtCode: `${50 + at}0${nth + 1}`, people })),
    ),
  );

/** All that adds up in a publication, as everybody may know it: a number, and the numbers whose sum it is. */
type Sum = { whole: string; of: string[] };
const name = (code: string, number: PublishedNumber) => `${code} ${number}`;
const splits: [PublishedNumber, PublishedNumber[]][] = [
  ["people", ["young", "old"]],
  ["people", ["low", "high"]],
  ["young", ["youngLow", "youngHigh"]],
  ["old", ["oldLow", "oldHigh"]],
  ["low", ["youngLow", "oldLow"]],
  ["high", ["youngHigh", "oldHigh"]],
  ["youngLow", ["answered", "unanswered"]],
];
function sumsOf(published: readonly PublishedArea[]): Sum[] {
  const codes = published.map(({ areaCode }) => areaCode);
  const provinces = codes.filter((code) => code.length === 2);
  const within = (code: string) =>
    code === everywhere
      ? provinces
      : codes.filter((other) => other.length === 4 && provinceOf(other) === code);
  return codes.flatMap((code) => [
    ...splits.map(([whole, of]) => ({
      whole: name(code, whole),
      of: of.map((number) => name(code, number)),
    })),
    ...(code.length === 4
      ? []
      : keysOf(partsOfNumber).map((number) => ({
          whole: name(code, number),
          of: within(code).map((other) => name(other, number)),
        }))),
  ]);
}
const namedNumbers = (published: readonly PublishedArea[]) =>
  published.flatMap((row) =>
    keysOf(partsOfNumber).map((number) => ({
      is: name(row.areaCode, number),
      people: row[number],
    })),
  );

/** Which withheld numbers somebody finds who solves all sums for them: Gauss, in the numbers modulo a prime. */
function solved(published: readonly PublishedArea[]): string[] {
  const prime = 32_749;
  const unknown = namedNumbers(published).flatMap(({ is, people }) =>
    people === null ? [is] : [],
  );
  const place = new Map(unknown.map((is, at) => [is, at]));
  const matrix = sumsOf(published).map(({ whole, of }) => {
    const row = new Array<number>(unknown.length).fill(0);
    const add = (is: string, by: number) => {
      const at = place.get(is);
      if (at !== undefined) row[at] = ((row[at] ?? 0) + by + prime) % prime;
    };
    for (const is of of) add(is, 1);
    add(whole, -1);
    return row;
  });
  const inverse = (value: number) => {
    let [power, base, left] = [1, value, prime - 2];
    for (; left > 0; left = Math.floor(left / 2)) {
      if (left % 2 === 1) power = (power * base) % prime;
      base = (base * base) % prime;
    }
    return power;
  };
  const determined: string[] = [];
  let rank = 0;
  const leads: number[] = [];
  for (let column = 0; column < unknown.length && rank < matrix.length; column += 1) {
    const pivot = matrix.findIndex((row, at) => at >= rank && row[column] !== 0);
    if (pivot < 0) continue;
    const [row] = matrix.splice(pivot, 1) as [number[]];
    const by = inverse(row[column] ?? 1);
    const lead = row.map((value) => (value * by) % prime);
    for (const [at, other] of matrix.entries()) {
      const factor = other[column] ?? 0;
      if (factor === 0) continue;
      matrix[at] = other.map((value, nth) => (value + (prime - factor) * (lead[nth] ?? 0)) % prime);
    }
    matrix.splice(rank, 0, lead);
    leads.push(column);
    rank += 1;
  }
  for (const [at, column] of leads.entries())
    if (matrix[at]?.every((value, nth) => nth === column || value === 0))
      determined.push(unknown[column] ?? "");
  return determined;
}

/** The fewest and the most people that each withheld number may have, for somebody who knows that nobody is less than nobody. */
function limits(published: readonly PublishedArea[]): Map<string, [number, number]> {
  const known = new Map<string, [number, number]>(
    namedNumbers(published).map(({ is, people }) => [
      is,
      people === null ? [0, Number.POSITIVE_INFINITY] : [people, people],
    ]),
  );
  const of = (is: string) => known.get(is) as [number, number];
  const sums = sumsOf(published);
  for (let changed = true; changed; ) {
    changed = false;
    const narrow = (is: string, low: number, high: number) => {
      const [least, most] = of(is);
      if (low <= least && high >= most) return;
      known.set(is, [Math.max(low, least), Math.min(high, most)]);
      changed = true;
    };
    for (const sum of sums) {
      const low = sum.of.reduce((total, is) => total + of(is)[0], 0);
      const high = sum.of.reduce((total, is) => total + of(is)[1], 0);
      narrow(sum.whole, low, high);
      const [least, most] = of(sum.whole);
      for (const is of sum.of) {
        const others = sum.of.filter((other) => other !== is);
        const lowOthers = others.reduce((total, other) => total + of(other)[0], 0);
        const highOthers = others.reduce((total, other) => total + of(other)[1], 0);
        narrow(
          is,
          highOthers === Number.POSITIVE_INFINITY ? 0 : least - highOthers,
          most === Number.POSITIVE_INFINITY ? most : most - lowOthers,
        );
      }
    }
  }
  return known;
}
const narrow = (published: readonly PublishedArea[]) => {
  const known = limits(published);
  return namedNumbers(published).flatMap(({ is, people }) => {
    const [least, most] = known.get(is) as [number, number];
    return people === null && most - least < smallestShown ? [`${is} ${least}–${most}`] : [];
  });
};

/** Only what is too small by itself withheld, as an unthinking program would do it. */
const naive = (districts: readonly District[]) =>
  publish(districts).map((row) => {
    const within = districts.filter(
      ({ districtCode }) => row.areaCode === everywhere || districtCode.startsWith(row.areaCode),
    );
    const people = Object.fromEntries(
      parts.map((each: PeoplePart) => [each, within.reduce((sum, d) => sum + d.people[each], 0)]),
    ) as People;
    const numbers = numbersOf(people);
    return {
      ...row,
      ...Object.fromEntries(
        keysOf(numbers).map((number) => [
          number,
          numbers[number] < smallestShown ? null : numbers[number],
        ]),
      ),
    } as PublishedArea;
  });

describe("what leaves the province", () => {
  it("is every number where none is small", () => {
    const published = publish([district("5401"), district("5402")]);
    expect(withheldIn(published)).toEqual({});
    expect(found(published, everywhere)).toEqual({
      areaCode: everywhere,
      withheld: depths.nothing,
      ...numbersOf({
        answered: 800,
        unanswered: 600,
        youngHigh: 700,
        oldLow: 840,
        oldHigh: 160,
      }),
    });
  });

  it("is nothing where there is nobody", () => {
    expect(publish([])).toEqual([]);
  });

  it.each([
    [9, depths.cells],
    [0, depths.cells],
    [10, depths.nothing],
  ])("with %i people in a cell withholds to the depth %i", (oldHigh, depth) => {
    const published = publish([district("5401", { oldHigh }), district("5402"), district("5403")]);
    expect(found(published, "5401").withheld).toBe(depth);
  });

  it("takes the smallest district beside it as well, so that nothing is found from the province's sum", () => {
    const published = publish([
      district("5401", { oldHigh: 3 }),
      district("5402", { oldLow: 5000 }),
      district("5403"),
      district("5501"),
    ]);
    expect(withheldIn(published)).toEqual({ "5401": depths.cells, "5403": depths.cells });
    expect(found(published, "5401")).toMatchObject({ young: 1050, old: 423, oldHigh: null });
  });

  it("withholds the sums of a province that is one small district, and those of another beside it", () => {
    const published = publish([
      district("5401", { oldHigh: 3 }),
      district("5501"),
      district("5502"),
      district("5601"),
    ]);
    expect(found(published, "54").oldHigh).toBeNull();
    expect(found(published, everywhere).oldHigh).toBe(243);
    expect(solved(published)).toEqual([]);
    expect(narrow(published)).toEqual([]);
  });

  it("does not let two districts give each other away that can have no other numbers", () => {
    // Each margin and each sum of both is large enough, and still only one table fits both.
    const published = publish([
      {
        districtCode: "5401",
        people: { answered: 25, unanswered: 25, youngHigh: 0, oldLow: 20, oldHigh: 20 },
      },
      {
        districtCode: "5402",
        people: { answered: 25, unanswered: 25, youngHigh: 20, oldLow: 0, oldHigh: 20 },
      },
      district("5403"),
    ]);
    expect(narrow(published)).toEqual([]);
    expect(Object.keys(withheldIn(published))).toEqual(["5401", "5402", "5403"]);
  });
});

describe("whatever the numbers are", () => {
  const runs = { numRuns: 1000 };

  it("no withheld number can be found by adding and subtracting what is shown", () => {
    fc.assert(
      fc.property(country, (districts) => {
        expect(solved(publish(districts))).toEqual([]);
      }),
      runs,
    );
  });

  it("every withheld number may have more than ten values, for who knows that none is below zero", () => {
    fc.assert(
      fc.property(country, (districts) => {
        expect(narrow(publish(districts))).toEqual([]);
      }),
      runs,
    );
  });

  it("what is shown is true and not small, and what is withheld is withheld whole", () => {
    fc.assert(
      fc.property(country, (districts) => {
        for (const row of publish(districts)) {
          const within = districts.filter(
            ({ districtCode }) =>
              row.areaCode === everywhere || districtCode.startsWith(row.areaCode),
          );
          const count = (number: PublishedNumber) =>
            within
              .flatMap(({ people }) => partsOfNumber[number].map((each) => people[each]))
              .reduce((sum, people) => sum + people, 0);
          for (const number of keysOf(partsOfNumber)) {
            const shown = row[number];
            expect(shown === null).toBe(row.withheld >= depthOf[number]);
            if (shown === null) continue;
            expect(shown).toBe(count(number));
            expect(shown).toBeGreaterThanOrEqual(smallestShown);
          }
        }
      }),
      runs,
    );
  });

  it("every area has its row, once, and the same people give the same rows in any order", () => {
    fc.assert(
      fc.property(country, (districts) => {
        const published = publish(districts);
        const codes = districts.map(({ districtCode }) => districtCode);
        expect(published.map(({ areaCode }) => areaCode).sort()).toEqual(
          [everywhere, ...new Set(codes.map(provinceOf)), ...codes].sort(),
        );
        expect(publish([...districts].reverse())).toEqual(published);
      }),
      runs,
    );
  });

  it("and who withholds only what is small is found out by both ways", () => {
    const districts = [district("5401", { oldHigh: 3 }), district("5402"), district("5403")];
    expect(solved(naive(districts))).toContain("5401 oldHigh");
    expect(narrow(naive(districts))).toContain("5401 oldHigh 3–3");
  });
});
