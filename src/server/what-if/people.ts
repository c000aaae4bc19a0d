import { z } from "zod";
import type { ChangedGroup } from "@/domain/what-if";
import { listDistrictNames } from "@/server/areas/queries";
import { Prisma } from "@/server/generated/prisma/client";
import { fullName } from "@/server/holders/search";
import type { JobClient } from "@/server/imports/job-connection";
import { provinceCodeOf } from "@/server/own-district";
import { auditRead, type Scoped } from "@/server/scope";
import { namesPeople } from "./order";
import { latestWhatIf } from "./queries";
import type { KeptSums } from "./result";

/** People in one statement. */
const atOnce = 10_000;

/** Keeps by name whose sum a version changes, in place of what the same officer's comparisons of it kept before; in the job's transaction. */
export async function keepWhatIfPeople(
  client: JobClient,
  { jobId, provinceCode }: { jobId: string; provinceCode: string },
  { changed }: { changed: readonly ChangedGroup[] },
): Promise<void> {
  await client.query(
    `DELETE FROM what_if_person WHERE job_id IN (
       SELECT o.id FROM job o JOIN job j ON j.id = $1
       WHERE o.kind = j.kind AND o.requested_by_id = j.requested_by_id AND o.input ->> 'ruleVersionId' = j.input ->> 'ruleVersionId')`,
    [jobId],
  );
  for (const { district, before, after, ids } of changed)
    for (let start = 0; start < ids.length; start += atOnce)
      await client.query(
        `INSERT INTO what_if_person (job_id, province_code, district_code, holder_id, satang_before, satang)
         SELECT $1, $2, $3, id, $4, $5 FROM unnest($6::uuid[]) id`,
        [
          jobId,
          provinceCode,
          district,
          before * 100,
          after * 100,
          ids.slice(start, start + atOnce),
        ],
      );
}

/** Which people: to whom more or less is due, of one district or all, after whom the list goes on. */
const people = z.object({
  change: z.enum(["gain", "lose"]).catch("gain"),
  district: z
    .string()
    .regex(/^\d{4}$/)
    .nullable()
    .catch(null),
  after: z
    .string()
    .regex(/^\d{4}\.[0-9a-f-]{36}$/)
    .nullable()
    .catch(null),
});
export type WhatIfPeopleView = z.output<typeof people>;

/** The view of an address; what is not understood is as if it were not there. */
export const readWhatIfPeople = (given: Readonly<Record<string, unknown>>): WhatIfPeopleView =>
  people.parse({ change: null, district: null, after: null, ...given });

/** People on one page of the list. */
const aPage = 50;

/** The page of the screen. Audited. */
export async function viewWhatIfPeople(
  scope: Scoped,
  ruleVersionId: string,
  view: WhatIfPeopleView,
) {
  const list = await listWhatIfPeople(scope, ruleVersionId, view);
  if (!list) return null;
  const subject = { type: "rule_version", id: ruleVersionId };
  auditRead(scope, "rules.names", subject, { shown: list.people.length });
  return list;
}

/**
 * Those of the own province to whom a checked version gives more or less in all, as the actor's latest comparison counted it, page by
 * page: the counts are those of that comparison. Null where there is none with names.
 */
export async function listWhatIfPeople(
  scope: Scoped,
  ruleVersionId: string,
  view: WhatIfPeopleView,
  rowsAPage = aPage,
) {
  if (!(await namesPeople(scope, ruleVersionId))) return null;
  const latest = await latestWhatIf(scope, ruleVersionId);
  if (!latest?.kept?.named) return null;
  const { id: jobId, asOf, area } = latest;
  const province = provinceCodeOf(scope.actor);
  const rows = await rowsOf(scope, { jobId, province }, view, rowsAPage + 1);
  const shown = rows.slice(0, rowsAPage);
  const last = shown.at(-1);
  return {
    asOf,
    area,
    counts: countsIn(latest.kept, view.district ?? province),
    districts: await districtsOf(scope, latest.kept, province),
    people: await withNames(scope, shown),
    next: rows.length > rowsAPage && last ? `${last.district}.${last.id}` : null,
  };
}
export type WhatIfPeople = NonNullable<Awaited<ReturnType<typeof listWhatIfPeople>>>;

type Row = { id: string; district: string; before: bigint; after: bigint };

async function rowsOf(
  { tx }: Scoped,
  { jobId, province }: { jobId: string; province: string },
  { change, district, after }: WhatIfPeopleView,
  atMost: number,
): Promise<Row[]> {
  const [afterDistrict = "", afterId = noId] = after?.split(".") ?? [];
  return tx.$queryRaw<Row[]>(Prisma.sql`
    SELECT holder_id::text AS id, district_code AS district, satang_before AS before, satang AS after FROM what_if_person
    WHERE job_id = ${jobId}::uuid AND province_code = ${province} AND gains = ${change === "gain"}
      AND (district_code, holder_id) > (${afterDistrict}, ${afterId}::uuid)
      ${district ? Prisma.sql`AND district_code = ${district}` : Prisma.empty}
    ORDER BY district_code, holder_id LIMIT ${atMost}`);
}
const noId = "00000000-0000-0000-0000-000000000000";

/** How many gain and lose in a district or a province, as the comparison counted it. */
function countsIn({ by }: KeptSums, area: string) {
  const counts = { gain: 0, lose: 0 };
  for (const { key, gain, lose } of by.district) {
    if (!key.startsWith(area)) continue;
    counts.gain += Number(gain);
    counts.lose += Number(lose);
  }
  return counts;
}

/** The districts that the comparison was about, with their names. */
async function districtsOf({ tx }: Scoped, { by }: KeptSums, province: string) {
  const names = await listDistrictNames(province, tx);
  return by.district.flatMap(({ key, gain, lose }) =>
    names[key] && gain + lose > 0n ? [{ code: key, name: names[key] }] : [],
  );
}

/** Who has left the province since has no name here. */
async function withNames({ tx }: Scoped, rows: readonly Row[]) {
  const holders = await tx.holder.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    select: {
      ...{ id: true, title: true, firstName: true, lastName: true, nationalIdLast4: true },
      subdistrict: { select: { name: true, district: { select: { name: true } } } },
    },
  });
  const byId = new Map(holders.map((holder) => [holder.id, holder]));
  return rows.map((row) => {
    const holder = byId.get(row.id);
    if (!holder) return { ...row, holder: null };
    const { title, firstName, lastName, nationalIdLast4, subdistrict } = holder;
    const name = fullName(title, firstName, lastName);
    return { ...row, holder: { name, nationalIdLast4, subdistrict } };
  });
}
