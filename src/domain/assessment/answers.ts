import { z } from "zod";
import { banks } from "@/domain/agencies";
import {
  causes,
  debtBurdens,
  debtKinds,
  declineReasons,
  dependants,
  freeDays,
  identities,
  landAnswers,
  maxSkills,
  questionIds,
  respondents,
  signatures,
  travelDistances,
  wantedStatuses,
  workStatuses,
  yesNo,
  yesNoUnknown,
} from "@/domain/assessment";
import { isoDate } from "@/domain/fields";
import { tidyPhone } from "@/domain/phone";
import { isListCode, isProjectCode } from "@/domain/rules/rule-set";
import { tidyThai, toArabicDigits } from "@/domain/thai";

const longestDraft = 10_000;

const text = z.string({ error: "errorText" }).max(longestDraft, "errorTooLong").transform(tidyThai);
const phone = z
  .string({ error: "errorText" })
  .max(longestDraft, "errorTooLong")
  .transform(tidyPhone);

/** A code of the lists of occupations and skills; which there are says the set in force on the day of the interview. */
const code = z.string().refine(isListCode, "errorChoice");

/** A project of the plan; `reason` is why one outside the menu is chosen. */
export const plannedProject = z.object({
  project: z.string().refine(isProjectCode, "errorProject"),
  reason: text.optional(),
});

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
    /** The version of the rules whose lists the codes are of: a draft outlives its lists. Not kept with what is submitted. */
    codesOf: z.string().max(10),
    occupation: code,
    occupationStatus: z.enum(workStatuses),
    skills: z.array(code).max(maxSkills, "errorTooMany"),
    land: z.enum(landAnswers),
    dependants: z.array(z.enum(dependants)),
    workLimit: z.enum(yesNo),
    /** Baht a month as the holder says today; never the income of 2559 that decides the top-up. */
    monthlyIncome: z.int("errorBaht").min(0, "errorBaht").max(1_000_000, "errorBaht"),
    wantedOccupation: z.union([z.literal("same"), code]),
    wantedStatus: z.enum(wantedStatuses),

    causes: z.array(z.enum(causes)),
    causeNote: text,
    mainCause: z.enum(causes),
    debtKind: z.enum(debtKinds),
    debtBurden: z.enum(debtBurdens),

    training: z.array(z.union([z.literal("none"), code])).max(maxSkills, "errorTooMany"),
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
