import { dueOf } from "@/domain/due";
import { deskRefusal, type PapersOf, paperDueOn } from "@/domain/intent";
import { phoneOf } from "@/domain/phone";
import { mayEver } from "@/domain/policy";
import { rulesOn } from "@/domain/rules/sets";
import { fromDateColumn, programmeDate, toDateColumn } from "@/server/clock";
import { phoneColumns } from "@/server/holders/phone";
import { ageNow, fullName } from "@/server/holders/search";
import { findOffice } from "@/server/offices/queries";
import { listOpenDesks } from "@/server/places/queries";
import { findJustRegistered, isAwaiting } from "@/server/registrations/queries";
import { auditRead, type Scoped } from "@/server/scope";
import { homeVisits } from "@/server/settings/queries";

/** A holder as the desk may see them, wherever in the province they live. */
type DeskHolder = {
  id: string;
  province_code: string;
  district_code: string;
  title: string;
  first_name: string;
  last_name: string;
  birth_date: Date | null;
  birth_date_precision: string | null;
  national_id_last4: string;
};

/**
 * Everything that the form for one holder needs, or null for a holder outside the province. Of another district's holder
 * the desk sees name, age and district, nothing else. The view is audited.
 */
export async function viewForDesk(scope: Scoped, holderId: string) {
  const { tx, actor } = scope;
  if (!mayEver(actor, "intent.record")) return null;
  const [row] = await tx.$queryRaw<DeskHolder[]>`SELECT * FROM app.lookup_by_id(${holderId}::uuid)`;
  if (!row) return null;
  const elsewhere = row.district_code !== actor.districtCode;
  auditRead(scope, "holder.lookup", { type: "holder", id: holderId }, { elsewhere });
  const own = elsewhere ? null : await findOwnHolder(scope, holderId);
  const district = await tx.district.findUniqueOrThrow({ where: { code: row.district_code } });
  const today = await programmeDate(tx);
  return {
    id: row.id,
    name: fullName(row.title, row.first_name, row.last_name),
    age: ageNow({ birthDate: row.birth_date }, today),
    /** C.E.; the desk asks the person for it, so it is not shown for another district's holder. */
    birthYear: own && row.birth_date ? row.birth_date.getUTCFullYear() : null,
    /** The list has none: the desk asks for it by what the card shows. */
    birthDateMissing: own !== null && row.birth_date === null,
    idLastFour: row.national_id_last4,
    district: district.name,
    elsewhere,
    moo: own?.moo ?? null,
    houseNo: own?.houseNo ?? null,
    subdistrict: own?.subdistrict.name ?? null,
    phone: own && phoneOf(own),
    nameOnCard: own?.nameOnCard ?? null,
    answers: await listDeskAnswers(scope, holderId),
    diedOn: await findRecordedDeath(scope, holderId),
    today,
    desks: await listOpenDesks(scope, today),
    awaiting: await isAwaiting(scope, holderId),
  };
}
export type PersonAtDesk = NonNullable<Awaited<ReturnType<typeof viewForDesk>>>;

/** The same of whom the actor has just registered, from what was stated; null of anybody else. */
export async function viewJustRegistered(scope: Scoped, holderId: string) {
  if (!mayEver(scope.actor, "registration.record")) return null;
  const person = await findJustRegistered(scope, holderId);
  if (!person) return null;
  auditRead(scope, "registration.list", { type: "registration", id: holderId });
  const today = await programmeDate(scope.tx);
  const rules = rulesOn(scope.ruleSets, today);
  return {
    id: holderId,
    name: person.name,
    age: ageNow(person, today),
    birthYear: person.birthDate?.getUTCFullYear() ?? null,
    idLastFour: person.nationalIdLast4,
    district: person.subdistrict?.district.name ?? "",
    elsewhere: false,
    moo: person.moo,
    houseNo: person.houseNo,
    subdistrict: person.subdistrict?.name ?? null,
    phone: person.phone,
    answers: await listDeskAnswers(scope, holderId),
    diedOn: null,
    awaiting: true,
    today,
    placeName: person.placeName,
    receiptNumber: person.receiptNumber,
    refused: deskRefusal(rules.walkIn.value, { intentOn: today, today, deskIsOpen: true }),
  };
}

async function findOwnHolder({ tx }: Scoped, id: string) {
  return tx.holder.findUnique({
    where: { id },
    select: {
      moo: true,
      houseNo: true,
      ...phoneColumns,
      nameOnCard: true,
      subdistrict: { select: { name: true } },
    },
  });
}

/** The day on which the person died, as the register has it; null where it has no death. */
async function findRecordedDeath({ tx }: Scoped, holderId: string) {
  const [row] = await tx.$queryRaw<
    { died_on: Date | null }[]
  >`SELECT app.recorded_death(${holderId}::uuid) AS died_on`;
  return row?.died_on ? fromDateColumn(row.died_on) : null;
}

async function listDeskAnswers({ tx }: Scoped, holderId: string) {
  const rows = await tx.$queryRaw<
    {
      answer: "yes" | "no";
      intent_on: Date;
      confirmation: string | null;
      after_death: string | null;
    }[]
  >`SELECT * FROM app.desk_answers(${holderId}::uuid)`;
  return rows.map(({ answer, intent_on, confirmation, after_death }) => ({
    answer,
    intentOn: fromDateColumn(intent_on),
    pending: confirmation === "pending",
    afterDeath: after_death !== null,
  }));
}

/** Names of holders by id, also of other districts of the province. */
async function namesOf({ tx, actor }: Scoped, ids: readonly string[]) {
  // The province has no desk, and reads the register itself.
  const rows = mayEver(actor, "holder.lookup")
    ? await tx.$queryRaw<DeskHolder[]>`
    SELECT l.* FROM unnest(${[...new Set(ids)]}::uuid[]) AS h(id), LATERAL app.lookup_by_id(h.id) l`
    : await tx.$queryRaw<DeskHolder[]>`
    SELECT id, title, first_name, last_name, national_id_last4 FROM holder WHERE id = ANY (${ids}::uuid[])`;
  return new Map(
    rows.map((row) => [
      row.id,
      {
        name: fullName(row.title, row.first_name, row.last_name),
        idLastFour: row.national_id_last4,
      },
    ]),
  );
}

const unknown = { name: "", idLastFour: "0000" };

/** The receipt of one form taken at a desk or office of the actor's district, or by the province; or null. */
export async function viewReceipt(scope: Scoped, intentId: string) {
  const { tx, actor } = scope;
  if (!mayEver(actor, "registration.record")) return null;
  const intent = await tx.intent.findFirst({
    where: { id: intentId, recordedDistrictCode: actor.districtCode },
    select: {
      holderId: true,
      answer: true,
      intentOn: true,
      placeName: true,
      receiptNumber: true,
      nameOnCard: true,
      confirmation: true,
      consentFinancial: true,
      consentContact: true,
      recordedBy: { select: { name: true, position: true } },
    },
  });
  if (!intent) return null;
  const holder = (await namesOf(scope, [intent.holderId])).get(intent.holderId) ?? unknown;
  auditRead(scope, "intent.read", { type: "intent", id: intentId });
  const { nameOnCard, intentOn, ...rest } = intent;
  return {
    ...rest,
    name: nameOnCard ?? holder.name,
    idLastFour: holder.idLastFour,
    on: fromDateColumn(intentOn),
    office: await findOffice(scope, actor.districtCode),
    awaiting: await isAwaiting(scope, intent.holderId),
    /** By when an account officer comes. */
    interviewBy: (await homeVisits(scope, fromDateColumn(intentOn))).until,
  };
}
export type ReceiptView = NonNullable<Awaited<ReturnType<typeof viewReceipt>>>;

/** The forms typed on a day at the desks of the actor's district, or by the actor only, the latest first. */
export async function listRecorded(scope: Scoped, day: string, mine = false) {
  const { tx, actor } = scope;
  if (!mayEver(actor, "intent.record")) return [];
  const rows = await tx.intent.findMany({
    where: {
      recordedDistrictCode: actor.districtCode ?? "",
      recordedOn: toDateColumn(day),
      ...(mine && { recordedById: actor.id }),
    },
    select: {
      id: true,
      holderId: true,
      answer: true,
      intentOn: true,
      placeName: true,
      receiptNumber: true,
      confirmation: true,
      afterDeath: true,
      recordedBy: { select: { name: true } },
    },
    orderBy: [{ recordedAt: "desc" }, { id: "asc" }],
    take: 500,
  });
  const names = await namesOf(
    scope,
    rows.map(({ holderId }) => holderId),
  );
  auditRead(scope, "intent.read", { type: "list", id: null }, { day, count: rows.length });
  return rows.map(({ holderId, intentOn, recordedBy, ...row }) => ({
    ...row,
    ...(names.get(holderId) ?? unknown),
    intentOn: fromDateColumn(intentOn),
    recordedBy: recordedBy.name,
  }));
}
export type RecordedRow = Awaited<ReturnType<typeof listRecorded>>[number];

/**
 * Back-dated forms of the actor's district that wait for a second officer, the oldest date first; or only those that the
 * actor may confirm, who did not type them. Each with how near its due day is.
 */
export async function listPendingPapers(scope: Scoped, whose?: PapersOf) {
  const { tx, actor } = scope;
  if (!mayEver(actor, "intent.confirm")) return [];
  const rows = await tx.intent.findMany({
    where: {
      recordedDistrictCode: actor.districtCode ?? "",
      confirmation: "pending",
      ...(whose === "others" && { recordedById: { not: actor.id } }),
      ...(whose === "own" && { recordedById: actor.id }),
    },
    select: {
      id: true,
      holderId: true,
      answer: true,
      reason: true,
      intentOn: true,
      placeName: true,
      paperNumber: true,
      lateReason: true,
      consentFinancial: true,
      consentContact: true,
      signedBy: true,
      witnesses: true,
      recordedOn: true,
      recordedById: true,
      recordedBy: { select: { name: true } },
    },
    orderBy: [{ intentOn: "asc" }, { recordedAt: "asc" }, { id: "asc" }],
    take: 500,
  });
  const names = await namesOf(
    scope,
    rows.map(({ holderId }) => holderId),
  );
  const today = await programmeDate(tx);
  auditRead(scope, "intent.confirm", { type: "list", id: null }, { count: rows.length });
  // In the order of the pile: 9/2561 before 12/2561.
  const byNumber = new Intl.Collator("th", { numeric: true, ignorePunctuation: false });
  rows.sort((a, b) => byNumber.compare(a.paperNumber ?? "", b.paperNumber ?? ""));
  return rows.map(({ holderId, intentOn, recordedOn, recordedById, recordedBy, ...row }) => ({
    ...row,
    ...(names.get(holderId) ?? unknown),
    intentOn: fromDateColumn(intentOn),
    recordedOn: fromDateColumn(recordedOn),
    recordedBy: recordedBy.name,
    own: recordedById === actor.id,
    due: dueOf(paperDueOn(rulesOn(scope.ruleSets, fromDateColumn(intentOn))), today),
  }));
}
export type PendingPaper = Awaited<ReturnType<typeof listPendingPapers>>[number];
