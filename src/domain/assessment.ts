import type { z } from "zod";
import type { AoAgency } from "./agencies";
import type { answersSchema, plannedProject } from "./assessment/answers";
import type { RuleSets } from "./rules/sets";

/** The assessment form (annex 3) as we build it; the real annex may replace it under another version. */
export const formVersion = "annex-3-2018-01";

/** The four steps of the clinic, by their duty (docs/forms.md 3.1). */
export const steps = ["occupation", "cause", "direction", "measures"] as const;
export type Step = (typeof steps)[number];

export const questionIds = [
  "identity",
  "respondent",
  "willing",
  "occupation",
  "occupationStatus",
  "skills",
  "land",
  "dependants",
  "workLimit",
  "monthlyIncome",
  "wantedOccupation",
  "wantedStatus",
  "causes",
  "mainCause",
  "debtKind",
  "debtBurden",
  "training",
  "availableDays",
  "travel",
  "interest",
  "baacCustomer",
  "farmerRegistry",
  "socialSecurity",
  "contactPerson",
  "plan",
  "wish",
  "consentReferral",
  "signature",
  "coInterviewer",
  "nextContact",
] as const;
export type QuestionId = (typeof questionIds)[number];

export const yesNo = ["yes", "no"] as const;
export const yesNoUnknown = ["yes", "no", "unknown"] as const;
export const identities = ["id_card", "birth_year_and_moo", "village_head"] as const;
export const respondents = ["holder", "relative", "caregiver"] as const;
export const landAnswers = ["enough", "not_enough", "none"] as const;
export const dependants = ["child", "elder", "disabled_or_ill", "none"] as const;
export const workStatuses = [
  "own_account",
  "employee",
  "employer",
  "unpaid_family",
  "not_working",
] as const;
export const wantedStatuses = ["own_account", "employee"] as const;
export const causes = [
  "market",
  "debt",
  "capital",
  "skill",
  "money_knowledge",
  "no_steady_work",
  "no_trade_channel",
  "no_land_or_home",
  "ill_or_disabled",
  "caring",
  "disaster",
  "other",
] as const;
export type Cause = (typeof causes)[number];
export const debtKinds = ["formal", "informal", "both"] as const;
export const debtBurdens = ["light", "moderate", "heavy"] as const;
export const freeDays = [
  "weekdays",
  "saturday",
  "sunday",
  "evening",
  "after_harvest",
  "none",
] as const;
export const travelDistances = [
  "village",
  "subdistrict",
  "district",
  "province",
  "anywhere",
] as const;
export const declineReasons = [
  "has_work",
  "too_old_or_ill",
  "caring",
  "no_time",
  "no_fitting_project",
  "too_far",
  "other",
] as const;
/** Why somebody does not want to be interviewed. */
export const refusalReasons = [
  "not_interested",
  "no_time",
  "distrust",
  "family",
  "no_reason",
  "other",
] as const;
export const signatures = ["signature", "thumbprint", "not_signed"] as const;

/** At most this many skills and trainings, so that the answer says what matters most. */
export const maxSkills = 3;

/** The most letters of an answer in words. A draft keeps what was typed or pasted, however long, until it is shortened. */
export const longestAnswer = 300;

export type PlannedProject = z.infer<typeof plannedProject>;
export type Answers = z.infer<typeof answersSchema>;

/** What the questions depend on besides the answers. */
export type InterviewContext = {
  /** The programme date: no interview is later. */
  today: string;
  /** The rules by date: the day of the interview says which code lists, projects and banks it has. */
  ruleSets: RuleSets;
  /** The agency of the account officer; null counts as one of no bank. */
  agency: AoAgency | null;
};

/** The one main cause: the one named, or the only one that was ticked. */
export function mainCauseOf({ causes: ticked = [], mainCause }: Answers): Cause | null {
  if (ticked.length === 1) return ticked[0] ?? null;
  return mainCause && ticked.includes(mainCause) ? mainCause : null;
}

export function hasDeclined(answers: Answers, question: QuestionId): boolean {
  return answers.declined?.includes(question) ?? false;
}
