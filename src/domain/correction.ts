import { z } from "zod";
import { ageOn, type IsoDate, type IsoMonth, monthOf } from "@/domain/calendar";
import {
  optionalName,
  optionalNumberOfPaper,
  requiredDay,
  requiredName,
  requiredNumberOfPaper,
  requiredPhone,
  requiredText,
} from "@/domain/fields";
import { oldestAge } from "@/domain/import/birth-date";
import { incomeCountsFromDay } from "@/domain/income-in-force";
import { ageClassOf, isReached } from "@/domain/rules/outreach";
import type { RuleSet } from "@/domain/rules/rule-set";
import { bandOf } from "@/domain/rules/top-up";

/** The Ministry's facts that can be corrected, in the order of the form. */
export const correctionFields = [
  "name",
  "birth_date",
  "address",
  "income_2559",
  "phone",
  "occupation",
] as const;
export type CorrectionField = (typeof correctionFields)[number];

export const correctionStates = ["pending", "approved", "rejected", "closed"] as const;
export type CorrectionState = (typeof correctionStates)[number];

/** What a worklist shows: the requests that wait for the reader, or all of one state. */
export const correctionViews = ["mine", ...correctionStates] as const;
export type CorrectionView = (typeof correctionViews)[number];

/** Nobody is older than 120 on the day on which ages are counted (docs/programme.md 7.2), of a list as of a request. */
export function isPossibleBirth(birthDate: IsoDate, countedOn: IsoDate): boolean {
  return birthDate > countedOn || ageOn(birthDate, countedOn) <= oldestAge;
}

/** What moves money or the duty to visit, and who somebody is, is the province's to decide. */
export function decidesAt(field: CorrectionField): "district" | "province" {
  return field === "income_2559" || field === "birth_date" ? "province" : "district";
}

/** The fields that one level decides. */
export const fieldsDecidedAt = (level: "district" | "province") =>
  correctionFields.filter((field) => decidesAt(field) === level);

const satang = 100;

const asked = {
  holderId: z.uuid(),
  evidence: requiredText(300),
  evidenceNumber: requiredNumberOfPaper(80),
};
/** A request: one field with its new value, the evidence in words and the document's number. */
export const correctionInput = z.discriminatedUnion("field", [
  z.strictObject({
    ...asked,
    field: z.literal("name"),
    title: requiredName(40),
    firstName: requiredName(80),
    lastName: optionalName(80),
  }),
  z.strictObject({
    ...asked,
    field: z.literal("birth_date"),
    birthDate: requiredDay,
  }),
  z.strictObject({
    ...asked,
    field: z.literal("address"),
    subdistrictCode: z.string({ error: "choose" }).regex(/^\d{6}$/, "choose"),
    moo: z.int({ error: "number" }).min(1, "number").max(999, "number").nullable(),
    houseNo: optionalNumberOfPaper(20),
  }),
  z.strictObject({
    ...asked,
    field: z.literal("income_2559"),
    incomeBaht: z.int({ error: "number" }).min(0, "number"),
  }),
  z.strictObject({
    ...asked,
    field: z.literal("phone"),
    phone: requiredPhone,
  }),
  z.strictObject({ ...asked, field: z.literal("occupation"), occupation: requiredName(80) }),
]);
export type CorrectionInput = z.output<typeof correctionInput>;

/** The value of a field, old or new, in the shape in which it is kept. */
export type CorrectionValue = {
  title?: string;
  firstName?: string;
  lastName?: string | null;
  birthDate?: IsoDate | null;
  subdistrictCode?: string;
  moo?: number | null;
  houseNo?: string | null;
  satang?: number;
  phone?: string | null;
  occupation?: string | null;
};

/** The new value that a request asks for. */
export function valueAsked(input: CorrectionInput): CorrectionValue {
  const { holderId: _, evidence: __, evidenceNumber: ___, field, ...value } = input;
  return field === "income_2559" && "incomeBaht" in value
    ? { satang: value.incomeBaht * satang }
    : field === "name" && "lastName" in value
      ? { ...value, lastName: value.lastName ?? "" }
      : (value as CorrectionValue);
}

/**
 * From when an approved correction decides: what moves money or the place of the visit from the month after, as a
 * changed income of an import does (docs/programme.md 4.4); what decides nothing, at once.
 */
export function correctionCountsFrom(field: CorrectionField, decidedOn: IsoDate): IsoDate {
  return field === "income_2559" || field === "address"
    ? incomeCountsFromDay(decidedOn)
    : decidedOn;
}

/** What a correction changes, said once when it is decided. */
export type CorrectionEffect =
  | { what: "shown_only" }
  /** In rows of before the age class followed a corrected birth date. */
  | { what: "age_frozen" }
  | { what: "age_shown" }
  | { what: "nothing_but_amount" }
  | { what: "visit_place"; month: IsoMonth }
  | { what: "top_up"; from: number; to: number; month: IsoMonth }
  | { what: "cohort"; to: "must_reach" | "voluntary"; month: IsoMonth };

/** The facts that the effects of a correction depend on. */
export type EffectFacts = { incomeSatang: number; ageClass: string; countsFrom: IsoDate };

/** What follows from a correction of this field; never empty. */
export function effectsOf(
  rules: RuleSet,
  field: CorrectionField,
  value: CorrectionValue,
  { incomeSatang, ageClass, countsFrom }: EffectFacts,
): CorrectionEffect[] {
  const month = monthOf(countsFrom);
  if (field === "birth_date") {
    const now = isReached(rules, incomeSatang, ageClassOf(rules, value.birthDate ?? null));
    return now === isReached(rules, incomeSatang, ageClass)
      ? [{ what: "age_shown" }]
      : [{ what: "cohort", to: now ? "must_reach" : "voluntary", month }];
  }
  if (field === "address") return [{ what: "visit_place", month }];
  if (field !== "income_2559" || value.satang === undefined) return [{ what: "shown_only" }];
  const effects: CorrectionEffect[] = [];
  const [before, after] = [bandOf(rules, incomeSatang), bandOf(rules, value.satang)];
  if (before.id !== after.id)
    effects.push({
      what: "top_up",
      from: before.monthlyTopUp.value,
      to: after.monthlyTopUp.value,
      month,
    });
  const reached = isReached(rules, value.satang, ageClass);
  if (reached !== isReached(rules, incomeSatang, ageClass))
    effects.push({ what: "cohort", to: reached ? "must_reach" : "voluntary", month });
  return effects.length > 0 ? effects : [{ what: "nothing_but_amount" }];
}
