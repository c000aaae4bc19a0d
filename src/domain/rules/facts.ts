import { z } from "zod";
import { type AoAgency, aoAgencyCodes } from "@/domain/agencies";
import { type IsoDate, isoDate } from "@/domain/calendar";
import { type TargetGroup, targetGroups } from "@/domain/rules/rule-set";
import { rules2018 } from "@/domain/rules/rules-2018";

/** What a decision is made from. Both dates are dates of a *yes*. */
export type Facts = {
  /** Income of 2559 from the Ministry's list, in satang. */
  incomeSatang: number;
  birthDate: IsoDate | null;
  intentOn: IsoDate | null;
  assessedOn: IsoDate | null;
  targetGroup: TargetGroup | null;
  aoAgency: AoAgency | null;
};

/** Baht with at most two decimals, as satang; null where it is no such amount. */
export function satangOf(baht: number): number | null {
  if (!Number.isFinite(baht) || baht < 0) return null;
  const satang = Math.round(baht * 100);
  return satang / 100 === baht ? Math.abs(satang) : null;
}

const income = z.number().transform((baht, context) => {
  const satang = satangOf(baht);
  if (satang !== null) return satang;
  context.addIssue({ code: "custom", message: "income.notAnAmount" });
  return z.NEVER;
});

const lastBirthDate = rules2018.mustReach.ageOn.value;

/** The input of `decide` as people write it: baht, dates, codes. Unknown keys are ignored. */
export const decisionInput = z
  .object({
    income2559: income,
    birthDate: orNull(isoDate.refine((date) => date <= lastBirthDate, "birthDate.tooLate")),
    intentOn: orNull(isoDate),
    assessedOn: orNull(isoDate),
    targetGroup: orNull(z.enum(targetGroups)),
    aoAgency: orNull(z.enum(aoAgencyCodes)),
  })
  .transform(({ income2559, ...others }): Facts => ({ incomeSatang: income2559, ...others }));

function orNull<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? null);
}

export type FactsRead = { ok: true; facts: Facts } | { ok: false; field: string };

/** Facts from a parsed object, or the first faulty field in the order of `decisionInput`. */
export function readFacts(value: unknown): FactsRead {
  const read = decisionInput.safeParse(value);
  if (read.success) return { ok: true, facts: read.data };
  return { ok: false, field: String(read.error.issues[0]?.path[0] ?? "") };
}
