import {
  type CorrectionField,
  type CorrectionValue,
  type CorrectionView,
  fieldsDecidedAt,
} from "@/domain/correction";
import { mayEver, reachOf, type Subject } from "@/domain/policy";
import { rulesOn } from "@/domain/rules/sets";
import { listSubdistrictNames } from "@/server/areas/queries";
import { fromDateColumn, programmeDate } from "@/server/clock";
import type { Prisma } from "@/server/generated/prisma/client";
import { fullName } from "@/server/holders/search";
import { auditRead, holdersFor, type Scoped } from "@/server/scope";

/** A correction as the subject of its decision; null out of reach. */
export async function correctionSubject({ tx }: Scoped, id: string): Promise<Subject | null> {
  const row = await tx.correction.findUnique({
    where: { id },
    select: { id: true, provinceCode: true, districtCode: true },
  });
  return row && { type: "correction", ...row };
}

/** The Ministry's values that a request may correct; null where the actor may not ask for a correction. */
export async function findCorrectable(scope: Scoped, holderId: string) {
  const { tx, actor } = scope;
  const holder = await tx.holder.findFirst({
    where: { AND: [{ id: holderId }, holdersFor(actor, "correction.request")] },
    select: ministryColumns,
  });
  if (!holder) return null;
  auditRead(scope, "holder.read", { type: "holder", id: holderId }, { page: "correction" });
  const waiting = await tx.correction.findMany({
    where: { holderId, status: "pending" },
    select: { field: true },
  });
  return {
    id: holder.id,
    name: fullName(holder.title, holder.firstName, holder.lastName),
    values: ministryValues(holder),
    waiting: waiting.map(({ field }) => field),
    incomeYear: rulesOn(scope.ruleSets, await programmeDate(tx)).words.incomeYear,
    subdistricts: await listSubdistrictNames(holder.districtCode, tx),
  };
}
export type Correctable = NonNullable<Awaited<ReturnType<typeof findCorrectable>>>;

export const ministryColumns = {
  id: true,
  districtCode: true,
  title: true,
  firstName: true,
  lastName: true,
  birthDate: true,
  subdistrictCode: true,
  moo: true,
  houseNo: true,
  income2559Satang: true,
  incomeInForceSatang: true,
  ministryPhone: true,
  ministryOccupation: true,
  ageClass: true,
} as const satisfies Prisma.HolderSelect;
type Ministry = Prisma.HolderGetPayload<{ select: typeof ministryColumns }>;

/** The Ministry's value of each field, in the form in which corrections store it. */
export function ministryValues(holder: Ministry): Record<CorrectionField, CorrectionValue> {
  const { title, firstName, lastName, birthDate, subdistrictCode, moo, houseNo } = holder;
  return {
    name: { title, firstName, lastName },
    birth_date: { birthDate: birthDate && fromDateColumn(birthDate) },
    address: { subdistrictCode, moo, houseNo },
    income_2559: { satang: holder.income2559Satang },
    phone: { phone: holder.ministryPhone },
    occupation: { occupation: holder.ministryOccupation },
  };
}

const listed = {
  include: {
    requestedBy: { select: { name: true, position: true } },
    decidedBy: { select: { name: true, position: true } },
    closedBatch: { select: { number: true } },
    holder: { select: { id: true, title: true, firstName: true, lastName: true } },
  },
} as const satisfies { include: Prisma.CorrectionInclude };
type Listed = Prisma.CorrectionGetPayload<typeof listed>;

function shown(row: Listed, actorId: string) {
  return {
    id: row.id,
    holderId: row.holderId,
    name: fullName(row.holder.title, row.holder.firstName, row.holder.lastName),
    districtCode: row.districtCode,
    field: row.field,
    oldValue: row.oldValue,
    newValue: row.newValue,
    evidence: row.evidence,
    evidenceNumber: row.evidenceNumber,
    status: row.status,
    requestedBy: row.requestedBy.name,
    requestedOn: fromDateColumn(row.requestedOn),
    own: row.requestedById === actorId,
    decidedBy: row.decidedBy?.name ?? null,
    decidedOn: row.decidedOn && fromDateColumn(row.decidedOn),
    note: row.decisionNote,
    effects: row.effects ?? [],
    closedBatch: row.closedBatch?.number ?? null,
  };
}
export type CorrectionRow = ReturnType<typeof shown>;

/** The corrections that the actor decides; for an actor who decides none, their own requests. */
function correctionsFor({ actor }: Scoped): Prisma.CorrectionWhereInput {
  switch (reachOf(actor, "correction.read")) {
    case "province":
      return { provinceCode: actor.provinceCode ?? "" };
    case "district":
      return { districtCode: actor.districtCode ?? "" };
    case "caseload":
      return { holder: { accountOfficerId: actor.id } };
    default:
      return { id: { in: [] } };
  }
}

/** The fields that the actor's level decides: the province's, or the district's. */
export function fieldsOf({ actor }: Scoped): CorrectionField[] {
  const reach = reachOf(actor, "correction.decide");
  return reach ? fieldsDecidedAt(reach === "province" ? "province" : "district") : [];
}

const atMost = 200;

/** The worklist: those of one state, the oldest first, and how many there are of each. */
export async function listCorrections(scope: Scoped, view: CorrectionView, take = atMost) {
  const { tx, actor } = scope;
  const rows = await tx.correction.findMany({
    where: view === "mine" ? toDecide(scope) : { AND: [correctionsFor(scope), { status: view }] },
    ...listed,
    orderBy:
      view === "pending" || view === "mine"
        ? [{ requestedOn: "asc" }, { id: "asc" }]
        : [{ decidedOn: "desc" }, { id: "asc" }],
    take,
  });
  const totals = await tx.correction.groupBy({
    by: ["status"],
    where: correctionsFor(scope),
    _count: true,
  });
  auditRead(scope, "correction.read", { type: "list", id: null }, { count: rows.length });
  const decides = fieldsOf(scope);
  const codes = [...new Set(rows.map(({ districtCode }) => districtCode))];
  const subdistricts: Record<string, string> = {};
  for (const code of codes)
    for (const [subdistrict, name] of Object.entries(await listSubdistrictNames(code, tx)))
      subdistricts[subdistrict] = name;
  return {
    today: await programmeDate(tx),
    rows: rows.map((row) => ({
      ...shown(row, actor.id),
      decidable: decides.includes(row.field) && row.requestedById !== actor.id,
    })),
    counts: {
      ...Object.fromEntries(totals.map(({ status, _count }) => [status, _count])),
      mine: await countCorrectionsToDecide(scope),
    } as Partial<Record<CorrectionView, number>>,
    subdistricts,
  };
}
export type Corrections = Awaited<ReturnType<typeof listCorrections>>;
export type CorrectionLine = Corrections["rows"][number];

/** The requests of others that wait for the actor's decision. */
function toDecide(scope: Scoped): Prisma.CorrectionWhereInput {
  return {
    AND: [
      correctionsFor(scope),
      {
        status: "pending",
        field: { in: fieldsOf(scope) },
        requestedById: { not: scope.actor.id },
      },
    ],
  };
}

/** How many requests wait for the actor's decision: the home card of that list. */
export async function countCorrectionsToDecide(scope: Scoped): Promise<number> {
  if (!mayEver(scope.actor, "correction.decide")) return 0;
  return scope.tx.correction.count({ where: toDecide(scope) });
}
