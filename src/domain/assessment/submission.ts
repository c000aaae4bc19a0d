import { type Answers, type InterviewContext, longestAnswer } from "@/domain/assessment";
import { monthOf } from "@/domain/calendar";
import type { InterviewFault } from "@/domain/fault";
import { hasLetters } from "@/domain/fields";
import { measureFrom } from "@/domain/rules/sets";
import { keysOf } from "@/domain/tables";
import { answersSchema } from "./answers";
import { inListsOfDay } from "./codes";
import {
  isAnswered,
  optionsOf,
  questions,
  questionsFor,
  relevantAnswers,
  rulesOfForm,
} from "./questions";

/** Answers that may be submitted: the yes and its date are there. */
export type SubmittedAnswers = Answers &
  Required<Pick<Answers, "wish" | "interviewedOn" | "signedBy">>;

type Fault = { field: keyof Answers; message: InterviewFault };

/**
 * The schema of a complete interview, used by the browser's resolver and by the server's command. Every question
 * that is asked must have its answer; issues carry a field of the answers and a key of i18n `assessment`. Parsed
 * answers hold only what was asked.
 * @param onMenu whether the project is in the menu of the target group
 */
export function submissionSchema(
  context: InterviewContext,
  onMenu: (project: string, answers: Answers) => boolean,
) {
  return answersSchema
    .transform((answers) => relevantAnswers(inListsOfDay(answers, context), context))
    .superRefine((answers, refinement) => {
      const faults = [
        ...missing(answers, context),
        ...unreal(answers, context),
        ...tooLong(answers),
        ...noNames(answers),
        ...faultsOfWish(answers),
        ...faultsOfDates(answers, context),
        ...faultsOfPaper(answers, context),
        ...faultsOfPlan(answers, onMenu),
      ];
      for (const { field, message } of faults)
        refinement.addIssue({ code: "custom", path: [field], message });
    })
    .transform((answers) => answers as SubmittedAnswers);
}

/**
 * The first fault of each field in one round: a value of the wrong shape does not hide what else is missing.
 * @returns field of the answers → key of i18n `assessment`
 */
export function faultsByField(
  schema: ReturnType<typeof submissionSchema>,
  answers: Answers,
): Map<string, string> {
  const found = new Map<string, string>();
  const parsed = schema.safeParse(answers);
  if (parsed.success) return found;
  const { issues } = parsed.error;
  const misshapen = issues.filter(({ code }) => code !== "custom").map(({ path }) => path[0]);
  for (const { path, message } of issues) {
    const field = String(path[0]);
    if (!found.has(field)) found.set(field, message);
  }
  if (misshapen.length === 0) return found;
  const rest = Object.entries(answers).filter(([field]) => !misshapen.includes(field));
  for (const [field, message] of faultsByField(schema, Object.fromEntries(rest)))
    if (!found.has(field)) found.set(field, message);
  return found;
}

function missing(answers: Answers, context: InterviewContext): Fault[] {
  if (answers.willing === "no") return [{ field: "willing", message: "errorNotWilling" }];
  return questionsFor(answers, context)
    .filter((question) => !isAnswered(question, answers))
    .map(({ fields: [field] }) => ({ field, message: "errorAnswerNeeded" }));
}

/** Choices that cannot be made on the page, but could be sent: options of their own, twice the same. */
function unreal(answers: Answers, context: InterviewContext): Fault[] {
  const rules = rulesOfForm(context, answers);
  return questions.flatMap((question) => {
    const [field] = question.fields;
    const value = answers[field];
    if ((!question.options && !question.list) || value === undefined) return [];
    const chosen = Array.isArray(value) ? (value as string[]) : [String(value)];
    const offered = optionsOf(question, answers, rules);
    const alone =
      question.alone !== undefined && chosen.includes(question.alone) && chosen.length > 1;
    const fits =
      chosen.every((each) => offered.includes(each)) && new Set(chosen).size === chosen.length;
    return fits && !alone ? [] : [{ field, message: "errorChoice" }];
  });
}

/** A draft keeps a longer text; the form does not. */
function tooLong(answers: Answers): Fault[] {
  const isLong = (value: unknown) => typeof value === "string" && value.length > longestAnswer;
  return keysOf(answers)
    .filter((field) =>
      field === "projects"
        ? answers.projects?.some(({ reason }) => isLong(reason))
        : isLong(answers[field]),
    )
    .map((field) => ({ field, message: "errorTooLong" }));
}

function faultsOfWish(answers: Answers): Fault[] {
  const faults: Fault[] = [];
  // A relative may give facts, not the yes; nor the no that ends the duty to visit.
  if (answers.respondent !== "holder" && answers.wish && !answers.wishByHolder)
    faults.push({ field: "wishByHolder", message: "errorWishByHolder" });
  if (answers.wish === "no" && !answers.wishReason)
    faults.push({ field: "wishReason", message: "errorReasonNeeded" });
  if (answers.wish === "no" && answers.wishReason === "other" && !answers.wishNote)
    faults.push({ field: "wishNote", message: "errorReasonNeeded" });
  if (answers.causes?.includes("other") && !answers.causeNote)
    faults.push({ field: "causeNote", message: "errorCauseNote" });
  return faults;
}

function faultsOfDates(
  { interviewedOn, nextContactOn }: Answers,
  { ruleSets, today }: InterviewContext,
): Fault[] {
  if (!interviewedOn) return [];
  if (interviewedOn < measureFrom(ruleSets))
    return [{ field: "interviewedOn", message: "errorBeforeMeasure" }];
  if (interviewedOn > today) return [{ field: "interviewedOn", message: "errorInFuture" }];
  if (nextContactOn && nextContactOn < interviewedOn)
    return [{ field: "nextContactOn", message: "errorNextBefore" }];
  return [];
}

const namesAsked = ["contactName", "coInterviewerName", "witness1", "witness2"] as const;

/** Digits alone name nobody. */
function noNames(answers: Answers): Fault[] {
  return namesAsked.flatMap((field) => {
    const name = answers[field];
    return name && !hasLetters(name) ? [{ field, message: "errorName" as const }] : [];
  });
}

/** Who signs with a thumb may not read: two witnesses, and the form read out, are their protection. */
function faultsOfThumbprint({ signedBy, witness1, witness2, readAloud }: Answers): Fault[] {
  if (signedBy !== "thumbprint") return [];
  const faults: Fault[] = [];
  if (!witness1) faults.push({ field: "witness1", message: "errorWitness" });
  if (!witness2) faults.push({ field: "witness2", message: "errorWitness" });
  if (!readAloud) faults.push({ field: "readAloud", message: "errorReadAloud" });
  return faults;
}

function faultsOfPaper(answers: Answers, { today }: InterviewContext): Fault[] {
  const faults = faultsOfThumbprint(answers);
  const { signedBy, interviewedOn } = answers;
  if (signedBy === "not_signed" && answers.wish === "yes")
    faults.push({ field: "signedBy", message: "errorSignatureNeeded" });
  if (interviewedOn && interviewedOn < today && !answers.paperNumber)
    faults.push({ field: "paperNumber", message: "errorPaperNumber" });
  if (interviewedOn && interviewedOn < today && !answers.lateReason)
    faults.push({ field: "lateReason", message: "errorLateReason" });
  const { coInterviewerName: name, coInterviewerBank: bank, coInterviewerId: id } = answers;
  if (!id && name && !bank) faults.push({ field: "coInterviewerBank", message: "errorBank" });
  if (!id && bank && !name) faults.push({ field: "coInterviewerName", message: "errorName" });
  return faults;
}

function faultsOfPlan(
  answers: Answers,
  onMenu: (project: string, answers: Answers) => boolean,
): Fault[] {
  const { projects = [] } = answers;
  const codes = projects.map(({ project }) => project);
  if (new Set(codes).size < codes.length) return [{ field: "projects", message: "errorChoice" }];
  const unexplained = projects.some(({ project, reason }) => !reason && !onMenu(project, answers));
  return unexplained ? [{ field: "projects", message: "errorOffMenuReason" }] : [];
}

/** A yes on a paper form that is typed in a later month counts only once another officer has seen the form. */
export function needsConfirmation(answers: SubmittedAnswers, recordedOn: string): boolean {
  return answers.wish === "yes" && monthOf(answers.interviewedOn) < monthOf(recordedOn);
}
