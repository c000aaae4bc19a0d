import { z } from "zod";
import { isIsoMonth, monthOf } from "@/domain/calendar";
import { exportFormats } from "@/domain/export-order";
import { nextRun, type Rung } from "@/domain/month-run";
import type { Subject } from "@/domain/policy";
import { Refusal } from "@/domain/result";
import { formatThaiMonth } from "@/domain/thai-dates";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import { type CommandScope, defineCommand } from "@/server/command";
import { orderJob } from "@/server/jobs/queue";
import { listOfficerIds, notify } from "@/server/notifications/notify";
import { provinceCodeOf } from "@/server/own-district";
import type { Scoped } from "@/server/scope";
import { runFieldsInForce } from "./fields";
import { firstDueMonth, listRuns } from "./queries";
import { runSubject } from "./subject";

const ofProvince = async ({ actor }: Scoped): Promise<Subject> => ({
  type: "month_run",
  id: null,
  provinceCode: actor.provinceCode,
});

const ofRun = z.strictObject({ runId: z.uuid() });
const format = z.enum(exportFormats, { error: "choose" });

/**
 * คำนวณ: begins the run of a month, or its open run again, and orders its job. CONFLICT where it is not that month's turn,
 * where the month has not begun, or while people wait to be decided.
 */
export const prepareMonthRun = defineCommand({
  name: "prepareMonthRun",
  action: "run.prepare",
  input: z.strictObject({ month: z.string().refine(isIsoMonth) }),
  subject: ofProvince,
  detail: ({ month }) => ({ month }),
  async run(scope) {
    const { input, today, tx } = scope;
    const runs = await listRuns(scope);
    const firstDue = await firstDueMonth(scope);
    const next = nextRun(runs, { firstDue, today: monthOf(today) });
    if (next?.month !== input.month || next.blockedBy) throw new Refusal("CONFLICT");
    const [{ undecided } = { undecided: 0n }] = await tx.$queryRaw<{ undecided: bigint }[]>`
      SELECT app.count_undecided() AS undecided`;
    if (undecided > 0n) throw new Refusal("CONFLICT");
    const runId = runs[0]?.month === input.month ? runs[0].id : await addRun(scope, runs.length);
    const jobId = crypto.randomUUID();
    await addStep(scope, { runId, step: "calculating" });
    await orderJob(scope, { id: jobId, kind: "month_run", input: { runId }, after: runId });
    return { runId, jobId };
  },
});

async function addRun({ tx, actor, input }: CommandScope<{ month: string }>, before: number) {
  const id = crypto.randomUUID();
  await tx.monthRun.createMany({
    data: [
      {
        id,
        provinceCode: provinceCodeOf(actor),
        number: before + 1,
        month: toDateColumn(`${input.month}-01`),
      },
    ],
  });
  return id;
}

/** สอบทาน: by somebody who did not calculate it. */
export const checkMonthRun = defineCommand({
  name: "checkMonthRun",
  action: "run.check",
  input: ofRun,
  subject: (scope, { runId }) => runSubject(scope, runId),
  async run(scope) {
    await byAnother(scope);
    await addStep(scope, { runId: scope.input.runId, step: "checked" });
    return { step: "checked" };
  },
});

/** รับรองรายชื่อ: from now on the run is never changed; the governor is told. */
export const certifyMonthRun = defineCommand({
  name: "certifyMonthRun",
  action: "run.certify",
  input: ofRun,
  subject: (scope, { runId }) => runSubject(scope, runId),
  async run(scope) {
    const { tx, input } = scope;
    await byAnother(scope);
    await addStep(scope, { runId: input.runId, step: "certified" });
    const { month } = await tx.monthRun.findUniqueOrThrow({ where: { id: input.runId } });
    await notify(scope, {
      to: await listOfficerIds(scope, ["governor"]),
      kind: "month_run_certified",
      href: `/runs/${input.runId}`,
      detail: formatThaiMonth(monthOf(fromDateColumn(month))),
    });
    return { step: "certified" };
  },
});

/** ส่งข้อมูล: the file of the run for the Ministry, with the columns in force; kept with who sent it and when. */
export const sendMonthRun = defineCommand({
  name: "sendMonthRun",
  action: "run.send",
  input: ofRun.extend({ format }),
  subject: (scope, { runId }) => runSubject(scope, runId),
  detail: ({ format }) => ({ format }),
  async run(scope) {
    const { input, today } = scope;
    const fields = [...(await runFieldsInForce(scope, today))];
    const stepId = await addStep(scope, { runId: input.runId, step: "sent", fields });
    return { jobId: await orderFile(scope, stepId, input.format) };
  },
});

/** The same file once more: the columns as they were sent, from the entries, which never change. */
export const requestMonthRunFile = defineCommand({
  name: "requestMonthRunFile",
  action: "run.send",
  input: z.strictObject({ stepId: z.uuid(), format }),
  subject: async ({ tx }, { stepId }) => {
    const sent = await tx.monthRunStep.findFirst({
      where: { id: stepId, step: "sent" },
      select: { runId: true, provinceCode: true },
    });
    return sent && { type: "month_run", id: sent.runId, provinceCode: sent.provinceCode };
  },
  run: async (scope) => ({ jobId: await orderFile(scope, scope.input.stepId, scope.input.format) }),
});

async function orderFile(scope: Scoped, file: string, format: string): Promise<string> {
  const id = crypto.randomUUID();
  const input = { list: "month_run", format, filter: {}, unmasked: false, reason: null, file };
  await orderJob(scope, { id, kind: "export", input });
  return id;
}

/** Who calculated a run neither checks nor certifies it. */
async function byAnother({ tx, actor, input }: CommandScope<{ runId: string }>) {
  const own = await tx.monthRunStep.count({
    where: { runId: input.runId, step: "calculating", recordedById: actor.id },
  });
  if (own > 0) throw new Refusal("NEEDS_OTHER_OFFICER");
}

/** A step of the ladder; the database refuses one whose turn it is not (ALREADY_RECORDED). Returns its id. */
async function addStep(
  { tx, actor, today }: CommandScope<unknown>,
  step: { runId: string; step: Rung | "calculating"; fields?: string[] },
): Promise<string> {
  const id = crypto.randomUUID();
  await tx.monthRunStep.createMany({
    data: [
      {
        ...step,
        id,
        provinceCode: provinceCodeOf(actor),
        happenedOn: toDateColumn(today),
        recordedById: actor.id,
      },
    ],
  });
  return id;
}
