import { z } from "zod";
import type { FaultKey } from "@/domain/fault";
import { requiredText } from "@/domain/fields";
import { classFields, fileSignatureFields } from "@/domain/official-paper";
import type { Subject } from "@/domain/policy";
import {
  letterNumber,
  type ReportFigures,
  receivedLevelOf,
  reportLevelOf,
  reportMonth,
  reportNote,
} from "@/domain/report";
import { invalid, Refusal } from "@/domain/result";
import { toDateColumn } from "@/server/clock";
import { type CommandScope, defineCommand } from "@/server/command";
import { recordFileSignature, signatureOf } from "@/server/delegations/decision";
import { requireHead } from "@/server/delegations/queries";
import { readPack } from "@/server/packs/contents";
import { writeReport } from "@/server/papers/report-paper";
import type { Scoped } from "@/server/scope";
import { figuresFor, type ReportOf } from "./figures";
import { listMissingDistricts, shownFigures, viewReport } from "./queries";

/** A report as the subject of a change; an account officer owns their own report. */
async function reportSubject({ tx }: Scoped, id: string): Promise<Subject | null> {
  const report = await tx.progressReport.findUnique({
    where: { id },
    select: { provinceCode: true, districtCode: true, authorId: true },
  });
  if (!report) return null;
  const { authorId, ...area } = report;
  return { type: "progress_report", id, ...area, accountOfficerId: authorId };
}

/** The area for which the actor reports: an account officer's district is one in which they have a code. */
async function senderOf(
  { tx, actor }: Scoped,
  given: { districtCode?: string | null },
): Promise<Omit<ReportOf, "period"> | null> {
  const level = reportLevelOf(actor.role);
  if (!level || !actor.provinceCode) return null;
  const { provinceCode } = actor;
  if (level === "province") return { level, provinceCode, districtCode: null };
  if (level === "district") return { level, provinceCode, districtCode: actor.districtCode };
  const code = await tx.accountOfficerCode.findFirst({
    where: {
      officerId: actor.id,
      ...(given.districtCode && { districtCode: given.districtCode }),
    },
    orderBy: { code: "asc" },
  });
  return code && { level, provinceCode, districtCode: code.districtCode };
}

const prepared = z.strictObject({
  period: reportMonth,
  note: reportNote,
  districtCode: z
    .string()
    .regex(/^\d{4}$/)
    .nullish(),
});

/**
 * Prepares the report of a month with the numbers of this moment, or of the month's end once it has ended. An account
 * officer's report goes to the district at once; a district's or province's stays a draft, and is prepared again with new
 * numbers. A signed report stays.
 */
export const prepareReport = defineCommand({
  name: "prepareReport",
  action: "report.prepare",
  input: prepared,
  subject: async (scope, input) => {
    const sender = await senderOf(scope, input);
    if (!sender) return null;
    const { provinceCode, districtCode } = sender;
    const accountOfficerId = scope.actor.id;
    return { type: "progress_report", id: null, provinceCode, districtCode, accountOfficerId };
  },
  detail: ({ period }) => ({ period }),
  async run(scope) {
    const { tx, actor, input, today, id } = scope;
    const sender = await senderOf(scope, input);
    if (!sender) throw new Refusal("NOT_FOUND");
    if (input.period > today.slice(0, 7)) throw invalid({ period: "future" });
    const of = { ...sender, period: input.period };
    const figures = await withPack(scope, of, await figuresFor(scope, of, today));
    const at = { preparedById: actor.id, preparedOn: toDateColumn(today) };
    const { note, period } = input;
    if (sender.level === "officer") {
      const words = { ...of, note, figures: shownFigures(scope, figures) };
      const signature = { number: null, on: today, by: actor, capacity: "own" } as const;
      const signedPaper = await writeReport(
        scope,
        { ...words, preparedOn: today, preparedBy: actor },
        signature,
      );
      const signed = { signedById: actor.id, signedOn: toDateColumn(today), signedPaper };
      const own = { id, authorId: actor.id, status: "submitted", note, figures } as const;
      await tx.progressReport.createMany({ data: [{ ...of, ...own, ...at, ...signed }] });
      return { reportId: id };
    }
    const draft = await tx.progressReport.findFirst({
      where: { ...sender, period, status: "draft" },
      select: { id: true },
    });
    if (draft) {
      const data = { note, figures, ...at, preparedAt: new Date() };
      await tx.progressReport.updateMany({ where: { id: draft.id, status: "draft" }, data });
      return { reportId: draft.id };
    }
    await tx.progressReport.createMany({
      data: [{ ...of, id, status: "draft", note, figures, ...at }],
    });
    return { reportId: id };
  },
});

/** The figures with what the papers of a meeting would say of them: the tables of a district's or a province's annex. */
async function withPack(
  scope: Scoped,
  { level, provinceCode, districtCode }: ReportOf,
  figures: ReportFigures,
): Promise<ReportFigures> {
  if (level === "officer") return figures;
  const { name, position } = scope.actor;
  const ended = "kept" in figures;
  const pack = await readPack(scope, {
    ...{ provinceCode, districtCode },
    kind: ended ? "day" : "now",
    day: ended ? figures.asOf : null,
    ...{ round: null, meetingOn: null, madeBy: { name, position } },
  });
  return pack ? { ...figures, pack } : figures;
}

/** The order under which this is done; the head needs none. */
async function ordered(scope: CommandScope<unknown>) {
  return requireHead(scope, scope.today);
}

/** A letter without the reports of some districts is signed only by who was told which, and confirms it. */
async function missingFault(
  scope: CommandScope<{ reportId: string; withoutDistricts: string[]; confirmed: string[] }>,
): Promise<{ confirmed: FaultKey } | null> {
  const { reportId, withoutDistricts, confirmed } = scope.input;
  const { provinceCode, period } = await scope.tx.progressReport.findUniqueOrThrow({
    where: { id: reportId },
  });
  const missing = await listMissingDistricts(scope, provinceCode, period);
  if (missing.length === 0) return null;
  if (confirmed.length === 0) return { confirmed: "tick" };
  const told = new Set(withoutDistricts);
  if (missing.some(({ code }) => !told.has(code))) throw new Refusal("CONFLICT");
  return null;
}

/** The chief sends the report to the province, the governor signs the letter: both under a number. */
export const signReport = defineCommand({
  name: "signReport",
  action: "report.sign",
  input: z.strictObject({
    reportId: z.uuid(),
    letterNumber,
    /** The districts that have not reported, as the signer was shown them, and that the signer signs all the same. */
    withoutDistricts: z.array(z.string().regex(/^\d{4}$/)).default([]),
    confirmed: z.array(z.literal("without_districts")).default([]),
    /** Signed here, or in the file, which staff record. */
    how: z.enum(["here", "in_file"], { error: "choose" }).default("here"),
    ...fileSignatureFields,
    ...classFields,
  }),
  subject: (scope, { reportId }) => reportSubject(scope, reportId),
  detail: ({ withoutDistricts, how }) => ({
    how,
    ...(withoutDistricts.length > 0 && { withoutDistricts }),
  }),
  async run(scope) {
    const { tx, actor, input, today } = scope;
    const level = reportLevelOf(actor.role);
    if (!level) throw new Refusal("NOT_ALLOWED");
    const province = level === "province";
    const faults: Record<string, FaultKey> = {
      ...(!input.letterNumber && { letterNumber: "missing" }),
      ...(province && (await missingFault(scope))),
    };
    // Both at once: whoever signs mends the form in one go.
    if (Object.keys(faults).length > 0) throw invalid(faults);
    const inFile =
      input.how === "in_file"
        ? await recordFileSignature(scope, input, `/reports/${input.reportId}`)
        : null;
    const delegationId = inFile ? null : await ordered(scope);
    const draft = await viewReport(scope, input.reportId);
    if (!draft) throw new Refusal("NOT_FOUND");
    const signature = await signatureOf(scope, { ...input, number: input.letterNumber }, inFile);
    const { count } = await tx.progressReport.updateMany({
      where: { id: input.reportId, status: "draft", level },
      data: {
        signedPaper: await writeReport(scope, draft, signature),
        status: province ? "signed" : "submitted",
        letterNumber: input.letterNumber,
        signedById: actor.id,
        signedOn: toDateColumn(today),
        delegationId,
        ...(inFile && { signedInFile: inFile }),
      },
    });
    if (count !== 1) throw new Refusal("CONFLICT");
    return { reportId: input.reportId };
  },
});

/** The signed letter was sent: when, and how. */
export const sendReportOn = defineCommand({
  name: "sendReportOn",
  action: "report.sign",
  input: z.strictObject({
    reportId: z.uuid(),
    sentHow: z.enum(["letter", "e_document", "by_hand"], { error: "choose" }),
  }),
  subject: (scope, { reportId }) => reportSubject(scope, reportId),
  async run({ tx, actor, input, today }) {
    const { count } = await tx.progressReport.updateMany({
      where: { id: input.reportId, status: "signed", level: "province" },
      data: {
        status: "sent",
        sentOn: toDateColumn(today),
        sentHow: input.sentHow,
        sentById: actor.id,
      },
    });
    if (count !== 1) throw new Refusal("CONFLICT");
    return { reportId: input.reportId };
  },
});

/** The next level has read it, or returns it with a reason. */
export const receiveReport = defineCommand({
  name: "receiveReport",
  action: "report.receive",
  input: z
    .strictObject({
      reportId: z.uuid(),
      outcome: z.enum(["acknowledged", "returned"], { error: "choose" }),
      returnReason: z.union([z.null(), requiredText(300)]).default(null),
    })
    .refine(({ outcome, returnReason }) => outcome === "acknowledged" || returnReason !== null, {
      path: ["returnReason"],
      error: "missing",
    }),
  subject: (scope, { reportId }) => reportSubject(scope, reportId),
  detail: ({ outcome }) => ({ outcome }),
  async run(scope) {
    const { tx, actor, input, today } = scope;
    const level = receivedLevelOf(actor.role);
    if (!level) throw new Refusal("NOT_ALLOWED");
    const decidedDelegationId = await ordered(scope);
    const { count } = await tx.progressReport.updateMany({
      where: {
        id: input.reportId,
        status: "submitted",
        level,
      },
      data: {
        status: input.outcome,
        returnReason: input.outcome === "returned" ? input.returnReason : null,
        decidedById: actor.id,
        decidedOn: toDateColumn(today),
        decidedDelegationId,
      },
    });
    if (count !== 1) throw new Refusal("CONFLICT");
    return { outcome: input.outcome };
  },
});
