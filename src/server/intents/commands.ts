import { randomUUID } from "node:crypto";
import {
  type Answer,
  deskIntentInput,
  deskRefusal,
  isTypedLater,
  officeIntentInput,
  paperConfirmationInput,
  paperDecisionInput,
  paperIntentInput,
  sameAnswerIn,
} from "@/domain/intent";
import { mayEver, type Subject } from "@/domain/policy";
import { invalid, Refusal } from "@/domain/result";
import { isIn } from "@/domain/rules/outreach";
import { rulesOn } from "@/domain/rules/sets";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import { type CommandScope, defineCommand } from "@/server/command";
import { findJustRegistered } from "@/server/registrations/queries";
import type { Scoped } from "@/server/scope";

/** A holder of the province, for the desk; null if there is none, or if the role has no desk. */
async function holderForDesk({ tx, actor }: Scoped, holderId: string): Promise<Subject | null> {
  if (!mayEver(actor, "intent.record")) return null;
  const [row] = await tx.$queryRaw<
    { province_code: string; district_code: string }[]
  >`SELECT province_code, district_code FROM app.lookup_by_id(${holderId}::uuid)`;
  return row
    ? {
        type: "holder",
        id: holderId,
        provinceCode: row.province_code,
        districtCode: row.district_code,
      }
    : null;
}

/** Records the intent of a holder who is at an open desk; its date is today. */
export const recordIntent = defineCommand({
  name: "recordIntent",
  action: "intent.record",
  input: deskIntentInput,
  subject: (scope, input) => holderForDesk(scope, input.holderId),
  detail: ({ answer }) => ({ answer }),
  async run(scope) {
    const { tx, actor, input, today } = scope;
    const desk = await tx.desk.findFirst({
      where: {
        id: input.deskId,
        districtCode: actor.districtCode ?? "",
        openOn: toDateColumn(today),
      },
      select: { place: { select: { name: true } } },
    });
    const window = rulesOn(scope.ruleSets, today).walkIn.value;
    const refusal = deskRefusal(window, { intentOn: today, today, deskIsOpen: desk !== null });
    if (refusal) throw new Refusal(refusal);
    return writeIntent(scope, {
      deskId: input.deskId,
      placeName: desk?.place.name ?? "",
      intentOn: today,
      paperNumber: null,
      lateReason: null,
    });
  },
});

/**
 * Records the answer of somebody whom the actor has registered today, in the same visit, where there is no desk: at the
 * district's office or the province's. Of anybody else, and on any other day, a desk or the interview takes it.
 */
export const answerRegistered = defineCommand({
  name: "answerRegistered",
  action: "registration.record",
  input: officeIntentInput,
  async subject(scope, { holderId }) {
    const person = await findJustRegistered(scope, holderId);
    return (
      person && {
        type: "holder",
        id: holderId,
        provinceCode: person.provinceCode,
        districtCode: person.recordedDistrictCode,
      }
    );
  },
  detail: ({ answer }) => ({ answer }),
  async run(scope) {
    const { input, today } = scope;
    const person = await findJustRegistered(scope, input.holderId);
    if (!person) throw new Refusal("NOT_FOUND");
    const window = rulesOn(scope.ruleSets, today).walkIn.value;
    const refusal = deskRefusal(window, { intentOn: today, today, deskIsOpen: true });
    if (refusal) throw new Refusal(refusal);
    return writeIntent(scope, {
      deskId: null,
      placeName: person.placeName,
      districtCode: person.districtCode,
      intentOn: today,
      paperNumber: null,
      lateReason: null,
    });
  },
});

/**
 * Records a form filled on paper in February. Dated before today it has its number and the reason for the delay, and
 * counts after a second officer's confirmation; dated today it counts at once, at an open desk.
 */
export const recordPaper = defineCommand({
  name: "recordPaper",
  action: "intent.record",
  input: paperIntentInput,
  subject: (scope, input) => holderForDesk(scope, input.holderId),
  detail: ({ answer, intentOn }) => ({ answer, intentOn, paper: true }),
  async run(scope) {
    const { tx, actor, input, today } = scope;
    const { intentOn } = input;
    const place = await tx.place.findFirst({
      where: { id: input.placeId, districtCode: actor.districtCode ?? "" },
      include: { desks: { where: { openOn: toDateColumn(intentOn) } } },
    });
    if (!place) throw new Refusal("NOT_FOUND");
    const desk = place.desks[0];
    const window = rulesOn(scope.ruleSets, intentOn).walkIn.value;
    const refusal = deskRefusal(window, { intentOn, today, deskIsOpen: desk !== undefined });
    if (refusal) throw new Refusal(refusal);
    if (
      !isIn(
        { from: fromDateColumn(place.opensOn), until: fromDateColumn(place.closesOn) },
        intentOn,
      )
    )
      throw invalid({ intentOn: "placeNotThatDay" });
    if (isTypedLater(intentOn, today) && !input.lateReason)
      throw invalid({ lateReason: "lateReasonMissing" });
    return writeIntent(scope, {
      deskId: desk?.id ?? null,
      placeName: place.name,
      intentOn,
      paperNumber: input.paperNumber,
      lateReason: input.lateReason,
    });
  },
});

type Form = Pick<
  CommandScope<ReturnType<(typeof deskIntentInput)["parse"]>>["input"],
  | "holderId"
  | "answer"
  | "reason"
  | "consentFinancial"
  | "consentContact"
  | "consentVersion"
  | "phone"
  | "currentAddress"
  | "currentSubdistrictCode"
  | "nameOnCard"
  | "signedBy"
  | "witnesses"
  | "readAloud"
  | "proxy"
>;
type Origin = {
  deskId: string | null;
  placeName: string;
  /** Where the case stays, if the subject does not say it. */
  districtCode?: string;
  intentOn: string;
  paperNumber: string | null;
  lateReason: string | null;
};

/** One form of a holder at a time: the second command waits and then sees what the first has written. */
async function writeIntent(scope: CommandScope<Form>, origin: Origin) {
  const { tx, actor, input, subject, today } = scope;
  await refuseSameAnswer(scope, origin.intentOn);
  await refuseUnknownSubdistrict(scope);
  const confirmation = isTypedLater(origin.intentOn, today) ? "pending" : null;
  const receiptNumber = await nextReceipt(scope);
  const intentId = randomUUID();
  await tx.intent.createMany({
    data: [
      {
        id: intentId,
        holderId: input.holderId,
        provinceCode: subject.provinceCode ?? "",
        districtCode: origin.districtCode ?? subject.districtCode ?? "",
        recordedDistrictCode: actor.districtCode,
        deskId: origin.deskId,
        placeName: origin.placeName,
        answer: input.answer,
        reason: input.reason,
        intentOn: toDateColumn(origin.intentOn),
        consentFinancial: input.consentFinancial,
        consentContact: input.consentContact,
        consentTextVersion: input.consentVersion,
        readAloud: input.readAloud,
        signedBy: input.signedBy,
        witnesses: input.witnesses,
        proxyName: input.proxy?.name ?? null,
        proxyRelation: input.proxy?.relation ?? null,
        nameOnCard: input.nameOnCard,
        phone: input.phone,
        currentAddress: input.currentAddress,
        currentSubdistrictCode: input.currentSubdistrictCode,
        receiptNumber,
        paperNumber: origin.paperNumber,
        lateReason: origin.lateReason,
        confirmation,
        recordedById: actor.id,
        recordedOn: toDateColumn(today),
      },
    ],
  });
  return { intentId, receiptNumber, intentOn: origin.intentOn, confirmation };
}

/** A number of the recording district; what the province records has one of the holder's district. */
async function nextReceipt({ tx, actor, input }: CommandScope<Form>): Promise<string> {
  const [receipt] = actor.districtCode
    ? await tx.$queryRaw<{ number: string }[]>`SELECT app.next_receipt() AS number`
    : await tx.$queryRaw<
        { number: string }[]
      >`SELECT app.next_receipt_of(${input.holderId}::uuid) AS number`;
  return receipt?.number ?? "";
}

async function refuseSameAnswer({ tx, input }: CommandScope<Form>, intentOn: string) {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`intent ${input.holderId}`}, 0))::text`;
  const rows = await tx.$queryRaw<
    { answer: Answer; intent_on: Date }[]
  >`SELECT answer, intent_on FROM app.desk_answers(${input.holderId}::uuid)`;
  const earlier = rows.map(({ answer, intent_on }) => ({
    answer,
    intentOn: fromDateColumn(intent_on),
  }));
  const same = sameAnswerIn(earlier, { answer: input.answer, intentOn });
  if (same) throw new Refusal("ALREADY_RECORDED", same);
}

async function refuseUnknownSubdistrict({ tx, input }: CommandScope<Form>) {
  const code = input.currentSubdistrictCode;
  if (code && !(await tx.subdistrict.findUnique({ where: { code } })))
    throw invalid({ currentSubdistrictCode: "subdistrictUnknown" });
}

/** Another officer of the district compares a back-dated form with its record: never the officer who typed it. */
export const confirmPaper = defineCommand({
  name: "confirmPaper",
  action: "intent.confirm",
  input: paperDecisionInput,
  async subject({ tx, actor }, { intentId }) {
    if (!mayEver(actor, "intent.confirm")) return null;
    const intent = await tx.intent.findUnique({ where: { id: intentId } });
    return (
      intent && {
        type: "intent",
        id: intentId,
        provinceCode: intent.provinceCode,
        districtCode: intent.recordedDistrictCode,
      }
    );
  },
  detail: ({ decision }) => ({ decision }),
  async run({ tx, actor, input, today }) {
    const intent = await tx.intent.findUniqueOrThrow({ where: { id: input.intentId } });
    if (intent.confirmation !== "pending") throw new Refusal("CONFLICT");
    if (intent.recordedById === actor.id) throw new Refusal("NEEDS_OTHER_OFFICER");
    const { count } = await tx.intent.updateMany({
      where: { id: intent.id, confirmation: "pending" },
      data: {
        confirmation: input.decision,
        confirmedById: actor.id,
        confirmedOn: toDateColumn(today),
        confirmationNote: input.note,
      },
    });
    if (count === 0) throw new Refusal("CONFLICT");
    return { decision: input.decision };
  },
});

/**
 * Confirms the forms that were ticked, in one transaction: those that can be, and of every other the reason why not. So
 * nothing is half done without a word, whatever becomes of the connection.
 */
export const confirmPapers = defineCommand({
  name: "confirmPapers",
  action: "intent.confirm",
  input: paperConfirmationInput,
  subject: async ({ actor }) => ({
    type: "district",
    id: actor.districtCode,
    districtCode: actor.districtCode,
    provinceCode: actor.provinceCode,
  }),
  detail: ({ intentIds }) => ({ decision: "confirmed", intents: intentIds }),
  async run({ tx, actor, input, today }) {
    const ids = [...new Set(input.intentIds)];
    // Locked: another officer who decides one of them meanwhile waits, or is seen here. Only what still waits is locked.
    const waiting = await tx.$queryRaw<{ id: string; own: boolean }[]>`
      SELECT id, recorded_by_id = ${actor.id}::uuid AS own FROM intent
      WHERE id = ANY (${ids}::uuid[]) AND confirmation = 'pending'
        AND recorded_district_code = ${actor.districtCode} ORDER BY id FOR UPDATE`;
    const confirmed = waiting.filter(({ own }) => !own).map(({ id }) => id);
    await tx.intent.updateMany({
      where: { id: { in: confirmed } },
      data: {
        confirmation: "confirmed",
        confirmedById: actor.id,
        confirmedOn: toDateColumn(today),
      },
    });
    const own = new Set(waiting.filter((row) => row.own).map(({ id }) => id));
    return {
      confirmed,
      refused: ids
        .filter((id) => !confirmed.includes(id))
        .map((intentId) => ({
          intentId,
          code: own.has(intentId) ? ("NEEDS_OTHER_OFFICER" as const) : ("CONFLICT" as const),
        })),
    };
  },
});
