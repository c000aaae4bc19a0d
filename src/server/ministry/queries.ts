import {
  entriesAPage,
  type MinistryFileKind,
  type MinistryKind,
  type MinistryShown,
  ministryKindOf,
  ministryKinds,
  ministryShown,
  orderInForce,
} from "@/domain/ministry";
import { mayEver } from "@/domain/policy";
import { fromDateColumn, programmeDate } from "@/server/clock";
import { decryptNationalId } from "@/server/holders/national-id";
import { fullName } from "@/server/holders/search";
import { auditRead, holdersFor, type Scoped } from "@/server/scope";
import { countEntries, entriesFor } from "./counts";
import { entryValues } from "./values";

/** The entries in one state or all, of one kind or all, the oldest first, a page at a time; with the counts of all states. Audited. */
export async function listMinistry(
  scope: Scoped,
  {
    state,
    kind = null,
    district,
    page,
  }: {
    state: MinistryShown;
    kind?: MinistryKind | null;
    district: string | null;
    page: number;
  },
  aPage = entriesAPage,
) {
  const within = entriesFor(scope, kind);
  if (!within) return null;
  const where = {
    AND: [within, state === "all" ? {} : { state }, district ? { districtCode: district } : {}],
  };
  const total = await scope.tx.ministryEntry.count({ where });
  const rows = await scope.tx.ministryEntry.findMany({
    where,
    select: {
      id: true,
      kind: true,
      amends: true,
      occurredOn: true,
      state: true,
      stateOn: true,
      reason: true,
      stands: true,
      file: { select: { number: true } },
      stateBy: { select: { name: true } },
      holder: {
        select: {
          id: true,
          title: true,
          firstName: true,
          lastName: true,
          accountOfficer: { select: { name: true } },
        },
      },
    },
    orderBy: [{ occurredOn: "asc" }, { id: "asc" }],
    skip: (page - 1) * aPage,
    take: aPage,
  });
  auditRead(
    scope,
    "ministry.view",
    { type: "list", id: null },
    { state, kind, district, shown: rows.length },
  );
  return {
    counts: (await countEntries(scope)).own,
    total,
    rows: rows.map(({ holder, occurredOn, stateOn, file, stateBy, ...row }) => ({
      ...row,
      state: row.state,
      shownKind: ministryKindOf(row),
      occurredOn: fromDateColumn(occurredOn),
      stateOn: stateOn && fromDateColumn(stateOn),
      stateBy: stateBy?.name ?? null,
      file: file?.number ?? null,
      holderId: holder.id,
      name: fullName(holder.title, holder.firstName, holder.lastName),
      officer: holder.accountOfficer?.name ?? null,
    })),
  };
}
export type MinistryList = NonNullable<Awaited<ReturnType<typeof listMinistry>>>;

/** The order of fields in force for the actor's province. */
export async function fieldsInForce(scope: Scoped, today: string) {
  return orderInForce(await listFieldOrders(scope), today);
}

/** The dated orders of the province for one file, the newest first. */
export async function listFieldOrders({ tx, actor }: Scoped, of: MinistryFileKind = "entries") {
  if (!mayEver(actor, "ministry.view")) return [];
  const orders = await tx.ministryFieldOrder.findMany({
    where: { provinceCode: actor.provinceCode ?? "", of },
    include: { recordedBy: { select: { name: true } } },
    orderBy: [{ fromOn: "desc" }, { recordedAt: "desc" }],
  });
  return orders.map(({ fromOn, recordedBy, ...order }) => ({
    id: order.id,
    fields: order.fields,
    reason: order.reason,
    fromOn: fromDateColumn(fromOn),
    by: recordedBy.name,
  }));
}
export type FieldOrderRow = Awaited<ReturnType<typeof listFieldOrders>>[number];

/**
 * "ใบคีย์": all values of one entry in the Ministry's order, with the full national ID. Null out of reach; the audit keeps
 * it as a look at the ID.
 */
export async function viewSheet(scope: Scoped, entryId: string) {
  const { tx, actor } = scope;
  const entry = await tx.ministryEntry.findFirst({
    where: { id: entryId, holder: holdersFor(actor, "ministry.mark") },
    include: {
      holder: { select: { title: true, firstName: true, lastName: true, nationalIdEnc: true } },
      stateBy: { select: { name: true } },
      events: {
        orderBy: { recordedAt: "desc" },
        include: { recordedBy: { select: { name: true } }, file: { select: { number: true } } },
      },
    },
  });
  if (!entry) return null;
  auditRead(scope, "holder.reveal", { type: "holder", id: entry.holderId }, { page: "sheet" });
  const today = await programmeDate(tx);
  const fields = await fieldsInForce(scope, today);
  const values = (await entryValues(scope, [entry])).get(entry.id) ?? {};
  const next = await tx.ministryEntry.findFirst({
    where: {
      AND: [
        entriesFor(scope) ?? { id: { in: [] } },
        { id: { not: entry.id }, state: entry.state, holder: holdersFor(actor, "ministry.mark") },
      ],
    },
    orderBy: [{ occurredOn: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  const { holder } = entry;
  return {
    id: entry.id,
    kind: entry.kind,
    shownKind: ministryKindOf(entry),
    sourceId: entry.sourceId,
    holderId: entry.holderId,
    name: fullName(holder.title, holder.firstName, holder.lastName),
    occurredOn: fromDateColumn(entry.occurredOn),
    state: entry.state,
    reason: entry.reason,
    stands: entry.stands,
    fields,
    values: { ...values, nationalId: decryptNationalId(holder.nationalIdEnc, entry.holderId) },
    nextId: next?.id ?? null,
    events: entry.events.map((event) => ({
      id: event.id,
      state: event.state,
      on: fromDateColumn(event.happenedOn),
      by: event.recordedBy.name,
      reason: event.reason,
      file: event.file?.number ?? null,
    })),
  };
}
export type MinistrySheet = NonNullable<Awaited<ReturnType<typeof viewSheet>>>;

/** What a page's address shows; what is unreported if it says nothing. */
export function readMinistryState(given: unknown): MinistryShown {
  return ministryShown.find((state) => state === given) ?? "unreported";
}

/** The kind in a page's address; null: all. */
export function readMinistryKind(given: unknown): MinistryKind | null {
  return ministryKinds.find((kind) => kind === given) ?? null;
}
