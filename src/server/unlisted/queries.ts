import { mayEver } from "@/domain/policy";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import type { UnlistedDecision } from "@/server/generated/prisma/client";
import { findOffice } from "@/server/offices/queries";
import { areaFor, auditRead, type Scoped } from "@/server/scope";

/** Which people a list shows; a key that is missing does not limit it. */
export type UnlistedFilter = {
  day?: string;
  district?: string;
  state?: UnlistedState;
  /** Only finds that other officers proposed: those that the reader may approve. */
  others?: "1";
};

/** Reads district and state from an address; anything else is ignored. */
export function readUnlistedFilter(given: Record<string, unknown>): UnlistedFilter {
  const { district, state, others } = given;
  const known = unlistedStates.find((each) => each === state);
  return {
    ...(typeof district === "string" && /^\d{4}$/.test(district) ? { district } : {}),
    ...(known ? { state: known } : {}),
    ...(others === "1" ? { others } : {}),
  };
}

/** People who came and were on no list, the latest first: the district's, or the whole province's. */
export async function listUnlisted(scope: Scoped, filter: UnlistedFilter = {}) {
  const { tx, actor } = scope;
  const area = areaFor(actor, "unlisted.list");
  if (!area || "accountOfficerId" in area) return [];
  const rows = await tx.unlistedPerson.findMany({
    where: {
      AND: [
        area,
        filter.day ? { cameOn: toDateColumn(filter.day) } : {},
        filter.district ? { districtCode: filter.district } : {},
      ],
    },
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
      decisions: {
        orderBy: { recordedAt: "desc" },
        take: 1,
        select: { outcome: true, approval: true, recordedById: true },
      },
    },
    orderBy: [{ cameOn: "desc" }, { recordedAt: "desc" }, { id: "asc" }],
    take: 1000,
  });
  await auditRead(scope, "unlisted.list", { type: "list", id: null }, { count: rows.length });
  return rows
    .filter(({ decisions }) => !filter.others || decisions[0]?.recordedById !== actor.id)
    .map(({ cameOn, recordedBy, decisions, ...row }) => ({
      ...row,
      state: unlistedStateOf(decisions[0]),
      cameOn: fromDateColumn(cameOn),
      recordedBy: recordedBy.name,
    }))
    .filter(({ state }) => !filter.state || state === filter.state);
}
export type UnlistedRow = Awaited<ReturnType<typeof listUnlisted>>[number];

/** The receipt of a person who came and was on no list, or null. */
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
  const office = await findOffice(scope, actor.districtCode);
  return { ...rest, idLastFour: nationalIdLast4, on: fromDateColumn(cameOn), office };
}
export type UnlistedReceiptView = NonNullable<Awaited<ReturnType<typeof viewUnlistedReceipt>>>;

const unlistedStates = ["waiting", "asked_ministry", "not_holder", "proposed", "recorded"] as const;
export type UnlistedState = (typeof unlistedStates)[number];

/** The state of the matter, by the newest decision. A find that was not approved waits again. */
function unlistedStateOf(
  newest: Pick<UnlistedDecision, "outcome" | "approval"> | undefined,
): UnlistedState {
  if (!newest) return "waiting";
  if (newest.outcome !== "found") return newest.outcome;
  if (newest.approval === "approved") return "recorded";
  return newest.approval === "pending" ? "proposed" : "waiting";
}

/** One person with all decisions, and whether a holder of the same number is on the list now; null out of reach. */
export async function viewUnlisted(scope: Scoped, unlistedId: string) {
  const { tx, actor } = scope;
  const area = areaFor(actor, "unlisted.list");
  if (!area || "accountOfficerId" in area) return null;
  const person = await tx.unlistedPerson.findFirst({
    where: { AND: [{ id: unlistedId }, area] },
    select: {
      id: true,
      name: true,
      nationalIdLast4: true,
      nationalIdIndex: true,
      phone: true,
      districtCode: true,
      placeName: true,
      cameOn: true,
      receiptNumber: true,
      recordedBy: { select: { name: true } },
      decisions: {
        orderBy: { recordedAt: "desc" },
        include: {
          recordedBy: { select: { name: true } },
          approvedBy: { select: { name: true } },
        },
      },
    },
  });
  if (!person) return null;
  await auditRead(scope, "unlisted.list", { type: "unlisted", id: unlistedId });
  const { nationalIdIndex, cameOn, recordedBy, decisions, ...rest } = person;
  const listed = mayEver(actor, "unlisted.decide")
    ? await tx.holder.findUnique({ where: { nationalIdIndex }, select: { id: true } })
    : null;
  return {
    ...rest,
    cameOn: fromDateColumn(cameOn),
    recordedBy: recordedBy.name,
    state: unlistedStateOf(decisions[0]),
    listed: listed !== null,
    decisions: decisions.map((decision) => ({
      id: decision.id,
      outcome: decision.outcome,
      letterNumber: decision.letterNumber,
      reason: decision.reason,
      holderId: decision.holderId,
      approval: decision.approval,
      on: fromDateColumn(decision.recordedOn),
      by: decision.recordedBy.name,
      own: decision.recordedById === actor.id,
      approvedBy: decision.approvedBy?.name ?? null,
      approvedOn: decision.approvedOn && fromDateColumn(decision.approvedOn),
    })),
  };
}
export type UnlistedView = NonNullable<Awaited<ReturnType<typeof viewUnlisted>>>;

/** How many people wait for the province, and how many finds the actor may approve. */
export async function countUnlisted({ tx, actor }: Scoped) {
  const people = await tx.unlistedPerson.findMany({
    where: { provinceCode: actor.provinceCode ?? "" },
    select: {
      decisions: {
        orderBy: { recordedAt: "desc" },
        take: 1,
        select: { outcome: true, approval: true },
      },
    },
  });
  const waiting = people.filter(
    ({ decisions }) => unlistedStateOf(decisions[0]) === "waiting",
  ).length;
  const proposed = await tx.unlistedDecision.count({
    where: {
      provinceCode: actor.provinceCode ?? "",
      approval: "pending",
      recordedById: { not: actor.id },
    },
  });
  return { waiting, proposed };
}
