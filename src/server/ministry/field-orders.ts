import { z } from "zod";
import { beyond } from "@/domain/fault";
import { requiredDay, requiredText } from "@/domain/fields";
import type { MinistryFileKind } from "@/domain/ministry";
import type { Subject } from "@/domain/policy";
import { invalid } from "@/domain/result";
import { tidyThai } from "@/domain/thai";
import { toDateColumn } from "@/server/clock";
import type { CommandScope } from "@/server/command";
import { provinceCodeOf } from "@/server/own-district";
import type { Scoped } from "@/server/scope";

/**
 * An order of a file's columns as it is typed: one name a line, a day from which it holds, a reason. A text that is no name of a
 * column is kept, so that `order` refuses it.
 */
export const fieldOrderInput = <Field extends string>(
  fields: readonly Field[],
  nameOf: (field: Field) => string,
  order: z.ZodType<Field[], string[]>,
) =>
  z.strictObject({
    fields: z
      .string({ error: "missing" })
      .max(4000, beyond("tooLong", 4000))
      .transform((text) =>
        text
          .split("\n")
          .map(tidyThai)
          .filter(Boolean)
          .map((name): string => fields.find((field) => nameOf(field) === name) ?? name),
      )
      .pipe(order),
    fromOn: requiredDay,
    reason: requiredText(300),
  });

/** An order is for the whole province. */
export const orderOfProvince = async ({ actor }: Scoped): Promise<Subject> => ({
  type: "ministry_field_order",
  id: null,
  provinceCode: actor.provinceCode,
});

/** Keeps an order of the columns of one file, from a day that is not past. */
export async function keepFieldOrder(
  scope: CommandScope<{ fields: string[]; fromOn: string; reason: string }>,
  of: MinistryFileKind,
) {
  const { tx, actor, input, today, id } = scope;
  if (input.fromOn < today) throw invalid({ fromOn: "past" });
  await tx.ministryFieldOrder.createMany({
    data: [
      {
        id,
        of,
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
}
