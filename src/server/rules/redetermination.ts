import { z } from "zod";
import type { Subject } from "@/domain/policy";
import { Refusal } from "@/domain/result";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";
import { provinceCodeOf } from "@/server/own-district";
import type { Scoped } from "@/server/scope";
import { rulesProvince } from "./drafts";

const input = z.strictObject({ ruleVersionId: z.uuid() });

/** A version that is checked: only by such a one is anybody decided again. */
async function checkedVersion(
  scope: Scoped,
  { ruleVersionId }: { ruleVersionId: string },
): Promise<Subject | null> {
  const step = await scope.tx.ruleVersionStep.findUnique({ where: { ruleVersionId } });
  if (step?.step !== "checked") return null;
  return { type: "rule_version", id: ruleVersionId, provinceCode: await rulesProvince(scope) };
}

/** Asks that everybody whose yes the version counts be decided again by it. */
export const askRedetermination = defineCommand({
  name: "askRedetermination",
  action: "rules.record",
  input,
  subject: checkedVersion,
  async run({ tx, actor, input, subject, today }) {
    const { ruleVersionId } = input;
    await tx.redetermination.createMany({
      data: [
        {
          ...{ ruleVersionId, provinceCode: provinceCodeOf(subject) },
          ...{ askedById: actor.id, askedOn: toDateColumn(today) },
        },
      ],
    });
    return { ruleVersionId };
  },
});

/** Begins it, by another officer than who asked; the worker goes through the holders. */
export const beginRedetermination = defineCommand({
  name: "beginRedetermination",
  action: "rules.check",
  input,
  subject: checkedVersion,
  async run({ tx, actor, input, today }) {
    const { ruleVersionId } = input;
    const asked = await tx.redetermination.findUnique({ where: { ruleVersionId } });
    if (!asked) throw new Refusal("CONFLICT");
    if (asked.askedById === actor.id) throw new Refusal("NEEDS_OTHER_OFFICER");
    const { count } = await tx.redetermination.updateMany({
      where: { ruleVersionId, begunById: null },
      data: { begunById: actor.id, begunOn: toDateColumn(today) },
    });
    if (count === 0) throw new Refusal("CONFLICT");
    return { ruleVersionId };
  },
});

const officer = { select: { name: true, position: true } } as const;

/** How far a version has been applied to those who were decided before; null: nobody asked for it, or out of reach. */
export async function findRedetermination({ tx }: Scoped, ruleVersionId: string) {
  const found = await tx.redetermination.findUnique({
    where: { ruleVersionId },
    select: {
      askedById: true,
      askedOn: true,
      begunOn: true,
      people: true,
      doneAt: true,
      askedBy: officer,
      begunBy: officer,
    },
  });
  return (
    found && {
      ...found,
      askedOn: fromDateColumn(found.askedOn),
      begunOn: found.begunOn && fromDateColumn(found.begunOn),
    }
  );
}
export type RedeterminationView = NonNullable<Awaited<ReturnType<typeof findRedetermination>>>;
