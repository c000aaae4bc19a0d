import { z } from "zod";
import { requiredText } from "@/domain/fields";
import { Refusal } from "@/domain/result";
import { everyOneOff } from "@/domain/rules/sets";
import { toDateColumn } from "@/server/clock";
import { type CommandScope, defineCommand } from "@/server/command";
import { orderJob } from "@/server/jobs/queue";
import { provinceCodeOf } from "@/server/own-district";
import type { Scoped } from "@/server/scope";
import { findUpload } from "@/server/uploads/uploads";

/**
 * Reads the file of a list of a letter: looked at first, then kept (`keep`). A job reads it. NOT_FOUND where no checked letter
 * gives the list, or the file is not the officer's or gone.
 */
export const readOneOffList = defineCommand({
  name: "readOneOffList",
  action: "one_off.record",
  input: z.strictObject({
    list: z.string().max(40),
    uploadId: z.uuid(),
    fileName: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .transform((name) => name.replace(/^.*[\\/]/, "")),
    keep: z.boolean(),
  }),
  subject: async ({ actor }) => ({
    type: "one_off_list",
    id: null,
    provinceCode: actor.provinceCode,
  }),
  detail: ({ list, keep }) => ({ list, keep }),
  async run(scope) {
    const { actor, input, ruleSets } = scope;
    const given = everyOneOff(ruleSets).some(({ list }) => list === input.list);
    if (!given || !(await findUpload(actor.id, input.uploadId))) throw new Refusal("NOT_FOUND");
    const jobId = crypto.randomUUID();
    const after = `${provinceCodeOf(actor)} ${input.list}`;
    await orderJob(scope, { id: jobId, kind: "one_off_list", input, after });
    return { jobId };
  },
});

const ofList = z.strictObject({ listId: z.uuid() });

async function listSubject({ tx }: Scoped, { listId }: { listId: string }) {
  const list = await tx.oneOffList.findUnique({
    where: { id: listId },
    select: { provinceCode: true },
  });
  return list && { type: "one_off_list", id: listId, ...list };
}

/** ตรวจทาน: the list is as the letter gives it, says another officer; from now on month runs book it, in place of the one before. */
export const checkOneOffList = defineCommand({
  name: "checkOneOffList",
  action: "one_off.check",
  input: ofList,
  subject: listSubject,
  async run(scope) {
    const { tx, actor, input } = scope;
    const list = await tx.oneOffList.findUniqueOrThrow({ where: { id: input.listId } });
    if (list.recordedById === actor.id) throw new Refusal("NEEDS_OTHER_OFFICER");
    await addStep(scope, "checked", null);
    return { people: list.people };
  },
});

/** Not as the letter gives it: returned with a reason, or taken back by whoever recorded it. */
export const returnOneOffList = defineCommand({
  name: "returnOneOffList",
  action: "one_off.check",
  input: ofList.extend({ note: requiredText(500) }),
  subject: listSubject,
  async run(scope) {
    await addStep(scope, "returned", scope.input.note);
    return { listId: scope.input.listId };
  },
});

/** The step of a list; the database refuses a second one, and the check of a list that a newer one has replaced (ALREADY_RECORDED). */
async function addStep(
  { tx, actor, today, input, subject }: CommandScope<{ listId: string }>,
  step: "checked" | "returned",
  note: string | null,
) {
  await tx.oneOffListStep.createMany({
    data: [
      {
        ...{ listId: input.listId, provinceCode: provinceCodeOf(subject), step, note },
        ...{ takenById: actor.id, takenOn: toDateColumn(today) },
      },
    ],
  });
}
