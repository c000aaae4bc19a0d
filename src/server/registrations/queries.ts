import { isIsoDate } from "@/domain/calendar";
import { type Actor, mayEver, reachOf } from "@/domain/policy";
import {
  isCounted,
  isOpen,
  type RegistrationState,
  registrationStateOf,
  registrationStates,
  type Standing,
} from "@/domain/registration";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import type { Prisma } from "@/server/generated/prisma/client";
import { findOffice } from "@/server/offices/queries";
import { areaFor, auditRead, type Scoped } from "@/server/scope";

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

/** What the state of a registration is worked out from. */
const stateColumns = {
  id: true,
  holderId: true,
  holder: { select: { standing: true } },
  decisions: {
    orderBy: { recordedAt: "desc" },
    take: 1,
    select: { outcome: true, approval: true, recordedById: true },
  },
} satisfies Prisma.RegistrationSelect;
type StateColumns = Prisma.RegistrationGetPayload<{ select: typeof stateColumns }>;

type Standings = ReadonlyMap<string, Standing>;

const stateOf = ({ id, holder, decisions }: StateColumns, elsewhere: Standings = new Map()) =>
  registrationStateOf(decisions[0], holder?.standing ?? elsewhere.get(id) ?? null);

/** The standings of people who live in another district than the reader's, which wrote them down. */
async function standingsElsewhere(
  { tx, actor }: Scoped,
  rows: readonly Pick<StateColumns, "id" | "holderId" | "holder">[],
): Promise<Standings> {
  const ids = rows.filter(({ holderId, holder }) => holderId && !holder).map(({ id }) => id);
  if (ids.length === 0 || reachOf(actor, "registration.list") !== "district") return new Map();
  const found = await tx.$queryRaw<{ id: string; standing: Standing }[]>`
    SELECT id, standing FROM app.registration_standing(${ids}::uuid[])`;
  return new Map(found.map(({ id, standing }) => [id, standing]));
}

/** Whether a holder at the desk is registered and not confirmed; asked where they live in another district as well. */
export async function isAwaiting({ tx }: Scoped, holderId: string): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ standing: Standing }[]>`
    SELECT standing FROM app.registration_standing(ARRAY[${holderId}]::uuid[])`;
  return found?.standing === "awaiting";
}

const isAsked = (state: RegistrationState, { state: asked }: RegistrationFilter) =>
  asked === undefined || state === asked || (asked === "open" && isOpen(state));

/** Registrations of the actor's district or province, the latest first. */
export async function listRegistrations(scope: Scoped, filter: RegistrationFilter = {}) {
  const { tx, actor } = scope;
  const area = registrationsFor(actor);
  if (!area) return [];
  const rows = await tx.registration.findMany({
    where: {
      AND: [
        area,
        filter.day ? { cameOn: toDateColumn(filter.day) } : {},
        filter.here ? { recordedDistrictCode: actor.districtCode } : {},
        filter.district ? { districtCode: filter.district } : {},
      ],
    },
    select: {
      name: true,
      nationalIdLast4: true,
      phone: true,
      districtCode: true,
      placeName: true,
      cameOn: true,
      receiptNumber: true,
      recordedBy: { select: { name: true } },
      ...stateColumns,
    },
    orderBy: [{ cameOn: "desc" }, { recordedAt: "desc" }, { id: "asc" }],
    take: 1000,
  });
  await auditRead(scope, "registration.list", { type: "list", id: null }, { count: rows.length });
  const elsewhere = await standingsElsewhere(scope, rows);
  return rows
    .filter(({ decisions }) => !filter.others || decisions[0]?.recordedById !== actor.id)
    .map(({ cameOn, recordedBy, decisions, holder, holderId, ...row }) => ({
      ...row,
      state: stateOf({ id: row.id, holderId, decisions, holder }, elsewhere),
      cameOn: fromDateColumn(cameOn),
      recordedBy: recordedBy.name,
    }))
    .filter(({ state }) => isAsked(state, filter));
}
export type RegistrationRow = Awaited<ReturnType<typeof listRegistrations>>[number];

/** How many people who live there wait for the province's answer: รอจังหวัดยืนยัน, beside ทุกคน. */
export async function countOpenRegistrations(
  { tx }: Scoped,
  area: { provinceCode: string } | { districtCode: string },
): Promise<number> {
  const rows = await tx.registration.findMany({ where: area, select: stateColumns });
  return rows.filter((row) => isOpen(stateOf(row))).length;
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
  await auditRead(scope, "registration.list", { type: "registration", id: registrationId });
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
  await auditRead(scope, "registration.list", { type: "registration", id: registrationId });
  const { nationalIdIndex, recordedById, recordedDistrictCode, holder, ...rest } = person;
  const elsewhere = await standingsElsewhere(scope, [person]);
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
    state: stateOf(person, elsewhere),
    listed: await isListedNow(scope, rest.holderId, nationalIdIndex),
    decisions: rest.decisions.map((decision) => shownDecision(actor, decision)),
  };
}
export type RegistrationView = NonNullable<Awaited<ReturnType<typeof viewRegistration>>>;

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
  const people = await tx.registration.findMany({
    where: { provinceCode: actor.provinceCode ?? "" },
    select: stateColumns,
  });
  const waiting = people.filter((row) => stateOf(row) === "waiting").length;
  const proposed = await tx.registrationDecision.count({
    where: {
      provinceCode: actor.provinceCode ?? "",
      approval: "pending",
      recordedById: { not: actor.id },
    },
  });
  return { waiting, proposed };
}
