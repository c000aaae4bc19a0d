import {
  type Answers,
  causes,
  debtBurdens,
  debtKinds,
  dependants,
  freeDays,
  hasDeclined,
  type InterviewContext,
  identities,
  landAnswers,
  maxSkills,
  type QuestionId,
  respondents,
  type Step,
  signatures,
  steps,
  travelDistances,
  wantedStatuses,
  workStatuses,
  yesNo,
  yesNoUnknown,
} from "@/domain/assessment";
import { type CodeListName, codesIn } from "@/domain/rules/code-lists";
import { joinsInterviews, type RuleSet } from "@/domain/rules/rule-set";
import { projectOn, rulesOn } from "@/domain/rules/sets";
import { questionsOf } from "./conditions";
import { meansNoWork } from "./groups";

/** A field of the answers; `declined` belongs to all questions. */
export type AnswerField = Exclude<keyof Answers, "declined">;

export type Question = {
  id: QuestionId;
  step: Step;
  /** How it is asked: one of the options, several, a code from a long list, a number, or a page of its own. */
  kind: "choice" | "choices" | "code" | "codes" | "number" | "page";
  /** The answers that it fills; the first is the answer itself. */
  fields: readonly [AnswerField, ...AnswerField[]];
  options?: readonly string[];
  /** The code list of the rules whose codes are offered after them. */
  list?: CodeListName;
  /** In a question of several: the option that excludes the others. */
  alone?: string;
  max?: number;
  /** Whether "ไม่ประสงค์ตอบ" is an answer. */
  declinable: boolean;
  /** Whether it is asked, by the earlier answers; always, where missing. */
  when?: (answers: Answers, context: InterviewContext) => boolean;
};

/** The rules of the day of the interview; of today while its form has no day. */
export function rulesOfForm(
  { ruleSets, today }: InterviewContext,
  { interviewedOn }: Answers,
): RuleSet {
  return rulesOn(ruleSets, interviewedOn ?? today);
}

/** Whether an officer of one of the banks is to join the interview (docs/programme.md 2.4). */
export function isCoInterviewerRequired(answers: Answers, context: InterviewContext): boolean {
  const { agency } = context;
  return agency === null || !joinsInterviews(rulesOfForm(context, answers), agency);
}

const asks =
  (question: QuestionId) =>
  ({ projects = [], interviewedOn }: Answers, { ruleSets, today }: InterviewContext) =>
    projects.some(({ project }) =>
      questionsOf(projectOn(ruleSets, interviewedOn ?? today, project)).includes(question),
    );
const ticked = (cause: "debt") => (answers: Answers) => answers.causes?.includes(cause) ?? false;

/** The form, in the order of docs/forms.md 3.1; one question a page. */
export const questions: readonly Question[] = [
  one("identity", "occupation", identities, { declinable: false }),
  one("respondent", "occupation", respondents),
  one("willing", "occupation", yesNo, { declinable: false }),
  {
    id: "occupation",
    step: "occupation",
    kind: "code",
    fields: ["occupation"],
    list: "occupations",
    declinable: true,
  },
  one("occupationStatus", "occupation", workStatuses, {
    when: (answers, context) => !meansNoWork(rulesOfForm(context, answers), answers.occupation),
  }),
  {
    id: "skills",
    step: "occupation",
    kind: "codes",
    fields: ["skills"],
    list: "skills",
    max: maxSkills,
    declinable: true,
  },
  one("land", "occupation", landAnswers),
  several("dependants", "occupation", dependants, { alone: "none" }),
  one("workLimit", "occupation", yesNo),
  {
    id: "monthlyIncome",
    step: "occupation",
    kind: "number",
    fields: ["monthlyIncome"],
    declinable: true,
  },
  {
    id: "wantedOccupation",
    step: "occupation",
    kind: "code",
    fields: ["wantedOccupation"],
    options: ["same"],
    list: "occupations",
    declinable: true,
  },
  one("wantedStatus", "occupation", wantedStatuses, {
    when: (answers, context) => {
      const { wantedOccupation: wanted } = answers;
      if (!wanted || wanted === "same") return false;
      return !meansNoWork(rulesOfForm(context, answers), wanted);
    },
  }),

  several("causes", "cause", causes, { fields: ["causes", "causeNote"] }),
  one("mainCause", "cause", causes, { when: ({ causes: some = [] }) => some.length > 1 }),
  one("debtKind", "cause", debtKinds, { when: ticked("debt") }),
  one("debtBurden", "cause", debtBurdens, {
    when: (answers) => ticked("debt")(answers) && !hasDeclined(answers, "debtKind"),
  }),

  {
    id: "training",
    step: "direction",
    kind: "codes",
    fields: ["training"],
    options: ["none"],
    list: "skills",
    alone: "none",
    max: maxSkills,
    declinable: true,
  },
  several("availableDays", "direction", freeDays, { alone: "none" }),
  one("travel", "direction", travelDistances),
  { id: "interest", step: "direction", kind: "page", fields: ["projects"], declinable: true },
  one("baacCustomer", "direction", yesNoUnknown, { when: asks("baacCustomer") }),
  one("farmerRegistry", "direction", yesNoUnknown, { when: asks("farmerRegistry") }),
  one("socialSecurity", "direction", yesNoUnknown, { when: asks("socialSecurity") }),
  {
    id: "contactPerson",
    step: "direction",
    kind: "page",
    fields: ["contactName", "contactPhone"],
    declinable: true,
    when: asks("contactPerson"),
  },

  { id: "plan", step: "measures", kind: "page", fields: ["projects"], declinable: false },
  {
    id: "wish",
    step: "measures",
    kind: "page",
    fields: ["wish", "wishByHolder", "wishReason", "wishNote"],
    options: yesNo,
    declinable: false,
  },
  one("consentReferral", "measures", yesNo, {
    declinable: false,
    when: ({ wish, projects = [] }) => wish === "yes" && projects.length > 0,
  }),
  {
    id: "signature",
    step: "measures",
    kind: "page",
    fields: [
      "signedBy",
      "witness1",
      "witness2",
      "readAloud",
      "interviewedOn",
      "paperNumber",
      "lateReason",
    ],
    options: signatures,
    declinable: false,
  },
  {
    id: "coInterviewer",
    step: "measures",
    kind: "page",
    fields: ["coInterviewerId", "coInterviewerName", "coInterviewerBank"],
    // Left empty it is a warning, kept with the submission; the holder has nothing to answer here, so nothing to withhold.
    declinable: false,
    when: isCoInterviewerRequired,
  },
  {
    id: "nextContact",
    step: "measures",
    kind: "page",
    fields: ["nextContactOn", "phone"],
    declinable: true,
  },
];

/** The questions that are asked, by the answers so far. Who is not willing is asked nothing more. */
export function questionsFor(answers: Answers, context: InterviewContext): Question[] {
  const end =
    answers.willing === "no" ? questions.findIndex(({ id }) => id === "willing") + 1 : undefined;
  return questions.slice(0, end).filter(({ when }) => when?.(answers, context) ?? true);
}

export function questionOf(id: QuestionId): Question {
  const found = questions.find((question) => question.id === id);
  if (!found) throw new RangeError(`No such question: ${id}`);
  return found;
}

/** The options a question offers now: the main cause is one of those ticked, codes are those of the rules' lists. */
export function optionsOf(
  { id, options = [], list }: Question,
  answers: Answers,
  rules: RuleSet,
): readonly string[] {
  if (id === "mainCause") return answers.causes ?? [];
  return list ? [...options, ...codesIn(rules, list)] : options;
}

/** Whether the question has its answer, "ไม่ประสงค์ตอบ" included. */
export function isAnswered(question: Question, answers: Answers): boolean {
  if (question.declinable && hasDeclined(answers, question.id)) return true;
  // The plan may be empty, and a missing co-interviewer is a warning: passing by is their answer.
  if (question.id === "plan" || question.id === "coInterviewer") return true;
  const answer = answers[question.fields[0]];
  if (question.id === "mainCause")
    return answers.causes?.some((cause) => cause === answer) ?? false;
  return Array.isArray(answer) ? answer.length > 0 : answer !== undefined;
}

/** How far each step is: its questions, and how many of them have their answer. */
export function stepsDone(answers: Answers, context: InterviewContext) {
  const asked = questionsFor(answers, context);
  return steps.map((step) => {
    const own = asked.filter((question) => question.step === step);
    return {
      step,
      asked: own.length,
      answered: own.filter((each) => isAnswered(each, answers)).length,
    };
  });
}

/**
 * The answers that count: those of questions that are asked. Answers to questions that are no longer asked, or
 * is both answered and declined, is dropped, so that nothing is kept that the officer no longer sees.
 */
export function relevantAnswers(answers: Answers, context: InterviewContext): Answers {
  let kept = answers;
  // Dropping one answer can close another question; each round closes at least one or is the last.
  for (let round = 0; round <= questions.length; round += 1) {
    const asked = questionsFor(kept, context);
    const declined = asked.filter((each) => each.declinable && hasDeclined(kept, each.id));
    const fields = new Set<string>(
      asked
        .filter((each) => !declined.includes(each) || each.id === "interest")
        .flatMap((each) => each.fields),
    );
    const next = Object.fromEntries(
      Object.entries(kept).filter(([field, value]) => fields.has(field) && value !== undefined),
    ) as Answers;
    if (declined.length) next.declined = declined.map(({ id }) => id);
    if (Object.keys(next).length === Object.keys(kept).length) return next;
    kept = next;
  }
  return kept;
}

type Extra = Partial<Pick<Question, "alone" | "declinable" | "when" | "fields">>;

function one(
  id: QuestionId & AnswerField,
  step: Step,
  options: readonly string[],
  extra: Extra = {},
): Question {
  return { id, step, kind: "choice", fields: [id], options, declinable: true, ...extra };
}

function several(
  id: QuestionId & AnswerField,
  step: Step,
  options: readonly string[],
  extra: Extra = {},
): Question {
  return { id, step, kind: "choices", fields: [id], options, declinable: true, ...extra };
}

/** The question on whose page a field of the answers is: where an error sends the officer. */
export function questionOfField(field: string): QuestionId {
  if (field === "projects") return "plan";
  return (
    questions.find(({ fields }) => fields.some((each) => each === field)) ?? questionOf("identity")
  ).id;
}
