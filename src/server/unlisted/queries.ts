import { mayEver } from "@/domain/policy";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import { areaFor, auditRead, type Scoped } from "@/server/scope";

/** People who came and were on no list, the latest first: the district's, or the whole province's. */
export async function listUnlisted(scope: Scoped, filter: { day?: string } = {}) {
  const { tx, actor } = scope;
  const area = areaFor(actor, "unlisted.list");
  if (!area || "accountOfficerId" in area) return [];
  const rows = await tx.unlistedPerson.findMany({
    where: { AND: [area, filter.day ? { cameOn: toDateColumn(filter.day) } : {}] },
    select: {
      id: true,
      name: true,
      nationalIdLast4: true,
      phone: true,
      districtCode: true,
      placeName: true,
      cameOn: true,
      receiptNumber: true,
      recordedBy: { select: { name: true } },
    },
    orderBy: [{ cameOn: "desc" }, { recordedAt: "desc" }, { id: "asc" }],
    take: 1000,
  });
  await auditRead(scope, "unlisted.list", { type: "list", id: null }, { count: rows.length });
  return rows.map(({ cameOn, recordedBy, ...row }) => ({
    ...row,
    cameOn: fromDateColumn(cameOn),
    recordedBy: recordedBy.name,
  }));
}
export type UnlistedRow = Awaited<ReturnType<typeof listUnlisted>>[number];

/** What stands on the receipt of someone who came and was on no list, or null. */
export async function viewUnlistedReceipt(scope: Scoped, unlistedId: string) {
  const { tx, actor } = scope;
  if (!mayEver(actor, "unlisted.record")) return null;
  const row = await tx.unlistedPerson.findFirst({
    where: { id: unlistedId, districtCode: actor.districtCode ?? "" },
    select: {
      name: true,
      nationalIdLast4: true,
      placeName: true,
      cameOn: true,
      receiptNumber: true,
      recordedBy: { select: { name: true, position: true } },
    },
  });
  if (!row) return null;
  await auditRead(scope, "unlisted.list", { type: "unlisted", id: unlistedId });
  const { nationalIdLast4, cameOn, ...rest } = row;
  return { ...rest, idLastFour: nationalIdLast4, on: fromDateColumn(cameOn) };
}
export type UnlistedReceiptView = NonNullable<Awaited<ReturnType<typeof viewUnlistedReceipt>>>;
