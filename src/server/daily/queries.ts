import { addDays } from "@/domain/calendar";
import { sumCoverage } from "@/domain/caseload";
import { type DayNumbers, dayNumbers } from "@/domain/daily";
import { rulesOn } from "@/domain/rules/sets";
import { getAreaNames, listDistrictNames } from "@/server/areas/queries";
import { mustReach } from "@/server/caseload/queries";
import { fromDateColumn, programmeDate, toDateColumn } from "@/server/clock";
import type { Prisma } from "@/server/generated/prisma/client";
import { countOpenRegistrations } from "@/server/registrations/queries";
import { areaFor, type Scoped } from "@/server/scope";

/** How many days of a district are shown: four weeks of working days. */
const daysShown = 20;
/** Days before those shown, from which the oldest of them is counted on. */
const daysBefore = 5;

const columns = {
  total: true,
  answered: true,
  metWaiting: true,
  met: true,
  toMeet: true,
  released: true,
  source: true,
  takenFor: true,
  takenAt: true,
} as const satisfies Prisma.DaySnapshotSelect;
type Snapshot = Prisma.DaySnapshotGetPayload<{ select: typeof columns }>;

function shown({ takenFor, takenAt, ...numbers }: Snapshot) {
  return {
    ...numbers,
    day: fromDateColumn(takenFor),
    takenAt: takenAt.toISOString(),
  };
}
export type DayRow = ReturnType<typeof shown>;

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
    const own = rows.filter(({ districtCode }) => districtCode === code);
    byDistrict.set(
      code,
      dayNumbers(sumCoverage(own.map(({ state, _sum }) => ({ state, people: _sum.people ?? 0 })))),
    );
  }
  return byDistrict;
}

const nobody: DayNumbers = dayNumbers(sumCoverage([]));

/** The days of the actor's district, newest first, and what has changed since; null without a district. */
export async function getDistrictDays(scope: Scoped) {
  const { tx, actor } = scope;
  const { districtCode } = actor;
  if (!districtCode) return null;
  const days = await tx.daySnapshot.findMany({
    where: { districtCode },
    select: columns,
    orderBy: { takenFor: "desc" },
    take: daysShown + daysBefore,
  });
  const today = await programmeDate(tx);
  const names = await getAreaNames(actor, tx);
  return {
    district: names.district ?? districtCode,
    today,
    holidays: rulesOn(scope.ruleSets, today).fieldworkHolidays.value,
    days: days.map(shown),
    daysShown,
    now: (await numbersNow(scope, { districtCode })).get(districtCode) ?? nobody,
    registrations: {
      people: await countOpenRegistrations(scope, { districtCode }),
      href: `/registrations?state=open&district=${districtCode}`,
    },
  };
}
export type DistrictDays = NonNullable<Awaited<ReturnType<typeof getDistrictDays>>>;

/** The days with numbers in the month up to this one, newest first. */
function listTaken({ tx }: Scoped, provinceCode: string, until: Date) {
  return tx.daySnapshot.findMany({
    where: { provinceCode, takenFor: { gte: toDateColumn(addDays(fromDateColumn(until), -30)) } },
    distinct: ["takenFor"],
    select: { takenFor: true },
    orderBy: { takenFor: "desc" },
    take: 15,
  });
}

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
  const holidays = rulesOn(scope.ruleSets, today).fieldworkHolidays.value;
  const province = names.province ?? "";
  if (!newest)
    return { province, today, holidays, day: null, taken: [], rows: [], registrations: null };
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
  const taken = await listTaken(scope, provinceCode, takenFor);
  const districts = await listDistrictNames(provinceCode, tx);
  const now = await numbersNow(scope, { provinceCode });
  const registrations = {
    people: await countOpenRegistrations(scope, { provinceCode }),
    href: "/registrations?state=open",
  };
  return {
    province,
    today,
    holidays,
    registrations,
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
