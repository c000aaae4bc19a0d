import { z } from "zod";
import { banks } from "@/domain/agencies";
import { isoDate } from "@/domain/calendar";
import { occupationCodes, workStatuses } from "@/domain/occupations";
import { tidyPhone } from "@/domain/phone";
import { isProjectCode } from "@/domain/rules/rule-set";
import { skillCodes } from "@/domain/skills";
import { tidyThai, toArabicDigits } from "@/domain/thai";

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
const longestDraft = 10_000;

const text = z.string({ error: "errorText" }).max(longestDraft, "errorTooLong").transform(tidyThai);
const phone = z
  .string({ error: "errorText" })
  .max(longestDraft, "errorTooLong")
  .transform(tidyPhone);

/** A project of the plan; `reason` is why one outside the menu is chosen. */
export const plannedProject = z.object({
  project: z.string().refine(isProjectCode, "errorProject"),
  reason: text.optional(),
});
export type PlannedProject = z.infer<typeof plannedProject>;

/**
 * What the form holds while it is being filled: every answer may be missing, none may be of another shape.
 * A question in `declined` was answered "ไม่ประสงค์ตอบ". There is no field for what is never asked.
 */
export const answersSchema = z
  .object({
    declined: z.array(z.enum(questionIds)).max(questionIds.length),

    identity: z.enum(identities),
    respondent: z.enum(respondents),
    willing: z.enum(yesNo),
    occupation: z.enum(occupationCodes),
    occupationStatus: z.enum(workStatuses),
    skills: z.array(z.enum(skillCodes)).max(maxSkills, "errorTooMany"),
    land: z.enum(landAnswers),
    dependants: z.array(z.enum(dependants)),
    workLimit: z.enum(yesNo),
    /** Baht a month as the holder says today; never the income of 2559 that decides the top-up. */
    monthlyIncome: z.int("errorBaht").min(0, "errorBaht").max(1_000_000, "errorBaht"),
    wantedOccupation: z.enum(["same", ...occupationCodes]),
    wantedStatus: z.enum(wantedStatuses),

    causes: z.array(z.enum(causes)),
    causeNote: text,
    mainCause: z.enum(causes),
    debtKind: z.enum(debtKinds),
    debtBurden: z.enum(debtBurdens),

    training: z.array(z.enum([...skillCodes, "none"])).max(maxSkills, "errorTooMany"),
    availableDays: z.array(z.enum(freeDays)),
    travel: z.enum(travelDistances),
    projects: z.array(plannedProject).max(60),
    baacCustomer: z.enum(yesNoUnknown),
    farmerRegistry: z.enum(yesNoUnknown),
    socialSecurity: z.enum(yesNoUnknown),
    contactName: text,
    contactPhone: phone,

    wish: z.enum(yesNo),
    /** The holder gave the answer in person, where someone else gave the facts. */
    wishByHolder: z.boolean(),
    wishReason: z.enum(declineReasons),
    wishNote: text,
    consentReferral: z.enum(yesNo),
    signedBy: z.enum(signatures),
    witness1: text,
    witness2: text,
    readAloud: z.boolean(),
    /** The date on the form: decides the first month of the top-up. */
    interviewedOn: isoDate,
    paperNumber: text.transform(toArabicDigits),
    lateReason: text,
    coInterviewerId: z.uuid(),
    coInterviewerName: text,
    coInterviewerBank: z.enum(banks),
    nextContactOn: isoDate,
    phone,
  })
  .partial();
export type Answers = z.infer<typeof answersSchema>;

/** What the questions depend on besides the answers. */
export type InterviewContext = {
  /** The programme date: no interview is later. */
  today: string;
  /** The first day of the measure: no interview is earlier. */
  from: string;
  /** Whether an officer of one of the banks is to join the interview (docs/programme.md 2.4). */
  coInterviewerRequired: boolean;
  /** What each project asks once it is chosen. */
  projectQuestions: ProjectQuestions;
};

/** By project's code. */
export type ProjectQuestions = Readonly<Record<string, readonly QuestionId[]>>;

/** The one main cause: the one named, or the only one that was ticked. */
export function mainCauseOf({ causes: ticked = [], mainCause }: Answers): Cause | null {
  if (ticked.length === 1) return ticked[0] ?? null;
  return mainCause && ticked.includes(mainCause) ? mainCause : null;
}

export function hasDeclined(answers: Answers, question: QuestionId): boolean {
  return answers.declined?.includes(question) ?? false;
}
