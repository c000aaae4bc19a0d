import type { AoAgency } from "@/domain/agencies";
import type { Cause } from "@/domain/assessment";
import type { StoredForms } from "@/domain/assessment/facts";
import type { Recommendation } from "@/domain/assessment/recommend";
import type { Departure } from "@/domain/death";
import { endsOf } from "@/domain/entitlement-end";
import type { Incomes } from "@/domain/income-in-force";
import type { Standing } from "@/domain/registration";
import type { Decision } from "@/domain/rules/decide";
import type { Facts } from "@/domain/rules/facts";

/** How a project was recommended on the day: its status, and the causes or the wish to be trained that made it fit. */
export type StoredRecommendation = {
  project: string;
  status: Recommendation["status"];
  causes: Cause[];
  /** The wish to be trained spoke for it; on forms from before it did, the wish was not looked at. */
  trains?: true;
};

/** The decision of the day as stored in `assessment.decision`, with the facts it was made from. */
export type StoredDecision = Decision & { facts: Facts; recommended: StoredRecommendation[] };

/** The decision, with the recommendations apart from it. */
export function storedDecision({ recommended, ...decision }: StoredDecision): {
  decision: Decision;
  recommended: StoredRecommendation[];
} {
  return { decision, recommended };
}

type HolderWithForms = Pick<StoredForms, "intents" | "assessments"> & {
  incomes: Incomes;
  birthDate: string | null;
  standing: Standing;
  departures: readonly Departure[];
};

/** A holder's forms as the rules read them: the income in force on a form's day decides. */
export function storedForms(holder: HolderWithForms, aoAgency: AoAgency | null): StoredForms {
  return {
    holder: {
      incomes: holder.incomes,
      birthDate: holder.birthDate,
      standing: holder.standing,
      ends: endsOf(holder.departures),
    },
    intents: holder.intents,
    assessments: holder.assessments,
    aoAgency,
  };
}
