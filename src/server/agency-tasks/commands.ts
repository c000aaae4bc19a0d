import { z } from "zod";
import { answersFrom, taskAnswer, taskInput, taskStateOf } from "@/domain/agency-task";
import { decisionFields } from "@/domain/decision";
import { optionalText } from "@/domain/fields";
import { Refusal } from "@/domain/result";
import { toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";
import { decisionOn } from "@/server/delegations/decision";

/** Prepares what the governor is to ask of an agency. */
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
  async run({ tx, actor, input, today, id }) {
    if (input.dueOn <= today) throw new Refusal("INVALID", undefined, { dueOn: ["past"] });
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
    return { taskId: id };
  },
});

/** The governor sends it, or staff under his order; from then on the agency sees it. */
export const decideTask = defineCommand({
  name: "decideTask",
  action: "province.decide",
  input: z.strictObject({ taskId: z.uuid(), ...decisionFields, letterNumber: optionalText(60) }),
  subject: async ({ tx }, { taskId }) => {
    const task = await tx.agencyTask.findUnique({ where: { id: taskId } });
    return task && { type: "agency_task", id: task.id, provinceCode: task.provinceCode };
  },
  detail: ({ outcome }) => ({ outcome }),
  async run(scope) {
    const { tx, input } = scope;
    const task = await tx.agencyTask.findUniqueOrThrow({ where: { id: input.taskId } });
    const data = await decisionOn(scope, task, input);
    const { count } = await tx.agencyTask.updateMany({
      where: { id: task.id, decision: "pending" },
      data: {
        ...data,
        ...(input.outcome === "approved" ? { letterNumber: input.letterNumber } : {}),
      },
    });
    if (count === 0) throw new Refusal("CONFLICT");
    return { taskId: task.id };
  },
});

/** What the agency says: accepted, done with what came of it, or why it cannot. */
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
        // The whole agency's in the province: any of its offices may answer.
        districtCode: actor.districtCode,
        agency: task.agency,
      }
    );
  },
  detail: ({ outcome }) => ({ outcome }),
  async run({ tx, actor, input, today, id }) {
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
    return { taskId: task.id, outcome: input.outcome };
  },
});
