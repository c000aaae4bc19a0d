import { z } from "zod";
import { type AoAgency, aoAgencyCodes } from "@/domain/agencies";
import { type IsoDate, isIsoDate } from "@/domain/calendar";
import { isoDate } from "@/domain/fields";
import { type RuleSet, type TargetGroup, targetGroups } from "@/domain/rules/rule-set";
import { type RuleSets, rulesOn } from "@/domain/rules/sets";

/** What a decision is made from. Both dates are dates of a *yes*. */
export type Facts = {
  /** Income of 2559 from the Ministry's list, in satang. */
  incomeSatang: number;
  birthDate: IsoDate | null;
  intentOn: IsoDate | null;
  assessedOn: IsoDate | null;
  targetGroup: TargetGroup | null;
  aoAgency: AoAgency | null;
  /** The lists of letters that name the holder: what is due once to a list. */
  lists?: readonly string[];
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

/**
 * Years that a date of this programme can have: a B.E. year sent as C.E. (2561) must not decide, nor one converted twice. A
 * birth has its own first year; that it is not after the day on which ages are counted is judged beside it.
 */
const years = { born: 1890, from: 1900, until: 2200 } as const;

const yearOf = (date: IsoDate) => Number(date.slice(0, 4));
const day = isoDate.refine(
  (date) => yearOf(date) >= years.from && yearOf(date) <= years.until,
  "date.year",
);
const birthday = isoDate.refine((date) => yearOf(date) >= years.born, "birthDate.year");

/** The input of `decide` as people write it: baht, dates, codes. Unknown keys are ignored. */
function decisionInput({ mustReach }: RuleSet) {
  const notTooLate = (date: IsoDate) => date <= mustReach.ageOn.value;
  return z
    .object({
      income2559: income,
      birthDate: orNull(birthday.refine(notTooLate, "birthDate.tooLate")),
      intentOn: orNull(day),
      assessedOn: orNull(day),
      targetGroup: orNull(z.enum(targetGroups)),
      aoAgency: orNull(z.enum(aoAgencyCodes)),
      lists: z.array(z.string()).optional(),
    })
    .transform(({ income2559, ...others }): Facts => ({ incomeSatang: income2559, ...others }));
}

function orNull<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? null);
}

export type FactsRead = { ok: true; rules: RuleSet; facts: Facts } | { ok: false; field: string };

/**
 * Reads facts from parsed objects, with the set that judges them: that of the later of their two dates, which is the form
 * that was given last; without a date the newest. What is faulty is named by its first field, in the order of
 * `decisionInput`.
 */
export function factsReader(sets: RuleSets): (value: unknown) => FactsRead {
  const inputs = new Map(sets.map((rules) => [rules, decisionInput(rules)]));
  return (value) => {
    const rules = rulesOn(sets, dayJudged(value));
    const read = (inputs.get(rules) as ReturnType<typeof decisionInput>).safeParse(value);
    if (read.success) return { ok: true, rules, facts: read.data };
    return { ok: false, field: String(read.error.issues[0]?.path[0] ?? "") };
  };
}

const endOfTime: IsoDate = "9999-12-31";

function dayJudged(value: unknown): IsoDate {
  const { intentOn, assessedOn } = Object(value) as Record<string, unknown>;
  const days = [intentOn, assessedOn].filter((day) => typeof day === "string" && isIsoDate(day));
  return (days as IsoDate[]).sort().at(-1) ?? endOfTime;
}
