import type { TallyRow } from "@/domain/dashboard";
import { noOfficer } from "@/server/caseload/queries";
import { Prisma } from "@/server/generated/prisma/client";
import type { Scoped } from "@/server/scope";

type Area = { provinceCode?: string; districtCode?: string };

/**
 * The counters of an area, added up in the database to what the pages tell apart; without an area those that row security
 * shows the actor. The transactions that change holders keep the counters; nobody is counted here.
 */
export function listTally(scope: Scoped, area: Area = {}): Promise<TallyRow[]> {
  return sums<TallyRow>(scope, area, Prisma.sql`'' AS part`);
}

/** The same of each subdistrict. */
export function listTallyOfSubdistricts(
  scope: Scoped,
  area: Area,
): Promise<(TallyRow & { subdistrictCode: string })[]> {
  return sums(scope, area, Prisma.sql`subdistrict_code AS "subdistrictCode"`);
}

/** The same of each account officer, `noOfficer` among them. */
export function listTallyOfOfficers(
  scope: Scoped,
  area: Area,
): Promise<(TallyRow & { officerId: string })[]> {
  return sums(scope, area, Prisma.sql`account_officer_id AS "officerId"`);
}

function sums<Row extends TallyRow>(
  { tx }: Scoped,
  { provinceCode, districtCode }: Area,
  part: Prisma.Sql,
): Promise<Row[]> {
  const province = provinceCode ? Prisma.sql`AND province_code = ${provinceCode}` : Prisma.empty;
  const district = districtCode ? Prisma.sql`AND district_code = ${districtCode}` : Prisma.empty;
  return tx.$queryRaw<Row[]>`
    SELECT ${part}, district_code AS "districtCode", account_officer_id <> ${noOfficer}::uuid AS "hasOfficer",
      age_class AS "ageClass", income_band AS "incomeBand", must_reach AS "mustReach", state,
      latest_answer AS "latestAnswer", interviewed, said_yes AS "saidYes", sum(people)::int AS people
    FROM holder_tally WHERE true ${province} ${district} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`;
}
