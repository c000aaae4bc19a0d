import { type Answers, hasDeclined, type QuestionId } from "@/domain/assessment";
import type { ConditionId, Project } from "@/domain/rules/rule-set";

/**
 * What is known of a project's own condition:
 * `met` and `not_met` by the answers · `waiting` for an answer (อาจเหมาะ: รอคำตอบ) · `check` where the papers give
 * no condition or the answer was withheld (ตรวจสอบเงื่อนไขกับหน่วยงานก่อนส่งต่อ).
 */
export type ConditionState = "met" | "not_met" | "waiting" | "check";

type Condition = {
  question: QuestionId;
  /** Undefined while it is not answered, null where the holder does not know. */
  met: (answers: Answers) => boolean | null | undefined;
};

const known = (answer: "yes" | "no" | "unknown" | undefined, wanted: "yes" | "no") =>
  answer === undefined ? undefined : answer === "unknown" ? null : answer === wanted;

const hasDebt = (...kinds: readonly string[]): Condition => ({
  question: "debtKind",
  met: ({ causes, debtKind }) => {
    if (!causes) return undefined;
    if (!causes.includes("debt")) return false;
    return debtKind && kinds.includes(debtKind);
  },
});

/** By which answer a condition is met. Which project has which is said by the rule set. */
const conditions: Readonly<Record<ConditionId, Condition>> = {
  baacCustomer: {
    question: "baacCustomer",
    met: (answers) => known(answers.baacCustomer, "yes"),
  },
  farmerRegistry: {
    question: "farmerRegistry",
    met: (answers) => known(answers.farmerRegistry, "yes"),
  },
  outsideSocialSecurity: {
    question: "socialSecurity",
    met: (answers) => known(answers.socialSecurity, "no"),
  },
  informalDebt: hasDebt("informal", "both"),
  debt: hasDebt("formal", "informal", "both"),
};

type Asking = Pick<Project, "conditions" | "callsPeopleUp">;

/** The questions that a project needs, asked only once it is chosen; none for a project that is not known. */
export function questionsOf(project: Asking | undefined): QuestionId[] {
  const own = (project?.conditions ?? []).map((id) => conditions[id].question);
  return project?.callsPeopleUp ? [...own, "contactPerson"] : own;
}

/** What is known of the project's condition, and the first question that it waits for or fails by. */
export function conditionOf(
  project: Asking | undefined,
  answers: Answers,
): { state: ConditionState; question: QuestionId | null } {
  if (!project?.conditions) return { state: "check", question: null };
  const states = project.conditions.map((id) => ({
    question: conditions[id].question,
    state: stateOf(conditions[id], answers),
  }));
  for (const state of ["not_met", "waiting", "check"] as const) {
    const found = states.find((each) => each.state === state);
    if (found) return found;
  }
  return { state: "met", question: null };
}

function stateOf({ question, met }: Condition, answers: Answers): ConditionState {
  if (hasDeclined(answers, question)) return "check";
  const value = met(answers);
  if (value === undefined) return "waiting";
  if (value === null) return "check";
  return value ? "met" : "not_met";
}
