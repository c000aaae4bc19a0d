import { demoTable, personNumber } from "@tests/builders/people";
import { describe, expect, it } from "vitest";
import { provinceOf } from "@/domain/areas";
import { referenceAreas } from "@/server/areas/reference";
import { nationAtScale, nationTable, planNation } from "./table";

const codes = referenceAreas().subdistricts.map(({ code }) => code);
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const peopleOf = (table: readonly { people: number }[]) => table.map(({ people }) => people);

describe("the nation's table", () => {
  it("is the programme's, and pays what the programme says", () => {
    expect(sum(peopleOf(nationTable))).toBe(11_469_184);
    const cell = (income: string, age: string) =>
      nationTable.find((each) => each.income === income && each.age === age)?.people ?? 0;
    const low = cell("up_to_30000", "up_to_60") + cell("up_to_30000", "over_60");
    const high = cell("over_30000", "up_to_60") + cell("over_30000", "over_60");
    expect([low, high]).toEqual([8_348_692, 3_120_492]);
    const monthly = low * 200 + high * 100;
    expect([monthly, monthly * 10]).toEqual([1_981_787_600, 19_817_876_000]);
    expect(cell("up_to_30000", "up_to_60") * 200 * 8).toBe(8_436_609_600);
  });

  it.each([1, 2, 3, 7, 10, 64, 100, 1000, 2000, 99_999])(
    "keeps the total and each cell's share at one of %i",
    (scale) => {
      const scaled = peopleOf(nationAtScale(scale));
      expect(sum(scaled)).toBe(Math.round(11_469_184 / scale));
      for (const [index, { people }] of nationTable.entries())
        expect(Math.abs((scaled[index] ?? 0) - people / scale)).toBeLessThan(1);
    },
  );

  it("is the demo's at one of a thousand", () => {
    expect(nationAtScale(1000)).toEqual(demoTable);
  });
});

describe("the plan of the nation", () => {
  it.each([1, 100, 2000])("has every cell's people exactly at one of %i", (scale) => {
    const plans = planNation("nation", scale, codes);
    const counted = nationAtScale(scale).map((_, row) =>
      sum(plans.flatMap((plan) => plan.subdistricts.map(({ cells }) => cells[row]?.people ?? 0))),
    );
    expect(counted).toEqual(peopleOf(nationAtScale(scale)));
    expect(new Set(plans.map(({ districtCode }) => provinceOf(districtCode))).size).toBe(77);
    // Each district begins where the one before it ends.
    for (const [index, plan] of plans.entries()) {
      const before = plans[index - 1];
      expect(plan.from).toBe(before ? before.from + before.people : 0);
    }
  });

  it("is the same for one seed, and another for another", () => {
    expect(planNation("nation", 100, codes)).toEqual(planNation("nation", 100, codes));
    expect(planNation("nation", 100, codes)).not.toEqual(planNation("other", 100, codes));
  });

  it("gives no number of an ID twice among all its people", () => {
    const given = new Uint8Array(20_000_000);
    for (let nth = 0; nth < 11_469_184; nth += 1) {
      const number = personNumber(7_913_004, nth);
      given[number] = (given[number] ?? 0) + 1;
    }
    expect(given.reduce((most, times) => Math.max(most, times), 0)).toBe(1);
  });
});
