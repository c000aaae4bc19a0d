import { z } from "zod";
import {
  optionalDay,
  optionalName,
  optionalPhone,
  optionalText,
  optionalTime,
  requiredDay,
  requiredText,
} from "@/domain/fields";
import { invalid, Refusal } from "@/domain/result";
import { formatThaiDate } from "@/domain/thai-dates";
import {
  absenceSources,
  appointmentKinds,
  reportedDepartures,
  reportSources,
  visitOutcomes,
} from "@/domain/visit";
import { holderSubject } from "@/server/assessments/queries";
import { toDateColumn } from "@/server/clock";
import { type CommandScope, defineCommand } from "@/server/command";
import { endFormDrafts } from "@/server/form-drafts/end";
import type { Scoped } from "@/server/scope";
import { askDistrictOfMove } from "@/server/transfers/ask";
import { answersAgainst, answersShown } from "./answers-after-death";
import { appoint, appointNext } from "./appoint";
import { toPlan } from "./calendar";
import { ofDistrict } from "./reports";
import { caseRow, happenedOn } from "./rows";

const choose = { error: "choose" };

/** A planned day, not before today; null stays null. */
function meantFor(field: string, day: string, today: string): Date;
function meantFor(field: string, day: string | null, today: string): Date | null;
function meantFor(field: string, day: string | null, today: string): Date | null {
  if (day !== null && day < today) throw invalid({ [field]: "past" });
  return day === null ? null : toDateColumn(day);
}

/** One home visit. If the holder was found, the appointment for that day is kept; if not, it is missed. */
export const recordVisit = defineCommand({
  name: "recordVisit",
  action: "visit.record",
  input: z.strictObject({
    holderId: z.uuid(),
    visitedOn: requiredDay,
    outcome: z.enum(visitOutcomes, choose),
    note: optionalText(300),
    nextOn: optionalDay,
  }),
  subject: (scope, { holderId }) => holderSubject(scope, holderId),
  detail: ({ outcome }) => ({ outcome }),
  async run(scope) {
    const { tx, input, today } = scope;
    const visitedOn = happenedOn(scope, "visitedOn", input.visitedOn);
    const nextOn = meantFor("nextOn", input.nextOn, today);
    const { outcome, note, holderId } = input;
    await tx.appointment.updateMany({
      where: { holderId, status: "planned", meetOn: { lte: visitedOn } },
      data: { status: outcome === "met" ? "kept" : "missed" },
    });
    // Before the visit: a day to try again is no answer to it, and the state tells how the visit went (hindrance_of).
    await appointNext(scope, input.nextOn);
    await tx.visit.createMany({ data: [{ ...caseRow(scope), visitedOn, outcome, note, nextOn }] });
    await endFormDrafts(scope, "visit");
    return { visitId: scope.id };
  },
});

const meeting = {
  meetOn: requiredDay,
  meetAt: optionalTime,
  kind: z.enum(appointmentKinds, choose),
  placeName: optionalName(120),
};

/** A day to meet. An earlier appointment that is still ahead is cancelled: only one at a time. */
export const makeAppointment = defineCommand({
  name: "makeAppointment",
  action: "appointment.keep",
  input: z.strictObject({ holderId: z.uuid(), ...meeting }),
  subject: (scope, { holderId }) => holderSubject(scope, holderId),
  async run(scope) {
    const { input, today } = scope;
    const { meetAt, kind, placeName } = input;
    const meetOn = meantFor("meetOn", input.meetOn, today);
    if (kind === "office" && !placeName) throw invalid({ placeName: "missing" });
    await appoint(scope, { meetOn, meetAt, kind, placeName });
    await endFormDrafts(scope, "visit");
    return { appointmentId: scope.id };
  },
});

/**
 * A day for a village: a home appointment for every holder of the caseload there who is still to be met and has none.
 * `expected` is the number that was shown; CONFLICT if the number is another now.
 */
export const planVillage = defineCommand({
  name: "planVillage",
  action: "appointment.keep",
  input: z.strictObject({
    subdistrictCode: z.string().regex(/^\d{6}$/),
    moo: z.int().min(1).max(999),
    meetOn: requiredDay,
    /** How many the officer saw in the village without a day. */
    expected: z.int().min(1),
    /** Whom of them to meet that day. */
    holderIds: z.array(z.uuid(), { error: "choose" }).min(1, "choose").max(500),
  }),
  subject: async ({ tx, actor }, { subdistrictCode }) => {
    const area = await tx.subdistrict.findUnique({
      where: { code: subdistrictCode },
      include: { district: true },
    });
    return (
      area && {
        type: "subdistrict",
        id: area.code,
        districtCode: area.districtCode,
        provinceCode: area.district.provinceCode,
        accountOfficerId: actor.id,
      }
    );
  },
  detail: ({ moo, holderIds }) => ({ moo, people: holderIds.length }),
  async run(scope) {
    const { tx, actor, input, today } = scope;
    const { subdistrictCode, moo, expected } = input;
    const meetOn = meantFor("meetOn", input.meetOn, today);
    const wanted = new Set(input.holderIds);
    const village = await tx.holder.findMany({
      where: { ...toPlan(actor.id), visitSubdistrictCode: subdistrictCode, visitMoo: moo },
      select: { id: true, provinceCode: true, districtCode: true },
      orderBy: { id: "asc" },
    });
    const holders = village.filter(({ id }) => wanted.has(id));
    if (village.length !== expected || holders.length !== wanted.size)
      throw new Refusal("CONFLICT", { people: village.length });
    await tx.appointment.createMany({
      data: holders.map(({ id: holderId, provinceCode, districtCode }) => ({
        id: crypto.randomUUID(),
        holderId,
        provinceCode,
        districtCode,
        officerId: actor.id,
        meetOn,
        kind: "home",
        recordedById: actor.id,
        recordedOn: toDateColumn(today),
      })),
    });
    return { people: holders.length };
  },
});

/** An appointment that will not be kept, or was not kept. */
export const endAppointment = defineCommand({
  name: "endAppointment",
  action: "appointment.keep",
  input: z.strictObject({
    holderId: z.uuid(),
    status: z.enum(["missed", "cancelled"], choose),
    reason: optionalText(200),
  }),
  subject: (scope, { holderId }) => holderSubject(scope, holderId),
  detail: ({ status }) => ({ status }),
  async run(scope) {
    const { tx, input } = scope;
    const { count } = await tx.appointment.updateMany({
      where: { holderId: input.holderId, status: "planned" },
      data: { status: input.status, statusReason: input.reason },
    });
    if (count !== 1) throw new Refusal("CONFLICT");
    await endFormDrafts(scope, "visit");
    return { status: input.status };
  },
});

/** อยู่นอกพื้นที่: where, which phone, until when. */
export const recordAbsence = defineCommand({
  name: "recordAbsence",
  action: "visit.record",
  input: z.strictObject({
    holderId: z.uuid(),
    notedOn: requiredDay,
    awayProvinceCode: z.string(choose).regex(/^\d{2}$/, "choose"),
    awayDistrict: optionalName(80),
    phone: optionalPhone,
    returnOn: optionalDay,
    source: z.enum(absenceSources, choose),
  }),
  subject: (scope, { holderId }) => holderSubject(scope, holderId),
  async run(scope) {
    const { tx, input, today } = scope;
    const { awayProvinceCode, awayDistrict, phone, source } = input;
    const notedOn = happenedOn(scope, "notedOn", input.notedOn);
    const returnOn = meantFor("returnOn", input.returnOn, today);
    if (!(await tx.province.findUnique({ where: { code: awayProvinceCode } })))
      throw invalid({ awayProvinceCode: "choose" });
    await tx.absence.createMany({
      data: [
        { ...caseRow(scope), notedOn, awayProvinceCode, awayDistrict, phone, returnOn, source },
      ],
    });
    await endFormDrafts(scope, "visit");
    return { absenceId: scope.id };
  },
});

/** The holder is back. */
export const recordReturn = defineCommand({
  name: "recordReturn",
  action: "visit.record",
  input: z.strictObject({ holderId: z.uuid(), returnedOn: requiredDay }),
  subject: (scope, { holderId }) => holderSubject(scope, holderId),
  async run(scope) {
    const { tx, input } = scope;
    const returnedOn = happenedOn(scope, "returnedOn", input.returnedOn);
    const { count } = await tx.absence.updateMany({
      where: { holderId: input.holderId, returnedOn: null },
      data: { returnedOn },
    });
    if (count !== 1) throw new Refusal("CONFLICT");
    await endFormDrafts(scope, "visit");
    return { returnedOn: input.returnedOn };
  },
});

/**
 * A death or a move. A death, and a move out of the province, count once another officer of the district has confirmed
 * the source. A move within the province is no departure but a transfer (docs/decisions/0014): the new district is asked.
 */
export const recordDeparture = defineCommand({
  name: "recordDeparture",
  action: "departure.record",
  input: z.strictObject({
    holderId: z.uuid(),
    kind: z.enum(reportedDepartures, choose),
    departedOn: requiredDay,
    source: z.enum(reportSources, choose),
    sourceDetail: requiredText(200),
    /** Of a move: to another district of the province, or to another province. */
    toDistrictCode: z
      .string()
      .regex(/^\d{4}$/, "choose")
      .nullish(),
    toProvinceCode: z
      .string()
      .regex(/^\d{2}$/, "choose")
      .nullish(),
    presentAddress: optionalText(200),
  }),
  subject: (scope, { holderId }) => holderSubject(scope, holderId),
  detail: ({ kind, source, toDistrictCode }) => ({
    kind,
    source,
    ...(toDistrictCode && { transfer: toDistrictCode }),
  }),
  async run(scope) {
    const { tx, input, today } = scope;
    const { kind, source, sourceDetail, toDistrictCode } = input;
    if (input.departedOn > today) throw invalid({ departedOn: "future" });
    if (kind === "moved_away" && toDistrictCode) {
      const reason = `ย้ายเมื่อวันที่ ${formatThaiDate(input.departedOn)}: ${sourceDetail}`;
      await askDistrictOfMove(scope, { ...input, toDistrictCode, reason });
      await endFormDrafts(scope, "visit");
      return { departureId: null, transferred: true };
    }
    const toProvinceCode = kind === "moved_away" ? await provinceMovedTo(scope) : null;
    await tx.departure.createMany({
      data: [
        {
          ...caseRow(scope),
          kind,
          source,
          sourceDetail,
          toProvinceCode,
          departedOn: toDateColumn(input.departedOn),
        },
      ],
    });
    await endFormDrafts(scope, "visit");
    return { departureId: scope.id, transferred: false };
  },
});

/** The other province to which somebody moved; within the own one nobody is released from the visit. */
async function provinceMovedTo({
  tx,
  input,
  subject,
}: CommandScope<{ toProvinceCode?: string | null }>): Promise<string> {
  const code = input.toProvinceCode ?? "";
  const province = await tx.province.findUnique({ where: { code } });
  if (!province || code === subject.provinceCode) throw invalid({ toProvinceCode: "choose" });
  return code;
}

const findingKinds = ["departure", "refusal"] as const;

/** What was found at a door and waits to be confirmed, by its kind and id; null out of reach. */
async function loadFinding({ tx }: Scoped, kind: (typeof findingKinds)[number], id: string) {
  const select = { id: true, provinceCode: true, districtCode: true, recordedById: true } as const;
  return kind === "departure"
    ? tx.departure.findFirst({ where: { id, ...ofDistrict }, select })
    : tx.interviewRefusal.findUnique({ where: { id }, select });
}

/** The district confirms a reported death, move or refusal, or rejects it: never the officer who reported it. */
export const confirmFinding = defineCommand({
  name: "confirmFinding",
  action: "finding.confirm",
  input: z
    .strictObject({
      kind: z.enum(findingKinds),
      findingId: z.uuid(),
      outcome: z.enum(["confirmed", "rejected"], choose),
      note: optionalText(300),
      expected: answersShown,
    })
    .refine(({ outcome, note }) => outcome === "confirmed" || note !== null, {
      path: ["note"],
      error: "missing",
    }),
  subject: async (scope, { kind, findingId }) => {
    const found = await loadFinding(scope, kind, findingId);
    return found && { type: kind, ...found };
  },
  detail: ({ kind, outcome }) => ({ kind, outcome }),
  async run(scope) {
    const { tx, actor, input, today } = scope;
    const finding = await loadFinding(scope, input.kind, input.findingId);
    if (finding?.recordedById === actor.id) throw new Refusal("NEEDS_OTHER_OFFICER");
    if (input.kind === "departure") {
      const answers = await answersAgainst(scope, input.findingId, input.expected);
      // Who confirms the death of somebody who has answered since says why: the answer then does not count.
      if (answers.length > 0 && input.note === null) throw invalid({ note: "missing" });
    }
    const waiting = { where: { id: input.findingId, confirmation: "pending" } } as const;
    const data = {
      confirmation: input.outcome,
      confirmedById: actor.id,
      confirmedOn: toDateColumn(today),
      confirmationNote: input.note,
    };
    const { count } =
      input.kind === "departure"
        ? await tx.departure.updateMany({ ...waiting, data })
        : await tx.interviewRefusal.updateMany({ ...waiting, data });
    if (count !== 1) throw new Refusal("CONFLICT");
    return { outcome: input.outcome };
  },
});
