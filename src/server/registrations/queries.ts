import { isIsoDate } from "@/domain/calendar";
import { type Actor, mayEver } from "@/domain/policy";
import {
  isCounted,
  isOpen,
  openStates,
  type RegistrationState,
  registrationStates,
} from "@/domain/registration";
import { seasonOf } from "@/domain/season";
import { fromDateColumn, programmeDate, toDateColumn } from "@/server/clock";
import type { Prisma } from "@/server/generated/prisma/client";
import { findOffice } from "@/server/offices/queries";
import { areaFor, auditRead, type Scoped } from "@/server/scope";
import { homeVisits } from "@/server/settings/queries";

/** Which registrations a list shows; a key that is missing does not limit it. */
export type RegistrationFilter = {
  /** The day on which the people came. */
  day?: string;
  /** Only those whom the reader's own district wrote down. */
  here?: "1";
  /** Where the people live. */
  district?: string;
  /** One state, or all that wait for the province's answer. */
  state?: RegistrationState | "open";
  /** Only finds that other officers proposed: those that the reader may approve. */
  others?: "1";
};

/** Reads a filter from an address; anything else is ignored. */
export function readRegistrationFilter(given: Record<string, unknown>): RegistrationFilter {
  const { day, here, district, state, others } = given;
  const known = ([...registrationStates, "open"] as const).find((each) => each === state);
  return {
    ...(typeof day === "string" && isIsoDate(day) ? { day } : {}),
    ...(here === "1" ? { here } : {}),
    ...(typeof district === "string" && /^\d{4}$/.test(district) ? { district } : {}),
    ...(known ? { state: known } : {}),
    ...(others === "1" ? { others } : {}),
  };
}

/** A district sees whom it wrote down, and who lives in it. */
function registrationsFor(actor: Actor): Prisma.RegistrationWhereInput | null {
  const area = areaFor(actor, "registration.list");
  if (!area || "accountOfficerId" in area) return null;
  return "districtCode" in area
    ? { OR: [area, { recordedDistrictCode: area.districtCode }] }
    : area;
}

/** Whether a holder is registered and not confirmed, as far as the reader's district wrote them down or they live in it. */
export async function isAwaiting({ tx }: Scoped, holderId: string): Promise<boolean> {
  const found = await tx.registration.findUnique({ where: { holderId }, select: { state: true } });
  return found !== null && isOpen(found.state);
}

/** Registrations on one page. */
const aPage = 50;
const open = { state: { in: [...openStates] } };

function registrationsMatching(
  { actor }: Scoped,
  filter: RegistrationFilter,
): Prisma.RegistrationWhereInput | null {
  const area = registrationsFor(actor);
  if (!area) return null;
  const { day, here, district, state, others } = filter;
  return {
    AND: [
      area,
      day ? { cameOn: toDateColumn(day) } : {},
      here ? { recordedDistrictCode: actor.districtCode } : {},
      district ? { districtCode: district } : {},
      stateAsked(state),
      others ? { decisions: { some: proposedByOthers(actor) } } : {},
    ],
  };
}

function stateAsked(state: RegistrationFilter["state"]): Prisma.RegistrationWhereInput {
  if (state === undefined) return {};
  return state === "open" ? open : { state };
}

const proposedByOthers = ({ id }: Actor) =>
  ({ approval: "pending", recordedById: { not: id } }) as const;

type Place = { after?: string; rowsAPage?: number };

/** A page of the registrations of the actor's district or province, the latest first, from after the row of an id. */
export async function listRegistrations(
  scope: Scoped,
  filter: RegistrationFilter = {},
  { after, rowsAPage = aPage }: Place = {},
) {
  const { tx } = scope;
  const where = registrationsMatching(scope, filter);
  if (!where) return { rows: [], people: 0, waiting: 0, next: null };
  const people = await tx.registration.count({ where });
  const waiting = await tx.registration.count({ where: { AND: [where, open] } });
  const found = await tx.registration.findMany({
    where,
    select: {
      id: true,
      name: true,
      nationalIdLast4: true,
      phone: true,
      districtCode: true,
      placeName: true,
      cameOn: true,
      receiptNumber: true,
      state: true,
      recordedBy: { select: { name: true } },
    },
    orderBy: [{ cameOn: "desc" }, { recordedAt: "desc" }, { id: "asc" }],
    ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    take: rowsAPage + 1,
  });
  const rows = found.slice(0, rowsAPage);
  auditRead(scope, "registration.list", { type: "list", id: null }, { shown: rows.length, people });
  return {
    people,
    /** Of them, how many wait for the province. */
    waiting,
    next: found.length > rowsAPage ? (rows.at(-1)?.id ?? null) : null,
    rows: rows.map(({ cameOn, recordedBy, ...row }) => ({
      ...row,
      cameOn: fromDateColumn(cameOn),
      recordedBy: recordedBy.name,
    })),
  };
}
export type RegistrationList = Awaited<ReturnType<typeof listRegistrations>>;
export type RegistrationRow = RegistrationList["rows"][number];

/**
 * Whether a holder may still be registered: as long as people are met at home, who is registered can be given to an account
 * officer and interviewed. After that nothing follows here, and the province asks the Ministry.
 */
export async function isRegistering(scope: Scoped, today: string): Promise<boolean> {
  return seasonOf(today, await homeVisits(scope, today)) === "open";
}

/** How many people who live there wait for the province's answer: รอจังหวัดยืนยัน, beside ทุกคน. */
export async function countOpenRegistrations(
  { tx }: Scoped,
  area: { provinceCode: string } | { districtCode: string },
): Promise<number> {
  return tx.registration.count({ where: { ...area, ...open } });
}

/** Whom the actor has registered in full today: their answer belongs to the same visit. */
export async function findJustRegistered({ tx, actor }: Scoped, holderId: string) {
  return tx.registration.findFirst({
    where: {
      holderId,
      recordedById: actor.id,
      recordedDistrictCode: actor.districtCode,
      cameOn: toDateColumn(await programmeDate(tx)),
      // Once somebody else turned out to be meant, or nobody, there is nobody here to answer.
      state: { notIn: ["refused", "recorded"] },
    },
    select: {
      provinceCode: true,
      districtCode: true,
      recordedDistrictCode: true,
      placeName: true,
      name: true,
      nationalIdLast4: true,
      receiptNumber: true,
      birthDate: true,
      moo: true,
      houseNo: true,
      phone: true,
      subdistrict: { select: { name: true, district: { select: { name: true } } } },
    },
  });
}

/** The receipt of a registration that the actor's district wrote down, or null. */
export async function viewRegistrationReceipt(scope: Scoped, registrationId: string) {
  const { tx, actor } = scope;
  if (!mayEver(actor, "registration.record")) return null;
  const row = await tx.registration.findFirst({
    where: { id: registrationId, recordedDistrictCode: actor.districtCode },
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
  auditRead(scope, "registration.list", { type: "registration", id: registrationId });
  const { nationalIdLast4, cameOn, ...rest } = row;
  const office = await findOffice(scope, actor.districtCode);
  return { ...rest, idLastFour: nationalIdLast4, on: fromDateColumn(cameOn), office };
}
export type RegistrationReceiptView = NonNullable<
  Awaited<ReturnType<typeof viewRegistrationReceipt>>
>;

/** A registration with what was stated; null on a record carried over, which has a name alone. */
const whole = {
  id: true,
  name: true,
  nationalIdLast4: true,
  nationalIdIndex: true,
  phone: true,
  districtCode: true,
  recordedDistrictCode: true,
  placeName: true,
  cameOn: true,
  receiptNumber: true,
  holderId: true,
  state: true,
  recordedById: true,
  birthDate: true,
  moo: true,
  houseNo: true,
  occupation: true,
  incomeSatang: true,
  cardShown: true,
  subdistrict: { select: { name: true, district: { select: { name: true } } } },
  recordedBy: { select: { name: true } },
  holder: { select: { standing: true } },
  decisions: {
    orderBy: { recordedAt: "desc" },
    select: {
      id: true,
      outcome: true,
      letterNumber: true,
      reason: true,
      holderId: true,
      approval: true,
      approvedOn: true,
      recordedOn: true,
      recordedById: true,
      recordedBy: { select: { name: true } },
      approvedBy: { select: { name: true } },
    },
  },
} satisfies Prisma.RegistrationSelect;
type Whole = Prisma.RegistrationGetPayload<{ select: typeof whole }>;

/** One registration with all decisions; null out of reach. */
export async function viewRegistration(scope: Scoped, registrationId: string) {
  const { tx, actor } = scope;
  const area = registrationsFor(actor);
  if (!area) return null;
  const person = await tx.registration.findFirst({
    where: { AND: [{ id: registrationId }, area] },
    select: whole,
  });
  if (!person) return null;
  auditRead(scope, "registration.list", { type: "registration", id: registrationId });
  const { nationalIdIndex, recordedById, recordedDistrictCode, holder, ...rest } = person;
  return {
    ...rest,
    birthDate: rest.birthDate && fromDateColumn(rest.birthDate),
    cameOn: fromDateColumn(rest.cameOn),
    recordedBy: rest.recordedBy.name,
    own: recordedById === actor.id,
    /** Whether the receipt was given here. */
    receiptHere: recordedDistrictCode === actor.districtCode,
    interviewed: await isInterviewed(scope, rest.holderId),
    /** Whether the reader may see the holder: not where they live in another district. */
    holderHere: holder !== null,
    listed: await isListedNow(scope, rest.holderId, nationalIdIndex),
    answers: await listAnswers(scope, rest.holderId),
    decisions: rest.decisions.map((decision) => shownDecision(actor, decision)),
  };
}
export type RegistrationView = NonNullable<Awaited<ReturnType<typeof viewRegistration>>>;

/** What the person has answered, as far as the reader may see it, oldest first. */
async function listAnswers({ tx }: Scoped, holderId: string | null) {
  if (!holderId) return [];
  const rows = await tx.intent.findMany({
    where: { holderId, counts: true },
    select: { answer: true, intentOn: true },
    orderBy: [{ intentOn: "asc" }, { recordedAt: "asc" }],
  });
  return rows.map(({ answer, intentOn }) => ({ answer, on: fromDateColumn(intentOn) }));
}

function shownDecision(actor: Actor, decision: Whole["decisions"][number]) {
  const { recordedOn, recordedById, recordedBy, approvedBy, approvedOn, ...rest } = decision;
  return {
    ...rest,
    on: fromDateColumn(recordedOn),
    by: recordedBy.name,
    own: recordedById === actor.id,
    approvedBy: approvedBy?.name ?? null,
    approvedOn: approvedOn && fromDateColumn(approvedOn),
  };
}

/** Whether an interview stands in the way of a find under another number; only who decides asks for it. */
async function isInterviewed({ tx, actor }: Scoped, holderId: string | null): Promise<boolean> {
  if (!holderId || !mayEver(actor, "registration.decide")) return false;
  return (await tx.holder.count({ where: { id: holderId, interviewedOn: { not: null } } })) > 0;
}

/** Whether a record carried over has a holder of its number now; only who decides asks for it. */
async function isListedNow(
  { tx, actor }: Scoped,
  ownHolder: string | null,
  nationalIdIndex: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  if (ownHolder || !mayEver(actor, "registration.decide")) return false;
  const holder = await tx.holder.findUnique({
    where: { nationalIdIndex },
    select: { standing: true },
  });
  return holder !== null && isCounted(holder.standing);
}

/** How many people wait for the province, and how many finds the actor may approve. */
export async function countRegistrations({ tx, actor }: Scoped) {
  const here = { provinceCode: actor.provinceCode ?? "" };
  return {
    waiting: await tx.registration.count({ where: { ...here, state: "waiting" } }),
    proposed: await tx.registrationDecision.count({
      where: { ...here, ...proposedByOthers(actor) },
    }),
  };
}
