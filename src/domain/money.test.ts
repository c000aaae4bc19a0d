import { rules2019 } from "@tests/builders/rules-2019";
import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays } from "@/domain/calendar";
import { moneyTotals, type SharedFacts } from "@/domain/money";
import { decide } from "@/domain/rules/decide";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { rulesOn } from "@/domain/rules/sets";

const person = fc.record({
  later: fc.integer({ min: 0, max: 330 }),
  satang: fc.constantFrom(0, 3_000_000, 3_000_001, 10_000_000, 10_000_001),
  people: fc.bigInt({ min: 1n, max: 1_000_000n }),
});
const yesOf = (later: number) => addDays("2018-02-01", later);

function sharedFacts({ later, satang, people }: { later: number; satang: number; people: bigint }) {
  const incomes = { ministry: [{ satang, countsFrom: null, batch: 1 }], corrected: [] };
  return { rules: "2018-01-09", yesOn: yesOf(later), incomes, endsOn: null, people };
}

it("is the sum of what is decided of each person, whatever their number", () => {
  const [rules] = ruleSetsOfCode;
  fc.assert(
    fc.property(fc.array(person, { maxLength: 30 }), (people) => {
      let total = 0n;
      const persons = new Map([
        [200, 0n],
        [100, 0n],
      ]);
      for (const { later, satang, people: number } of people) {
        const nobody = { birthDate: null, assessedOn: null, targetGroup: null, aoAgency: null };
        const facts = { ...nobody, incomeSatang: satang, intentOn: yesOf(later) };
        const { topUp } = decide(rules, facts);
        if ("none" in topUp) continue;
        total += BigInt(topUp.total) * number;
        persons.set(topUp.monthly, (persons.get(topUp.monthly) ?? 0n) + number);
      }
      const totals = moneyTotals(ruleSetsOfCode, "2018-12-31", people.map(sharedFacts));
      expect(totals.total).toBe(total);
      expect(totals.persons).toEqual(persons);
      const ofMonths = [...totals.months.values()].reduce((sum, { baht }) => sum + baht, 0n);
      expect(ofMonths).toBe(total);
    }),
    { seed: 2561 },
  );
});

it("of the whole programme in February is 1,981,787,600 baht a month", () => {
  const [low, high] = [8_348_692n, 3_120_492n];
  const facts = [
    sharedFacts({ later: 0, satang: 3_000_000, people: low }),
    sharedFacts({ later: 27, satang: 3_000_001, people: high }),
  ];
  const { months, total } = moneyTotals(ruleSetsOfCode, "2018-02-28", facts);
  expect([...months.values()].map(({ baht }) => baht)).toEqual(Array(10).fill(1_981_787_600n));
  expect(total).toBe(19_817_876_000n);
});

it("counts a person whose income changed by the amount of the last month that is due", () => {
  const incomes = {
    ministry: [
      { satang: 2_000_000, countsFrom: null, batch: 1 },
      { satang: 5_000_000, countsFrom: "2018-06-01", batch: 2 },
    ],
    corrected: [],
  };
  const facts: SharedFacts = {
    ...{ rules: "2018-01-09", yesOn: "2018-02-20", incomes, people: 1n },
    endsOn: "2018-07-04",
  };
  const { persons, months, total } = moneyTotals(ruleSetsOfCode, "2018-08-01", [facts]);
  expect([...persons]).toEqual([
    [200, 0n],
    [100, 1n],
  ]);
  expect(months.get("2018-05")).toMatchObject({ baht: 200n });
  expect(months.get("2018-07")).toMatchObject({ baht: 100n });
  expect(months.get("2018-08")).toMatchObject({ baht: 0n });
  expect(total).toBe(3n * 200n + 2n * 100n);
});

it("has the months and amounts of the set in force on the day", () => {
  const sets = [...ruleSetsOfCode, rules2019] as const;
  const totals = moneyTotals([sets[0], ...sets.slice(1)], "2019-02-01", []);
  expect(totals.rules).toBe(rulesOn([sets[0], ...sets.slice(1)], "2019-02-01").version);
  expect([...totals.persons.keys()]).toEqual([300, 150]);
  expect([...totals.months.keys()].at(0)).toBe("2019-02");
  expect([...totals.months.keys()].at(-1)).toBe("2019-09");
});
