import { addDays } from "@/domain/calendar";
import { sumCoverage } from "@/domain/caseload";
import type { DayNumbers } from "@/domain/daily";
import { getAreaNames, listDistrictNames } from "@/server/areas/queries";
import { mustReach } from "@/server/caseload/queries";
import { fromDateColumn, programmeDate, toDateColumn } from "@/server/clock";
import { areaFor, type Scoped } from "@/server/scope";

/** How many days of a district are shown: four weeks of working days. */
const daysShown = 20;

type Snapshot = {
  total: number;
  met: number;
  toMeet: number;
  released: number;
  recentMet: number;
  source: "timer" | "clock";
  takenFor: Date;
  takenAt: Date;
};

function shown({ takenFor, takenAt, ...numbers }: Snapshot) {
  return {
    ...numbers,
    day: fromDateColumn(takenFor),
    takenAt: takenAt.toISOString(),
  };
}
export type DayRow = ReturnType<typeof shown>;

const columns = {
  total: true,
  met: true,
  toMeet: true,
  released: true,
  recentMet: true,
  source: true,
  takenFor: true,
  takenAt: true,
} as const;

/** The same numbers at this moment, by district, from the counters. */
async function numbersNow(
  { tx }: Scoped,
  area: { districtCode: string } | { provinceCode: string },
) {
  const rows = await tx.holderTally.groupBy({
    by: ["districtCode", "state"],
    where: { AND: [area, mustReach] },
    _sum: { people: true },
  });
  const byDistrict = new Map<string, DayNumbers>();
  for (const code of new Set(rows.map(({ districtCode }) => districtCode))) {
    const { total, blocks } = sumCoverage(
      rows
        .filter(({ districtCode }) => districtCode === code)
        .map(({ state, _sum }) => ({ state: state, people: _sum.people ?? 0 })),
    );
    byDistrict.set(code, {
      total,
      met: blocks.met,
      toMeet: blocks.to_meet,
      released: blocks.released,
    });
  }
  return byDistrict;
}

const nobody: DayNumbers = { total: 0, met: 0, toMeet: 0, released: 0 };

/** The days of the actor's district, newest first, and what has changed since; null without a district. */
export async function getDistrictDays(scope: Scoped) {
  const { tx, actor } = scope;
  const { districtCode } = actor;
  if (!districtCode) return null;
  const days = await tx.daySnapshot.findMany({
    where: { districtCode },
    select: columns,
    orderBy: { takenFor: "desc" },
    take: daysShown,
  });
  const names = await getAreaNames(actor, tx);
  return {
    district: names.district ?? districtCode,
    today: await programmeDate(tx),
    days: days.map(shown),
    now: (await numbersNow(scope, { districtCode })).get(districtCode) ?? nobody,
  };
}
export type DistrictDays = NonNullable<Awaited<ReturnType<typeof getDistrictDays>>>;

/** All districts side by side on one day (the newest recorded day, or the one asked for), with the day before. */
export async function getProvinceDay(scope: Scoped, asked: string | null) {
  const { tx, actor } = scope;
  const area = areaFor(actor, "province.view");
  const { provinceCode } = actor;
  if (!area || !provinceCode) return null;
  const newest = await tx.daySnapshot.findFirst({
    where: { provinceCode, ...(asked && { takenFor: toDateColumn(asked) }) },
    orderBy: { takenFor: "desc" },
    select: { takenFor: true },
  });
  const names = await getAreaNames({ provinceCode, districtCode: null }, tx);
  const today = await programmeDate(tx);
  if (!newest) return { province: names.province ?? "", today, day: null, taken: [], rows: [] };
  const { takenFor } = newest;
  const at = await tx.daySnapshot.findMany({
    where: { provinceCode, takenFor },
    select: { ...columns, districtCode: true },
  });
  const before = await tx.daySnapshot.findFirst({
    where: { provinceCode, takenFor: { lt: takenFor } },
    orderBy: { takenFor: "desc" },
    select: { takenFor: true },
  });
  const earlier = before
    ? await tx.daySnapshot.findMany({
        where: { provinceCode, takenFor: before.takenFor },
        select: { ...columns, districtCode: true },
      })
    : [];
  const taken = await tx.daySnapshot.findMany({
    where: {
      provinceCode,
      takenFor: { gte: toDateColumn(addDays(fromDateColumn(takenFor), -30)) },
    },
    distinct: ["takenFor"],
    select: { takenFor: true },
    orderBy: { takenFor: "desc" },
    take: 15,
  });
  const districts = await listDistrictNames(provinceCode, tx);
  const now = await numbersNow(scope, { provinceCode });
  return {
    province: names.province ?? "",
    today,
    day: fromDateColumn(takenFor),
    taken: taken.map((one) => fromDateColumn(one.takenFor)),
    rows: Object.entries(districts).map(([code, name]) => {
      const then = at.find(({ districtCode }) => districtCode === code);
      const prior = earlier.find(({ districtCode }) => districtCode === code);
      return {
        code,
        name,
        at: then ? shown(then) : null,
        before: prior ? shown(prior) : null,
        now: now.get(code) ?? nobody,
      };
    }),
  };
}
export type ProvinceDay = NonNullable<Awaited<ReturnType<typeof getProvinceDay>>>;
