import { provinceOf } from "@/domain/areas";
import { pace, recentWorkingDays } from "@/domain/caseload";
import {
  coverageOf,
  officerProgress,
  progressByArea,
  progressByOfficer,
  progressOf,
} from "@/domain/dashboard";
import { reachOf } from "@/domain/policy";
import { rulesOn } from "@/domain/rules/sets";
import { interviewsLeft, withoutOfficer } from "@/domain/work-left";
import { getAreaNames, listDistrictNames, listSubdistrictNames } from "@/server/areas/queries";
import { countHolders } from "@/server/caseload/holders";
import { listCaringOfficers } from "@/server/caseload/queries";
import { programmeDate, toDateColumn } from "@/server/clock";
import { getEntitlements } from "@/server/entitlements/sums";
import { getGlance } from "@/server/figures/glance";
import { listOverloaded } from "@/server/figures/overload";
import { openRoundOf } from "@/server/follow-ups/queries";
import { getCutoff } from "@/server/ministry/cutoff";
import { getRunLine } from "@/server/month-runs/queries";
import { staffByDistrict, staffOf, staffOfAll } from "@/server/preparation/staff";
import { countOpenRegistrations } from "@/server/registrations/queries";
import type { Scoped } from "@/server/scope";
import { homeVisits } from "@/server/settings/queries";
import { listTally, listTallyOfOfficers, listTallyOfSubdistricts } from "./tally";

/** Everything the district's page shows; null where the district is out of reach. */
export async function getDistrictDashboard(scope: Scoped, districtCode: string) {
  if (!(await isInReach(scope, districtCode))) return null;
  const { tx } = scope;
  const today = await programmeDate(tx);
  const rows = await listTallyOfSubdistricts(scope, { districtCode });
  const left = interviewsLeft(rows);
  const [names, subdistricts, officers, ofOfficers, registrations, refused, pace, staff, round] =
    await Promise.all([
      getAreaNames({ provinceCode: provinceOf(districtCode), districtCode }, tx),
      listSubdistrictNames(districtCode, tx),
      listCaringOfficers(scope, districtCode),
      listTallyOfOfficers(scope, { districtCode }),
      countOpenRegistrations(scope, { districtCode }),
      countHolders(scope, { district: districtCode, ...refusedAtDoor }),
      paceOf(scope, { districtCode }, left.all, today),
      staffOf(scope, rows, today),
      openRoundOf(scope, { districtCode }, today),
    ]);
  const byOfficer = progressByOfficer(ofOfficers);
  const parts = progressByArea(rows, ({ subdistrictCode }) => subdistrictCode).map((progress) => ({
    ...progress,
    name: subdistricts[progress.code] ?? progress.code,
  }));
  const { fieldwork } = pace;
  const cared = officers.map((officer) => ({
    ...officer,
    progress: byOfficer.get(officer.officerId) ?? officerProgress(officer.officerId, []),
  }));
  return {
    districtCode,
    name: names.district ?? districtCode,
    today,
    rules: rulesOn(scope.ruleSets, today),
    rows,
    coverage: coverageOf(rows),
    refused,
    ...pace,
    left,
    withoutOfficer: withoutOfficer(rows),
    staff,
    round,
    officers: cared,
    // Whose load is too large is for the district's own heads.
    overloaded:
      reachOf(scope.actor, "district.view") === "district"
        ? await listOverloaded(scope, districtCode, cared.map(withLeft), { today, fieldwork })
        : null,
    subdistricts: parts,
    registrations,
    glance: await getGlance(scope, { districtCode }, { rows, parts, today, fieldwork }),
    cutoff: await getCutoff(scope, today, districtCode),
    ...(await getEntitlements(scope, today, rows, { districtCode })),
  };
}
export type DistrictDashboard = NonNullable<Awaited<ReturnType<typeof getDistrictDashboard>>>;

const withLeft = ({ officerId, name, progress: { left } }: CaringOfficer) => ({
  ...{ officerId, name, left },
});
type CaringOfficer = { officerId: string; name: string; progress: { left: number } };

/** The province's page: the same figures of its districts side by side. */
export async function getProvinceDashboard(scope: Scoped) {
  const { tx, actor } = scope;
  const provinceCode = actor.provinceCode;
  if (reachOf(actor, "province.view") !== "province" || !provinceCode) return null;
  const today = await programmeDate(tx);
  const rows = await listTally(scope, { provinceCode });
  const left = interviewsLeft(rows);
  const [names, districts, registrations, staffing, refused, pace, round, cutoff, sums, run] =
    await Promise.all([
      getAreaNames({ provinceCode, districtCode: null }, tx),
      listDistrictNames(provinceCode, tx),
      countOpenRegistrations(scope, { provinceCode }),
      staffByDistrict(scope, rows, today),
      countHolders(scope, refusedAtDoor),
      paceOf(scope, { provinceCode }, left.all, today),
      openRoundOf(scope, { provinceCode }, today),
      getCutoff(scope, today),
      getEntitlements(scope, today, rows),
      getRunLine(scope),
    ]);
  const progress = new Map(
    progressByArea(rows, ({ districtCode }) => districtCode).map((each) => [each.code, each]),
  );
  const parts = Object.entries(districts).map(([code, name]) => ({
    ...(progress.get(code) ?? { ...progressOf([]), code }),
    name,
  }));
  const { fieldwork } = pace;
  return {
    provinceCode,
    name: names.province ?? provinceCode,
    today,
    rules: rulesOn(scope.ruleSets, today),
    rows,
    coverage: coverageOf(rows),
    refused,
    ...pace,
    left,
    withoutOfficer: withoutOfficer(rows),
    staff: staffOfAll(staffing),
    round,
    districts: parts,
    glance: await getGlance(scope, { provinceCode }, { rows, parts, today, fieldwork }),
    staffing: Object.entries(districts).flatMap(([code, name]) => {
      const each = staffing.get(code);
      return each ? [{ code, name, left: progress.get(code)?.interviewsLeft ?? 0, ...each }] : [];
    }),
    registrations,
    cutoff,
    run,
    ...sums,
  };
}
export type ProvinceDashboard = NonNullable<Awaited<ReturnType<typeof getProvinceDashboard>>>;

/** Of those who must be reached: refused the interview, not confirmed yet. */
const refusedAtDoor = { cohort: "must_reach", refusal: "pending" } as const;

async function isInReach({ tx, actor }: Scoped, districtCode: string): Promise<boolean> {
  const reach = reachOf(actor, "district.view");
  if (reach === "district") return actor.districtCode === districtCode;
  if (reach !== "province") return false;
  const district = await tx.district.findUnique({ where: { code: districtCode } });
  return district !== null && district.provinceCode === actor.provinceCode;
}

type Area = { districtCode: string } | { provinceCode: string };

/** The pace, and the days of the home visits from which it is computed. */
async function paceOf(scope: Scoped, area: Area, remaining: number, today: string) {
  const fieldwork = await homeVisits(scope, today);
  const holidays = rulesOn(scope.ruleSets, today).fieldworkHolidays.value;
  const days = recentWorkingDays(today, fieldwork, holidays);
  const interviewed = days.length === 0 ? 0 : await countInterviewed(scope, area, days);
  return { fieldwork, pace: pace({ today, fieldwork, holidays, remaining, interviewed }) };
}

/** How many were interviewed for the first time on these days. Only the forms of these days are read, not all holders. */
async function countInterviewed({ tx }: Scoped, area: Area, days: readonly string[]) {
  const district = "districtCode" in area ? area.districtCode : null;
  const province = "provinceCode" in area ? area.provinceCode : null;
  const [from, until] = [days[0], days.at(-1)].map((day) => toDateColumn(day ?? ""));
  const [row] = await tx.$queryRaw<{ people: number }[]>`
    SELECT count(DISTINCT r.holder_id)::int AS people FROM assessment r
    WHERE r.interviewed_on BETWEEN ${from}::date AND ${until}::date AND r.counts
      AND (r.district_code = ${district} OR r.province_code = ${province})
      AND EXISTS (SELECT FROM holder h WHERE h.id = r.holder_id AND h.counted)
      AND NOT EXISTS (SELECT FROM assessment a WHERE a.holder_id = r.holder_id AND a.interviewed_on < ${from}::date AND a.counts)`;
  return row?.people ?? 0;
}
