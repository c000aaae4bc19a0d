import { type Due, dueOf } from "@/domain/due";
import type { InquiryFilter, InquiryState } from "@/domain/inquiry";
import { phoneOf } from "@/domain/phone";
import { mayEver, reachOf, type Subject } from "@/domain/policy";
import { fromDateColumn, programmeDate, toDateColumn } from "@/server/clock";
import type { Prisma } from "@/server/generated/prisma/client";
import { phoneColumns } from "@/server/holders/phone";
import { fullName } from "@/server/holders/search";
import { auditRead, type Scoped } from "@/server/scope";

/** An inquiry as the subject of a change; null out of reach. */
export async function inquirySubject({ tx }: Scoped, id: string): Promise<Subject | null> {
  const inquiry = await tx.inquiry.findUnique({
    where: { id },
    select: { id: true, provinceCode: true, districtCode: true, ownerId: true },
  });
  return inquiry && { type: "inquiry", ...inquiry };
}

const shownColumns = {
  id: true,
  districtCode: true,
  kind: true,
  words: true,
  fromName: true,
  fromPhone: true,
  channel: true,
  receivedOn: true,
  dueOn: true,
  ownerId: true,
  answer: true,
  answeredOn: true,
  owner: { select: { name: true, position: true } },
  answeredBy: { select: { name: true } },
  recordedBy: { select: { name: true } },
  holder: { select: { id: true, title: true, firstName: true, lastName: true } },
} as const satisfies Prisma.InquirySelect;

type Row = Prisma.InquiryGetPayload<{ select: typeof shownColumns }>;

function shown(row: Row, today: string) {
  const dueOn = fromDateColumn(row.dueOn);
  const { holder } = row;
  return {
    id: row.id,
    districtCode: row.districtCode,
    kind: row.kind,
    channel: row.channel,
    words: row.words,
    fromName: row.fromName,
    fromPhone: row.fromPhone,
    receivedOn: fromDateColumn(row.receivedOn),
    dueOn,
    due: row.answer === null ? dueOf(dueOn, today) : (null as Due | null),
    ownerId: row.ownerId,
    owner: row.owner.name,
    answer: row.answer,
    answeredBy: row.answeredBy?.name ?? null,
    answeredOn: row.answeredOn && fromDateColumn(row.answeredOn),
    recordedBy: row.recordedBy.name,
    person: holder && {
      id: holder.id,
      name: fullName(holder.title, holder.firstName, holder.lastName),
    },
  };
}
export type InquiryRow = ReturnType<typeof shown>;

/** The inquiries that the actor's role may read: those of their area, or their own. */
function inquiriesFor({ actor }: Scoped): Prisma.InquiryWhereInput {
  switch (reachOf(actor, "inquiry.read")) {
    case "province":
      return { provinceCode: actor.provinceCode ?? "" };
    case "district":
      return { districtCode: actor.districtCode ?? "" };
    case "caseload":
      return {
        OR: [
          { ownerId: actor.id },
          { recordedById: actor.id },
          { holder: { accountOfficerId: actor.id } },
        ],
      };
    default:
      return { id: { in: [] } };
  }
}

function ofState(state: InquiryState, actorId: string, today: string): Prisma.InquiryWhereInput {
  switch (state) {
    case "open":
      return { answer: null };
    case "late":
      return { answer: null, dueOn: { lt: toDateColumn(today) } };
    case "mine":
      return { answer: null, ownerId: actorId };
    case "others_late":
      return { ...ofState("late", actorId, today), ownerId: { not: actorId } };
    case "answered":
      return { answer: { not: null } };
  }
}

/** The inquiries that match a filter, within the actor's reach. */
function matching(scope: Scoped, filter: InquiryFilter, today: string): Prisma.InquiryWhereInput {
  return {
    AND: [
      inquiriesFor(scope),
      ofState(filter.state, scope.actor.id, today),
      filter.kind ? { kind: filter.kind } : {},
      filter.district ? { districtCode: filter.district } : {},
    ],
  };
}

const perPage = 200;

/** The worklist: those that match a filter, the most urgent first, and how many there are of each state. */
export async function listInquiries(scope: Scoped, filter: InquiryFilter, take = perPage) {
  const { tx } = scope;
  const today = await programmeDate(tx);
  const where = matching(scope, filter, today);
  const rows = await tx.inquiry.findMany({
    where,
    select: shownColumns,
    orderBy:
      filter.state === "answered"
        ? [{ answeredOn: "desc" }, { id: "asc" }]
        : [{ dueOn: "asc" }, { id: "asc" }],
    take,
  });
  const count = (state: InquiryState) =>
    tx.inquiry.count({ where: matching(scope, { ...filter, state }, today) });
  const [open, late, mine, others_late, answered] = await Promise.all([
    count("open"),
    count("late"),
    count("mine"),
    count("others_late"),
    count("answered"),
  ]);
  const counts = { open, late, mine, others_late, answered };
  auditRead(scope, "inquiry.read", { type: "list", id: null }, { count: rows.length });
  return { today, rows: rows.map((row) => shown(row, today)), counts };
}
export type Inquiries = Awaited<ReturnType<typeof listInquiries>>;

/** How many inquiries wait in the actor's reach, and whose they are. Not audited: numbers only. */
export async function countInquiries(scope: Scoped, today: string, district: string | null = null) {
  const count = (state: InquiryState) =>
    scope.tx.inquiry.count({ where: matching(scope, { state, kind: null, district }, today) });
  const [open, late, mine, othersLate] = await Promise.all([
    count("open"),
    count("late"),
    count("mine"),
    count("others_late"),
  ]);
  return { open, late, mine, othersLate };
}

/** One inquiry with its history, and who may take it over; null out of reach. */
export async function viewInquiry(scope: Scoped, id: string) {
  const { tx, actor } = scope;
  if (!mayEver(actor, "inquiry.read")) return null;
  const today = await programmeDate(tx);
  const row = await tx.inquiry.findFirst({
    where: { AND: [{ id }, inquiriesFor(scope)] },
    select: {
      ...shownColumns,
      provinceCode: true,
      passes: {
        orderBy: { recordedAt: "asc" },
        select: {
          id: true,
          note: true,
          passedOn: true,
          passedBy: { select: { name: true } },
          to: { select: { name: true } },
        },
      },
    },
  });
  if (!row) return null;
  auditRead(scope, "inquiry.read", { type: "inquiry", id });
  return {
    today,
    inquiry: shown(row, today),
    provinceCode: row.provinceCode,
    passes: row.passes.map(({ passedOn, passedBy, to, ...pass }) => ({
      ...pass,
      on: fromDateColumn(passedOn),
      by: passedBy.name,
      to: to.name,
    })),
    officers: await listOwners(scope, row.districtCode),
  };
}
export type InquiryView = NonNullable<Awaited<ReturnType<typeof viewInquiry>>>;

const districtRoles = [
  "district_chief",
  "district_secretary",
  "receiving_officer",
  "account_officer",
] as const;

/** Who may own an inquiry: the officers of the district and of the province's office. */
export async function listOwners({ tx, actor }: Scoped, districtCode: string | null) {
  return tx.officer.findMany({
    where: {
      provinceCode: actor.provinceCode ?? "",
      status: "active",
      OR: [
        { role: "provincial_officer" },
        ...(districtCode ? [{ districtCode, role: { in: [...districtRoles] } }] : []),
      ],
    },
    select: { id: true, name: true, position: true },
    orderBy: [{ role: "asc" }, { name: "asc" }],
  });
}

/** The holder of a new inquiry, for the form: name and district; null out of reach. */
export async function findInquirer(scope: Scoped, holderId: string) {
  const holder = await scope.tx.holder.findUnique({
    where: { id: holderId },
    select: {
      id: true,
      title: true,
      firstName: true,
      lastName: true,
      ...phoneColumns,
      districtCode: true,
    },
  });
  if (!holder) return null;
  auditRead(scope, "inquiry.record", { type: "holder", id: holderId });
  return {
    id: holder.id,
    name: fullName(holder.title, holder.firstName, holder.lastName),
    phone: phoneOf(holder),
    districtCode: holder.districtCode,
  };
}
