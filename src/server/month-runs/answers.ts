import { z } from "zod";
import { optionalText, requiredDay, requiredText } from "@/domain/fields";
import { returnCode } from "@/domain/ministry-return";
import { invalid, Refusal } from "@/domain/result";
import { rulesOn } from "@/domain/rules/sets";
import { tidyThai } from "@/domain/thai";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import { type CommandScope, defineCommand } from "@/server/command";
import { fullName } from "@/server/holders/search";
import { isoDays } from "@/server/iso-days";
import { orderJob } from "@/server/jobs/queue";
import { provinceCodeOf } from "@/server/own-district";
import { areaFor, auditRead, type Scoped } from "@/server/scope";
import { findUpload } from "@/server/uploads/uploads";
import { runSubject } from "./subject";

const codes = z
  .string()
  .max(2000)
  .nullish()
  .transform((text) => (text ?? "").split("\n").map(tidyThai).filter(Boolean).map(returnCode));
const baht = z
  .string()
  .nullish()
  .transform((text) => tidyThai(text ?? "") || "0")
  .pipe(z.string().regex(/^\d{1,5}$/, "number"))
  .transform((text) => Number(text) * 100);

/** How the Ministry's answer to a run is read from now on: its headings, its codes, and what its amount includes. */
export const setAnswerFormat = defineCommand({
  name: "setAnswerFormat",
  action: "ministry.configure",
  input: z.strictObject({
    idColumn: requiredText(120),
    amountColumn: optionalText(120),
    codeColumn: optionalText(120),
    toppedUpCodes: codes,
    otherCodes: codes,
    baseLow: baht,
    baseHigh: baht,
    reason: requiredText(300),
  }),
  subject: async ({ actor }) => ({
    type: "run_answer_format",
    id: null,
    provinceCode: actor.provinceCode,
  }),
  async run({ tx, actor, input, today, id, ruleSets }) {
    const { baseLow, baseHigh, ...format } = input;
    const [low, high] = rulesOn(ruleSets, today).incomeBands;
    if (!format.amountColumn && !format.codeColumn) throw invalid({ amountColumn: "missing" });
    if (format.codeColumn && format.toppedUpCodes.length === 0)
      throw invalid({ toppedUpCodes: "missing" });
    await tx.runAnswerFormat.createMany({
      data: [
        {
          ...format,
          id,
          toppedUpCodes: format.codeColumn ? format.toppedUpCodes : [],
          base: baseLow + baseHigh > 0 ? { [low.id]: baseLow, [high?.id ?? low.id]: baseHigh } : {},
          provinceCode: provinceCodeOf(actor),
          recordedById: actor.id,
          recordedOn: toDateColumn(today),
        },
      ],
    });
    return { codes: format.toppedUpCodes.length };
  },
});

/** The newest format of the actor's province; null before the treasury has recorded one. */
export async function findAnswerFormat({ tx, actor }: Scoped) {
  const area = areaFor(actor, "run.read");
  return area && tx.runAnswerFormat.findFirst({ where: area, orderBy: { recordedAt: "desc" } });
}

/** กระทบยอด with the Ministry's file: a job compares it with what the run booked. */
export const recordRunAnswer = defineCommand({
  name: "recordRunAnswer",
  action: "run.reconcile",
  input: z.strictObject({
    runId: z.uuid(),
    uploadId: z.uuid(),
    fileName: z.string().trim().min(1).max(200),
    fileOn: requiredDay,
  }),
  subject: (scope, { runId }) => runSubject(scope, runId),
  async run(scope) {
    const { tx, actor, input, today } = scope;
    const { runId, ...answer } = input;
    if (answer.fileOn > today) throw invalid({ fileOn: "future" });
    const upload = await findUpload(actor.id, answer.uploadId);
    if (!upload) throw new Refusal("NOT_FOUND");
    await needsSent(scope);
    if (await tx.runAnswer.count({ where: { runId, fileSha256: upload.sha256 } }))
      throw new Refusal("ALREADY_RECORDED");
    const jobId = crypto.randomUUID();
    await orderJob(scope, { id: jobId, kind: "month_run", input: { runId, answer }, after: runId });
    return { jobId };
  },
});

/** กระทบยอด with totals alone, as a letter of the Ministry says them: people, and baht where it names them. */
export const recordRunTotals = defineCommand({
  name: "recordRunTotals",
  action: "run.reconcile",
  input: z.strictObject({
    runId: z.uuid(),
    people: z
      .string({ error: "missing" })
      .regex(/^\d{1,8}$/, "number")
      .transform(Number),
    baht: z
      .string({ error: "missing" })
      .regex(/^\d{1,12}$/, "number")
      .transform(Number),
    fileOn: requiredDay,
  }),
  subject: (scope, { runId }) => runSubject(scope, runId),
  async run(scope) {
    const { tx, actor, input, today, id, subject } = scope;
    if (input.fileOn > today) throw invalid({ fileOn: "future" });
    await needsSent(scope);
    const by = { recordedById: actor.id, provinceCode: provinceCodeOf(subject) };
    await tx.runAnswer.createMany({
      data: [
        {
          ...by,
          id,
          runId: input.runId,
          fileOn: toDateColumn(input.fileOn),
          people: input.people,
          satang: BigInt(input.baht) * 100n,
          recordedOn: toDateColumn(today),
        },
      ],
    });
    const step = { id: crypto.randomUUID(), runId: input.runId, step: "reconciled" as const };
    await tx.monthRunStep.createMany({
      data: [{ ...by, ...step, happenedOn: toDateColumn(today) }],
    });
    return { people: input.people };
  },
});

/** The Ministry answers what was sent. */
async function needsSent({ tx, input }: CommandScope<{ runId: string }>) {
  const run = await tx.monthRun.findUniqueOrThrow({ where: { id: input.runId } });
  if (run.step !== "sent" && run.step !== "reconciled") throw new Refusal("CONFLICT");
}

/** The answers to a run, the newest first, with how many people of each outcome. */
export async function listAnswers({ tx }: Scoped, runId: string) {
  const answers = isoDays(
    await tx.runAnswer.findMany({
      where: { runId },
      orderBy: { recordedAt: "desc" },
      include: { recordedBy: { select: { name: true } } },
    }),
  );
  const counts = await tx.runAnswerLine.groupBy({
    by: ["answerId", "outcome"],
    where: { answerId: { in: answers.map(({ id }) => id) } },
    _count: true,
  });
  return answers.map((answer) => ({
    ...answer,
    outcomes: counts
      .filter(({ answerId }) => answerId === answer.id)
      .map(({ outcome, _count }) => ({ outcome, people: _count })),
  }));
}
export type AnswerView = Awaited<ReturnType<typeof listAnswers>>[number];

/** Lines of a page of an answer. */
const linesAPage = 50;

/** Who differs in the newest answer to a run, a page at a time, and who of them has an inquiry since. Null without one. Audited. */
export async function listAnswerLines(scope: Scoped, runId: string, page: number) {
  const { tx, actor } = scope;
  if (!areaFor(actor, "run.read")) return null;
  const [answer] = await listAnswers(scope, runId);
  if (!answer) return null;
  const lines = await tx.runAnswerLine.findMany({
    where: { answerId: answer.id, outcome: { not: "same" } },
    orderBy: { holderId: "asc" },
    skip: (page - 1) * linesAPage,
    take: linesAPage,
  });
  const holders = await tx.holder.findMany({
    where: { id: { in: lines.map(({ holderId }) => holderId) } },
    select: {
      ...{ id: true, title: true, firstName: true, lastName: true },
      inquiries: {
        where: { recordedAt: { gte: answer.recordedAt } },
        orderBy: { recordedAt: "desc" },
        take: 1,
        select: { id: true, answeredOn: true },
      },
    },
  });
  const holderOf = new Map(holders.map((holder) => [holder.id, holder]));
  auditRead(scope, "run.read", { type: "month_run", id: runId }, { lines: lines.length });
  return {
    answer,
    page,
    more: lines.length === linesAPage,
    lines: lines.map((line) => {
      const holder = holderOf.get(line.holderId);
      const inquiry = holder?.inquiries[0] ?? null;
      return {
        ...line,
        name: holder ? fullName(holder.title, holder.firstName, holder.lastName) : "",
        inquiry: inquiry && { id: inquiry.id, answered: inquiry.answeredOn !== null },
      };
    }),
  };
}
export type AnswerLines = NonNullable<Awaited<ReturnType<typeof listAnswerLines>>>;

export type ToppedUp = Awaited<ReturnType<typeof toppedUpMonths>>[number];

/** Of which months the Ministry says that it has topped somebody's card up, the newest first, and the day of the file. */
export async function toppedUpMonths({ tx }: Scoped, holderId: string) {
  const rows = await tx.$queryRaw<{ month: Date; file_on: Date }[]>`
    SELECT * FROM app.topped_up(${holderId}::uuid)`;
  return rows.map(({ month, file_on }) => ({
    month: fromDateColumn(month).slice(0, 7),
    fileOn: fromDateColumn(file_on),
  }));
}
