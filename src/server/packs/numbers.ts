import { coverageOf, type TallyRow } from "@/domain/dashboard";
import type { FigureArea } from "@/domain/figures/area";
import type { PackBlocks } from "@/domain/pack";
import { toDateColumn } from "@/server/clock";
import { coverageKept } from "@/server/reports/figures";
import type { Scoped } from "@/server/scope";

/** ทุกคน of an area and of each of its parts, at this moment or as kept at 16:30; a part without numbers is not in its map. */
export type PackNumbers = {
  whole: PackBlocks;
  interviewed: number;
  /** Of those to be met. */
  away: number;
  districts: ReadonlyMap<string, PackBlocks>;
  subdistricts: ReadonlyMap<string, PackBlocks>;
};

type CountedRow = TallyRow & { subdistrictCode: string };

/** The numbers of this moment, from the counters. */
export function numbersNow(rows: readonly CountedRow[]): PackNumbers {
  const { states } = coverageOf(rows);
  const by = (code: (row: CountedRow) => string) => {
    const parts = new Map<string, CountedRow[]>();
    for (const row of rows) parts.set(code(row), [...(parts.get(code(row)) ?? []), row]);
    return new Map([...parts].map(([part, own]) => [part, blocksOf(own)]));
  };
  return {
    whole: blocksOf(rows),
    interviewed: states.interviewed,
    away: states.away,
    districts: by(({ districtCode }) => districtCode),
    subdistricts: by(({ subdistrictCode }) => subdistrictCode),
  };
}

function blocksOf(rows: readonly TallyRow[]): PackBlocks {
  const { total, blocks } = coverageOf(rows);
  return {
    total,
    answered: blocks.answered,
    metWaiting: blocks.met_waiting,
    toMeet: blocks.to_meet,
    released: blocks.released,
  };
}

/** The numbers of 16:30 of a day; null where none were kept in four blocks. */
export async function numbersOn(
  { tx }: Scoped,
  area: FigureArea,
  day: string,
): Promise<PackNumbers | null> {
  const where = { ...area, takenFor: toDateColumn(day) };
  const [districts, subdistricts] = await Promise.all([
    tx.daySnapshot.findMany({ where }),
    tx.subdistrictDay.findMany({ where }),
  ]);
  const whole = districts.length > 0 ? coverageKept(districts) : null;
  if (!whole || "met" in whole) return null;
  const { interviewed, away, ...blocks } = whole;
  return {
    whole: blocks,
    interviewed,
    away,
    districts: new Map(
      districts.map(({ districtCode, answered, metWaiting, ...row }) => [
        districtCode,
        fourOf({ ...row, answered: answered ?? 0, metWaiting: metWaiting ?? 0 }),
      ]),
    ),
    subdistricts: new Map(subdistricts.map((row) => [row.subdistrictCode, fourOf(row)])),
  };
}

const fourOf = ({ total, answered, metWaiting, toMeet, released }: PackBlocks): PackBlocks => ({
  ...{ total, answered, metWaiting, toMeet, released },
});
