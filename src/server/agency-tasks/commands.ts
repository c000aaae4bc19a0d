import { z } from "zod";
import type { ProjectAgency } from "@/domain/agencies";
import { answersFrom, mayBeAsked, taskAnswer, taskInput, taskStateOf } from "@/domain/agency-task";
import { isSigned, paperDecisionFields } from "@/domain/decision";
import { optionalNumberOfPaper } from "@/domain/fields";
import type { FileSignature, PaperClasses } from "@/domain/official-paper";
import { invalid, Refusal } from "@/domain/result";
import { rulesOn } from "@/domain/rules/sets";
import { toDateColumn } from "@/server/clock";
import { type CommandScope, defineCommand } from "@/server/command";
import { askGovernor, paperDecisionOn, signatureOf } from "@/server/delegations/decision";
import { notify } from "@/server/notifications/notify";
import { writeTaskLetter } from "@/server/papers/signed";
import type { Scoped } from "@/server/scope";
import { findTask } from "./queries";

/** Prepares a task that the governor will give to an agency. */
export const prepareTask = defineCommand({
  name: "prepareTask",
  action: "province.prepare",
  input: taskInput,
  subject: async ({ actor }) => ({
    type: "province",
    id: actor.provinceCode,
    provinceCode: actor.provinceCode,
  }),
  detail: ({ agency, project, dueOn }) => ({ agency, project, dueOn }),
  async run(scope) {
    const { tx, actor, input, today, id } = scope;
    if (input.dueOn <= today) throw invalid({ dueOn: "past" });
    if (!mayBeAsked(rulesOn(scope.ruleSets, today), input))
      throw invalid({ project: "projectAgency" });
    await tx.agencyTask.createMany({
      data: [
        {
          id,
          provinceCode: actor.provinceCode ?? "",
          ...input,
          dueOn: toDateColumn(input.dueOn),
          preparedById: actor.id,
          preparedOn: toDateColumn(today),
        },
      ],
    });
    await askGovernor(scope);
    return { taskId: id };
  },
});

/** The governor, or staff under the governor's order, sends it; from then on the agency sees it. */
export const decideTask = defineCommand({
  name: "decideTask",
  action: "province.decide",
  input: z.strictObject({
    taskId: z.uuid(),
    ...paperDecisionFields,
    letterNumber: optionalNumberOfPaper(60),
  }),
  subject: async ({ tx }, { taskId }) => {
    const task = await tx.agencyTask.findUnique({ where: { id: taskId } });
    return task && { type: "agency_task", id: task.id, provinceCode: task.provinceCode };
  },
  detail: ({ outcome }) => ({ outcome }),
  async run(scope) {
    const { tx, input } = scope;
    const task = await tx.agencyTask.findUniqueOrThrow({ where: { id: input.taskId } });
    const signed = isSigned(input.outcome);
    const { decided, inFile } = await paperDecisionOn(
      scope,
      task,
      input,
      `/province/agencies/${task.id}`,
    );
    const { count } = await tx.agencyTask.updateMany({
      where: { id: task.id, decision: "pending" },
      data: {
        ...decided,
        ...(signed ? await letterSigned(scope, task.id, inFile) : {}),
      },
    });
    if (count === 0) throw new Refusal("CONFLICT");
    if (signed) await tellAgency(scope, task);
    return { taskId: task.id };
  },
});

/** Notifies the agency's officers in the province. */
async function tellAgency(
  scope: Scoped & { today: string },
  { id, agency, provinceCode }: { id: string; agency: ProjectAgency; provinceCode: string },
) {
  const officers = await scope.tx.officer.findMany({
    where: { role: "agency_officer", agency, provinceCode, status: "active" },
    select: { id: true },
  });
  const to = officers.map(({ id }) => id);
  await notify(scope, { to, kind: "task_sent", href: `/agency/tasks/${id}` });
}

/** The agency's answer: accepted, done with its result, or refused with the reason. */
export const answerTask = defineCommand({
  name: "answerTask",
  action: "task.answer",
  input: taskAnswer,
  subject: async ({ tx, actor }, { taskId }) => {
    const task = await tx.agencyTask.findFirst({ where: { id: taskId, decision: "approved" } });
    return (
      task && {
        type: "agency_task",
        id: task.id,
        provinceCode: task.provinceCode,
        // The task is for the whole agency in the province: any of its offices may answer.
        districtCode: actor.districtCode,
        agency: task.agency,
      }
    );
  },
  detail: ({ outcome }) => ({ outcome }),
  async run(scope) {
    const { tx, actor, input, today, id } = scope;
    const task = await tx.agencyTask.findUniqueOrThrow({ where: { id: input.taskId } });
    const answers = await tx.agencyTaskAnswer.findMany({
      where: { taskId: task.id },
      select: { outcome: true },
      orderBy: { recordedAt: "desc" },
    });
    if (!answersFrom(taskStateOf(answers)).includes(input.outcome)) throw new Refusal("CONFLICT");
    await tx.agencyTaskAnswer.createMany({
      data: [
        {
          id,
          ...input,
          provinceCode: task.provinceCode,
          agency: task.agency,
          recordedById: actor.id,
          recordedOn: toDateColumn(today),
        },
      ],
    });
    const to = [task.preparedById, task.decidedById];
    await notify(scope, { to, kind: "task_answered", href: `/province/agencies/${task.id}` });
    return { taskId: task.id, outcome: input.outcome };
  },
});

/** What an approval adds to the decision: the number of the letter, and the letter as it was signed. */
async function letterSigned(
  scope: CommandScope<PaperClasses & { letterNumber: string | null }>,
  id: string,
  inFile: FileSignature | null,
) {
  const { letterNumber } = scope.input;
  const found = await findTask(scope, id);
  if (!found) throw new Refusal("NOT_FOUND");
  const signature = await signatureOf(scope, { ...scope.input, number: letterNumber }, inFile);
  return { letterNumber, signedPaper: await writeTaskLetter(scope, found, signature) };
}
