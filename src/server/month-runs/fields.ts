import { z } from "zod";
import { beyond } from "@/domain/fault";
import { requiredDay, requiredText } from "@/domain/fields";
import { runFieldOrder, runFields, runFieldsOn } from "@/domain/month-run";
import { invalid } from "@/domain/result";
import { tidyThai } from "@/domain/thai";
import { say } from "@/i18n/words";
import { toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";
import { listFieldOrders } from "@/server/ministry/queries";
import { provinceCodeOf } from "@/server/own-district";
import type { Scoped } from "@/server/scope";

/** The columns in force for the files of the actor's province. */
export async function runFieldsInForce(scope: Scoped, today: string) {
  return runFieldsOn(await listFieldOrders(scope, "month_run"), today);
}

/** The columns of a run's file, one name per line, from a day on; they are for the whole province. */
export const setRunFields = defineCommand({
  name: "setRunFields",
  action: "ministry.configure",
  input: z.strictObject({
    fields: z
      .string({ error: "missing" })
      .max(4000, beyond("tooLong", 4000))
      .transform(fieldsNamed)
      .pipe(runFieldOrder),
    fromOn: requiredDay,
    reason: requiredText(300),
  }),
  subject: async ({ actor }) => ({
    type: "ministry_field_order",
    id: null,
    provinceCode: actor.provinceCode,
  }),
  detail: ({ fields, fromOn }) => ({ fields, fromOn }),
  async run({ tx, actor, input, today, id }) {
    if (input.fromOn < today) throw invalid({ fromOn: "past" });
    await tx.ministryFieldOrder.createMany({
      data: [
        {
          id,
          of: "month_run",
          provinceCode: provinceCodeOf(actor),
          fields: input.fields,
          fromOn: toDateColumn(input.fromOn),
          reason: input.reason,
          recordedById: actor.id,
          recordedOn: toDateColumn(today),
        },
      ],
    });
    return { fields: input.fields.length };
  },
});

/** The codes for names of fields, one per line; a text that is no name is kept, so that the schema refuses it. */
function fieldsNamed(text: string): string[] {
  return text
    .split("\n")
    .map(tidyThai)
    .filter(Boolean)
    .map((name) => runFields.find((field) => say(`runs.field_${field}`) === name) ?? name);
}
