import { provinceOf } from "@/domain/areas";
import { pace, recentWorkingDays } from "@/domain/caseload";
import { coverageOf, progressByArea, progressByOfficer, type TallyRow } from "@/domain/dashboard";
import { reachOf } from "@/domain/policy";
import { rulesOn } from "@/domain/rules/sets";
import { getAreaNames, listDistrictNames, listSubdistrictNames } from "@/server/areas/queries";
import { countHolders } from "@/server/caseload/holders";
import { listCaringOfficers, noOfficer } from "@/server/caseload/queries";
import { programmeDate, toDateColumn } from "@/server/clock";
import type { Scoped } from "@/server/scope";
import { homeVisits } from "@/server/settings/queries";

/** Everything the district's page shows; null where the district is out of reach. */
export async function getDistrictDashboard(scope: Scoped, districtCode: string) {
  if (!(await isInReach(scope, districtCode))) return null;
  const { tx } = scope;
  const rows = await listTally(scope, { districtCode });
  const today = await programmeDate(tx);
  const names = await getAreaNames({ provinceCode: provinceOf(districtCode), districtCode }, tx);
  const subdistricts = await listSubdistrictNames(districtCode, tx);
  const officers = await listCaringOfficers(scope, districtCode);
  const unlisted = await tx.unlistedPerson.count({ where: { districtCode } });
  const coverage = coverageOf(rows);
  const byOfficer = progressByOfficer(rows);
  return {
    districtCode,
    name: names.district ?? districtCode,
    today,
    rules: rulesOn(scope.ruleSets, today),
    rows,
    coverage,
    refused: await countHolders(scope, { district: districtCode, ...refusedAtDoor }),
    ...(await paceOf(scope, { districtCode }, coverage.blocks.to_meet, today)),
    officers: officers.map((officer) => ({
      ...officer,
      progress: byOfficer.get(officer.officerId) ?? nobody(officer.officerId),
    })),
    subdistricts: progressByArea(rows, "subdistrictCode").map((progress) => ({
      ...progress,
      name: subdistricts[progress.code] ?? progress.code,
    })),
    unlisted,
  };
}
export type DistrictDashboard = NonNullable<Awaited<ReturnType<typeof getDistrictDashboard>>>;

/** The province's page: the same figures of its districts side by side. */
export async function getProvinceDashboard(scope: Scoped) {
  const { tx, actor } = scope;
  const provinceCode = actor.provinceCode;
  if (reachOf(actor, "province.view") !== "province" || !provinceCode) return null;
  const rows = await listTally(scope, { provinceCode });
  const today = await programmeDate(tx);
  const names = await getAreaNames({ provinceCode, districtCode: null }, tx);
  const districts = await listDistrictNames(provinceCode, tx);
  const unlisted = await tx.unlistedPerson.count({ where: { provinceCode } });
  const coverage = coverageOf(rows);
  const progress = new Map(progressByArea(rows, "districtCode").map((each) => [each.code, each]));
  return {
    provinceCode,
    name: names.province ?? provinceCode,
    today,
    rules: rulesOn(scope.ruleSets, today),
    rows,
    coverage,
    refused: await countHolders(scope, refusedAtDoor),
    ...(await paceOf(scope, { provinceCode }, coverage.blocks.to_meet, today)),
    districts: Object.entries(districts).map(([code, name]) => ({
      ...(progress.get(code) ?? { ...empty, code }),
      name,
    })),
    unlisted,
  };
}
export type ProvinceDashboard = NonNullable<Awaited<ReturnType<typeof getProvinceDashboard>>>;

/** Of those who must be reached: refused the interview, not confirmed yet. */
const refusedAtDoor = { cohort: "must_reach", refusal: "pending" } as const;

const empty = { mustReach: 0, met: 0, toMeet: 0, unassigned: 0, voluntaryYes: 0, people: 0 };
const nobody = (officerId: string) => ({ officerId, people: 0, toMeet: 0, interviewed: 0 });

async function isInReach({ tx, actor }: Scoped, districtCode: string): Promise<boolean> {
  const reach = reachOf(actor, "district.view");
  if (reach === "district") return actor.districtCode === districtCode;
  if (reach !== "province") return false;
  const district = await tx.district.findUnique({ where: { code: districtCode } });
  return district !== null && district.provinceCode === actor.provinceCode;
}

type Area = { districtCode: string } | { provinceCode: string };

/** The counters of an area. The transactions that change them keep them; nothing is counted here. */
async function listTally({ tx }: Scoped, area: Area): Promise<TallyRow[]> {
  const rows = await tx.holderTally.findMany({ where: area });
  return rows.map((row) => ({
    ...row,
    accountOfficerId: row.accountOfficerId === noOfficer ? null : row.accountOfficerId,
  }));
}

/** The pace, and the days of the home visits from which it is computed. */
async function paceOf(scope: Scoped, area: Area, remaining: number, today: string) {
  const fieldwork = await homeVisits(scope, today);
  const holidays = rulesOn(scope.ruleSets, today).fieldworkHolidays.value;
  const days = recentWorkingDays(today, fieldwork, holidays);
  const met = days.length === 0 ? 0 : await countMet(scope, area, days);
  return { fieldwork, pace: pace({ today, fieldwork, holidays, remaining, met }) };
}

/**
 * How many who must be reached were met for the first time on these days: by an interview, or by a no at a desk. Only the
 * forms of these days are read, not all holders.
 */
async function countMet({ tx }: Scoped, area: Area, days: readonly string[]): Promise<number> {
  const district = "districtCode" in area ? area.districtCode : null;
  const province = "provinceCode" in area ? area.provinceCode : null;
  const [from, until] = [days[0], days.at(-1)].map((day) => toDateColumn(day ?? ""));
  const [row] = await tx.$queryRaw<{ met: number }[]>`
    WITH recent AS (
      SELECT holder_id FROM assessment WHERE interviewed_on BETWEEN ${from}::date AND ${until}::date
        AND counts AND (district_code = ${district} OR province_code = ${province})
      UNION
      SELECT holder_id FROM intent WHERE answer = 'no' AND intent_on BETWEEN ${from}::date AND ${until}::date
        AND counts AND (district_code = ${district} OR province_code = ${province})
    )
    SELECT count(*)::int AS met FROM recent JOIN holder h ON h.id = recent.holder_id
    WHERE h.must_reach
      AND NOT EXISTS (SELECT FROM assessment a WHERE a.holder_id = h.id AND a.interviewed_on < ${from}::date AND a.counts)
      AND NOT EXISTS (SELECT FROM intent i WHERE i.holder_id = h.id AND i.intent_on < ${from}::date AND i.counts
        AND (i.answer = 'no' OR app.in_walk_in(i.intent_on)))`;
  return row?.met ?? 0;
}
