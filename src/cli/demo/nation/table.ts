import { type Cell, peoplePerSubdistrict } from "@tests/builders/people";
import { allocate, seededRandom } from "@tests/builders/random";
import { districtOf } from "@/domain/areas";
import { programmeCells } from "@/domain/published/programme";

type CellOfPeople = Cell & { people: number };

/** The country's table of age and income (docs/programme.md 8): 11,469,184 people. */
export const nationTable: readonly CellOfPeople[] = [
  { income: "up_to_30000", age: "up_to_60", people: programmeCells.youngLow },
  { income: "over_30000", age: "up_to_60", people: programmeCells.youngHigh },
  { income: "up_to_30000", age: "over_60", people: programmeCells.oldLow },
  { income: "over_30000", age: "over_60", people: programmeCells.oldHigh },
];

/** The table with one of `scale` people: its total is rounded, and the cells add up to it (largest remainder). */
export function nationAtScale(scale: number): readonly CellOfPeople[] {
  const weights = nationTable.map(({ people }) => people);
  const all = weights.reduce((sum, people) => sum + people, 0);
  const cells = allocate(Math.round(all / scale), weights);
  return nationTable.map((cell, index) => ({ ...cell, people: cells[index] ?? 0 }));
}

/** A district's part of the nation; `from`: how many people the districts before it have. */
export type DistrictPlan = {
  districtCode: string;
  from: number;
  people: number;
  subdistricts: { subdistrictCode: string; cells: CellOfPeople[]; from: number }[];
};

/** Who lives where, in order of code: the same for one seed, and no person has to be made to know it. */
export function planNation(
  seed: string,
  scale: number,
  subdistrictCodes: readonly string[],
): DistrictPlan[] {
  const table = nationAtScale(scale);
  const codes = [...subdistrictCodes].sort();
  const counts = peoplePerSubdistrict(seededRandom(`${seed} subdistricts`), codes.length, table);
  const districts = new Map<string, DistrictPlan>();
  let from = 0;
  for (const [index, subdistrictCode] of codes.entries()) {
    const cells = table.map((cell, row) => ({ ...cell, people: counts[row]?.[index] ?? 0 }));
    const people = cells.reduce((sum, cell) => sum + cell.people, 0);
    const districtCode = districtOf(subdistrictCode);
    const plan = districts.get(districtCode) ?? { districtCode, from, people: 0, subdistricts: [] };
    plan.subdistricts.push({ subdistrictCode, cells, from });
    plan.people += people;
    districts.set(districtCode, plan);
    from += people;
  }
  return [...districts.values()].filter(({ people }) => people > 0);
}
