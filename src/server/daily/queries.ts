import { addDays } from "@/domain/calendar";
import { sumCoverage } from "@/domain/caseload";
import { type DayNumbers, dayNumbers, whyNotTaken } from "@/domain/daily";
import { rulesOn } from "@/domain/rules/sets";
import { getAreaNames, listDistrictNames } from "@/server/areas/queries";
import { mustReach } from "@/server/caseload/queries";
import { fromDateColumn, isDemo, programmeDate, systemTime, toDateColumn } from "@/server/clock";
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
  const holidays = rulesOn(scope.ruleSets, today).fieldworkHolidays.value;
  return {
    district: names.district ?? districtCode,
    today,
    holidays,
    missing: await whyTodayIsMissing(scope, today, days[0]?.takenFor ?? null, holidays),
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

/** Why today has no numbers; in a demo an hour that passed is one from before its date was moved to this day. */
async function whyTodayIsMissing(
  { tx }: Scoped,
  today: string,
  newest: Date | null,
  holidays: readonly string[],
) {
  const why = whyNotTaken(today, systemTime(), newest && fromDateColumn(newest), holidays);
  return why === "passed" && (await isDemo(tx)) ? ("moved" as const) : why;
}

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

/** The numbers of each district on a day. */
function listDistrictsOn({ tx }: Scoped, provinceCode: string, takenFor: Date) {
  return tx.daySnapshot.findMany({
    where: { provinceCode, takenFor },
    select: { ...columns, districtCode: true },
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
    return {
      ...{ province, today, holidays, day: null, taken: [], rows: [], registrations: null },
      missing: asked ? null : await whyTodayIsMissing(scope, today, null, holidays),
    };
  const { takenFor } = newest;
  const at = await listDistrictsOn(scope, provinceCode, takenFor);
  const before = await tx.daySnapshot.findFirst({
    where: { provinceCode, takenFor: { lt: takenFor } },
    orderBy: { takenFor: "desc" },
    select: { takenFor: true },
  });
  const earlier = before ? await listDistrictsOn(scope, provinceCode, before.takenFor) : [];
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
    // Of a day that was asked for it is not the question.
    missing: asked ? null : await whyTodayIsMissing(scope, today, takenFor, holidays),
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
