import type { IsoMonth } from "@/domain/calendar";
import { monthOf } from "@/domain/calendar";
import { fromDateColumn } from "@/server/clock";
import { Prisma } from "@/server/generated/prisma/client";
import { fullName } from "@/server/holders/search";
import { auditRead, type Scoped } from "@/server/scope";

/** People on one page of the list. */
export const changedOnPage = 50;

type Row = {
  id: string;
  satang: bigint;
  lastMonth: Date | null;
  satangBefore: bigint;
  lastMonthBefore: Date | null;
};

/** What was decided before and by the version, in satang, with the last month that is due. */
export type ChangedSum = { satang: bigint; lastMonth: IsoMonth | null };

/**
 * Those of the actor's province whose sum a version changed, in the order of their ids: what was decided before, and what by
 * the version. `next`: the id after which the list goes on. Audited.
 */
export async function listChangedPeople(
  scope: Scoped,
  { id, version }: { id: string; version: string },
  after: string | null,
) {
  const { tx, actor } = scope;
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`
    SELECT d.holder_id::text AS id, d.satang, d.last_month AS "lastMonth", b.satang AS "satangBefore", b.last_month AS "lastMonthBefore"
    FROM entitlement_decision d
      JOIN LATERAL (SELECT p.satang, p.last_month FROM entitlement_decision p
        WHERE p.holder_id = d.holder_id AND p.number < d.number ORDER BY p.number DESC LIMIT 1) b ON true
    WHERE d.rules_version = ${version} AND d.province_code = ${actor.provinceCode ?? ""} AND 'rules' = ANY (d.changed)
      AND d.holder_id > ${after ?? "00000000-0000-0000-0000-000000000000"}::uuid
    ORDER BY d.holder_id LIMIT ${changedOnPage + 1}`);
  const shown = rows.slice(0, changedOnPage);
  auditRead(scope, "rules.names", { type: "rule_version", id }, { shown: shown.length });
  const holders = await tx.holder.findMany({
    where: { id: { in: shown.map(({ id }) => id) } },
    select: {
      id: true,
      title: true,
      firstName: true,
      lastName: true,
      houseNo: true,
      moo: true,
      subdistrict: { select: { name: true, district: { select: { name: true } } } },
    },
  });
  const byId = new Map(holders.map((holder) => [holder.id, holder]));
  const people = shown.flatMap(({ id, ...sums }) => {
    const holder = byId.get(id);
    if (!holder) return [];
    const { title, firstName, lastName, ...place } = holder;
    return [
      {
        ...place,
        name: fullName(title, firstName, lastName),
        before: sumOf(sums.satangBefore, sums.lastMonthBefore),
        after: sumOf(sums.satang, sums.lastMonth),
      },
    ];
  });
  return { people, next: rows.length > changedOnPage ? (shown.at(-1)?.id ?? null) : null };
}
export type ChangedPeople = Awaited<ReturnType<typeof listChangedPeople>>;

const sumOf = (satang: bigint, lastMonth: Date | null): ChangedSum => ({
  satang,
  lastMonth: lastMonth && monthOf(fromDateColumn(lastMonth)),
});
