import { z } from "zod";
import { draftedForms, formGiven } from "@/domain/form-draft";
import { holderSubject } from "@/server/assessments/queries";
import { firstToday } from "@/server/audited";
import { defineCommand } from "@/server/command";
import { areaOf } from "@/server/own-district";
import { endFormDrafts } from "./end";

/**
 * Keeps what is typed in a short form so far; null: nothing that differs from the empty form. The officer's own devices
 * overwrite each other, the later one stands: the forms are short, and the page says that it has put back what was typed.
 */
export const saveFormDraft = defineCommand({
  name: "saveFormDraft",
  action: "visit.record",
  repeatable: true,
  input: z.strictObject({
    holderId: z.uuid(),
    form: z.enum(draftedForms),
    given: formGiven.nullable(),
  }),
  subject: (scope, { holderId }) => holderSubject(scope, holderId),
  audited: (scope, { holderId }) => firstToday(scope, "visit.record", holderId),
  detail: ({ form }) => ({ draft: form }),
  async run(scope) {
    const { tx, actor, input, subject } = scope;
    const { holderId, form, given } = input;
    const savedAt = new Date();
    if (given === null) await endFormDrafts(scope, form);
    else
      await tx.formDraft.upsert({
        where: { officerId_holderId_form: { officerId: actor.id, holderId, form } },
        create: { officerId: actor.id, holderId, form, ...areaOf(subject), given, savedAt },
        update: { given, savedAt },
      });
    return { savedAt: savedAt.toISOString() };
  },
});
