import { addDays } from "@/domain/calendar";
import { snapshotTime } from "@/domain/daily";
import { areasBehind } from "@/domain/dashboard";
import type { EntitlementRow, Entitlements } from "@/domain/entitlement-sums";
import { sumEntitlements } from "@/domain/entitlement-sums";
import type { FigureArea } from "@/domain/figures/area";
import { type Trend, type TrendDay, trendOf } from "@/domain/figures/trend";
import { dayBeside, type PackArea, type PackBlocks, type PackContents } from "@/domain/pack";
import type { Period } from "@/domain/rules/rule-set";
import { rulesOn } from "@/domain/rules/sets";
import { say } from "@/i18n/words";
import { getAreaNames, listDistrictNames, listSubdistricts } from "@/server/areas/queries";
import { programmeDate, systemTime } from "@/server/clock";
import { listTallyOfSubdistricts } from "@/server/dashboards/tally";
import { getEntitlements } from "@/server/entitlements/sums";
import { getTakeUp } from "@/server/figures/take-up";
import { before, listTaken } from "@/server/figures/trend";
import { listTakenOfParts } from "@/server/figures/trends";
import { listWaitingForHead } from "@/server/home/queries";
import type { Scoped } from "@/server/scope";
import { homeVisits } from "@/server/settings/queries";
import { readFollowUp } from "./follow-up";
import { numbersNow, numbersOn, type PackNumbers } from "./numbers";

/** What a pack was asked for. */
export type PackOrder = {
  provinceCode: string;
  districtCode: string | null;
  kind: PackContents["kind"];
  /** Of `day`. */
  day: string | null;
  /** Of `round`: its id. */
  round: string | null;
  meetingOn: string | null;
  /** Who asked for it; null: made by itself. */
  madeBy: PackContents["madeBy"];
};

/** How many matters and areas are named. */
const named = 3;

/**
 * Reads everything that a pack says with the functions of the pages, in the scope's one snapshot of the database. Null where its day has no
 * numbers of 16:30 in four blocks, or its round is not known.
 */
export async function readPack(scope: Scoped, order: PackOrder): Promise<PackContents | null> {
  const { tx } = scope;
  const { provinceCode, districtCode, kind } = order;
  const area: FigureArea = districtCode ? { districtCode } : { provinceCode };
  const today = await programmeDate(tx);
  const day = order.day ?? today;
  const rows = await listTallyOfSubdistricts(scope, area);
  const numbers = kind === "day" ? await numbersOn(scope, area, day) : numbersNow(rows);
  if (!numbers) return null;
  const fieldwork = await homeVisits(scope, day);
  const kept = await listTaken(scope, area, addDays(fieldwork.from, -before));
  const taken = kept.filter((each) => each.day <= day);
  const beside = dayBeside(
    taken.filter(({ answered }) => answered !== null).map((each) => each.day),
    day,
  );
  const earlier = beside === null ? null : await numbersOn(scope, area, beside);
  const goOn = trending(scope, { day, fieldwork });
  const trend = goOn(taken, numbers.whole);
  const names = await getAreaNames({ provinceCode, districtCode }, tx);
  const speeds = await speedsOf(scope, area, { numbers, goOn, from: fieldwork.from });
  const parts = await partsOf(scope, area, { numbers, earlier, speeds });
  return {
    version: 1,
    kind,
    provinceCode,
    districtCode,
    province: names.province ?? provinceCode,
    district: names.district,
    day,
    time: kind === "day" ? snapshotTime : systemTime(),
    round: order.round,
    before: earlier && beside,
    madeBy: order.madeBy,
    meetingOn: order.meetingOn,
    fieldwork,
    whole: {
      code: districtCode ?? provinceCode,
      name: names.district ?? names.province ?? provinceCode,
      now: numbers.whole,
      before: earlier?.whole ?? null,
      speed: speedOf(trend),
    },
    ...{ interviewed: numbers.interviewed, away: numbers.away },
    ...{ interviewedBefore: earlier?.interviewed ?? null, awayBefore: earlier?.away ?? null },
    ...parts,
    trend: keptTrend(trend),
    behind: behindOf(districtCode ? parts.subdistricts : parts.districts),
    ...(await readNow(scope, area, { kind, today, rows })),
    followUp:
      kind === "round" ? await readFollowUp(scope, area, { today, round: order.round }) : null,
  };
}

const trending =
  ({ ruleSets }: Scoped, { day, fieldwork }: { day: string; fieldwork: Period }) =>
  (taken: readonly TrendDay[], { total, answered, metWaiting, released }: PackBlocks): Trend =>
    trendOf({
      taken: taken.filter((each) => each.day <= day),
      now: { total, answered, met: answered + metWaiting, released },
      today: day,
      fieldwork,
      holidays: rulesOn(ruleSets, day).fieldworkHolidays.value,
    });

function speedOf({ recentPerDay, neededPerDay, needed, end }: Trend): PackArea["speed"] {
  const over = end.says !== "done" && needed === null;
  return {
    recentPerDay,
    neededPerDay,
    end: { says: over ? "over" : end.says, day: !over && "day" in end ? end.day : null },
  };
}

/** How the districts of a province go on, or the subdistricts of a district. */
async function speedsOf(
  scope: Scoped,
  area: FigureArea,
  {
    numbers,
    goOn,
    from,
  }: { numbers: PackNumbers; goOn: ReturnType<typeof trending>; from: string },
) {
  const taken = await listTakenOfParts(scope, area, addDays(from, -before));
  const now = "districtCode" in area ? numbers.subdistricts : numbers.districts;
  return new Map(
    [...now].map(([code, blocks]) => [code, speedOf(goOn(taken.get(code) ?? [], blocks))]),
  );
}

async function partsOf(
  { tx }: Scoped,
  area: FigureArea,
  {
    numbers,
    earlier,
    speeds,
  }: {
    numbers: PackNumbers;
    earlier: PackNumbers | null;
    speeds: ReadonlyMap<string, PackArea["speed"]>;
  },
) {
  const line = (code: string, name: string, part: "districts" | "subdistricts"): PackArea => ({
    ...{ code, name },
    now: numbers[part].get(code) ?? null,
    before: earlier?.[part].get(code) ?? null,
    speed: speeds.get(code) ?? null,
  });
  const subdistricts = await listSubdistricts(area, tx);
  const districts = "districtCode" in area ? {} : await listDistrictNames(area.provinceCode, tx);
  return {
    districts: Object.entries(districts).map(([code, name]) => line(code, name, "districts")),
    subdistricts: subdistricts.map(({ code, name, district }) => ({
      ...line(code, name, "subdistricts"),
      district,
    })),
  };
}

const keptTrend = ({ days, goal, answered, until, needed }: Trend): PackContents["trend"] => ({
  days: days.map(({ day, answered, met, total, released }) => ({
    ...{ day, answered, met },
    goal: total - released,
  })),
  ...{ goal, answered, until, needed },
});

function behindOf(areas: readonly PackArea[]): PackContents["behind"] {
  const known = areas.flatMap(({ code, now }) =>
    now
      ? [
          {
            code,
            mustReach: now.total,
            blocks: {
              answered: now.answered,
              met_waiting: now.metWaiting,
              to_meet: now.toMeet,
              released: now.released,
            },
          },
        ]
      : [],
  );
  return areasBehind(known)
    .slice(0, named)
    .map(({ code, people, of }) => ({
      ...{ people, of },
      name: areas.find((each) => each.code === code)?.name ?? code,
    }));
}

/** What is known of this moment alone: past days have no numbers of it. */
async function readNow(
  scope: Scoped,
  area: FigureArea,
  {
    kind,
    today,
    rows,
  }: {
    kind: PackContents["kind"];
    today: string;
    rows: Awaited<ReturnType<typeof listTallyOfSubdistricts>>;
  },
): Promise<Pick<PackContents, "projects" | "agencies" | "money" | "matters">> {
  if (kind === "day") return { projects: null, agencies: null, money: null, matters: null };
  const takeUp = await getTakeUp(scope, area, "project");
  const districtCode = "districtCode" in area ? area.districtCode : undefined;
  const sums = await getEntitlements(scope, today, rows, { districtCode });
  return {
    projects:
      takeUp?.parts.map(({ part, project, chosen, sent, states, days, places }) => ({
        ...{ code: part, name: project ?? part, chosen, sent, states, days, places },
      })) ?? null,
    agencies: takeUp?.agencies ?? null,
    money: await moneyOf(scope, area, today, sums),
    matters: await mattersOf(scope, area, today),
  };
}

async function moneyOf(
  { tx, ruleSets }: Scoped,
  area: FigureArea,
  today: string,
  { due, entitlements }: { due: readonly EntitlementRow[]; entitlements: Entitlements },
): Promise<PackContents["money"]> {
  const { month, until, whole, forecast } = entitlements;
  const districts = "districtCode" in area ? {} : await listDistrictNames(area.provinceCode, tx);
  return {
    ...{ month, until, ...whole },
    forecast: forecast && { ...forecast.all, until: forecast.until },
    parts: Object.entries(districts).map(([code, name]) => {
      const own = due.filter(({ districtCode }) => districtCode === code);
      const { people, monthBaht, totalBaht } = sumEntitlements(rulesOn(ruleSets, today), own);
      return { code, name, people, monthBaht, totalBaht };
    }),
  };
}

/** What waits for who made it, where that is the head of the area; null for another's area. */
async function mattersOf(
  scope: Scoped,
  area: FigureArea,
  today: string,
): Promise<PackContents["matters"]> {
  const { districtCode, provinceCode } = scope.actor;
  const own =
    "districtCode" in area
      ? area.districtCode === districtCode
      : districtCode === null && area.provinceCode === provinceCode;
  if (!own) return null;
  const lines = await listWaitingForHead(scope, today);
  return lines.slice(0, named).map(({ key, count, people, tone, round = "", names = "" }) => ({
    words: [
      say(`home.${key}`, { round, names }),
      ...(people === undefined ? [] : [say("home.ofPeople", { people })]),
    ].join(" "),
    count,
    late: tone === "late",
  }));
}

/** The days of which a pack can be made, the newest first: those with numbers of 16:30 of the whole area in four blocks. */
export async function listPackDays(scope: Scoped, area: FigureArea, today: string) {
  const { from } = await homeVisits(scope, today);
  const taken = await listTaken(scope, area, addDays(from, -before));
  return taken
    .filter(({ day, answered }) => answered !== null && day <= today)
    .map(({ day }) => day)
    .reverse();
}
