import { type Answers, hasDeclined, type QuestionId } from "@/domain/assessment";

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

const baacCustomer: Condition = {
  question: "baacCustomer",
  met: (answers) => known(answers.baacCustomer, "yes"),
};
const farmerRegistry: Condition = {
  question: "farmerRegistry",
  met: (answers) => known(answers.farmerRegistry, "yes"),
};
const outsideSocialSecurity: Condition = {
  question: "socialSecurity",
  met: (answers) => known(answers.socialSecurity, "no"),
};
const hasDebt = (kinds: readonly string[]): Condition => ({
  question: "debtKind",
  met: ({ causes, debtKind }) => {
    if (!causes) return undefined;
    if (!causes.includes("debt")) return false;
    return debtKind && kinds.includes(debtKind);
  },
});

/**
 * The conditions that a project's own name carries ("เกษตรกรลูกค้า", "แก้หนี้นอกระบบ", "แรงงานนอกระบบ"), and
 * what the form asks for a project (docs/forms.md 3.2). The papers print no conditions (annex 4 is not public), so
 * there are no others.
 */
const conditions: Readonly<Record<string, readonly Condition[]>> = {
  "BAAC-01": [baacCustomer],
  "BAAC-02": [baacCustomer],
  "BAAC-03": [baacCustomer],
  "BAAC-04": [hasDebt(["informal", "both"]), baacCustomer],
  "BAAC-05": [baacCustomer],
  "BAAC-06": [hasDebt(["formal", "informal", "both"]), baacCustomer],
  "MOAC-01": [farmerRegistry],
  "MOAC-02": [farmerRegistry],
  "NSF-01": [outsideSocialSecurity],
};

/** Projects whose agency calls people up for a place or a course: somebody must be reachable. */
const callsPeopleUp: readonly string[] = ["DOE-01", "DLPW-01", "DSD-01", "DSD-02", "DSD-03"];

/** The questions that a project needs, asked only once it is chosen. */
export function questionsOf(project: string): QuestionId[] {
  const own = (conditions[project] ?? []).map(({ question }) => question);
  return callsPeopleUp.includes(project) ? [...own, "contactPerson"] : own;
}

/** What is known of the project's condition, and the first question that it waits for or fails by. */
export function conditionOf(
  project: string,
  answers: Answers,
): { state: ConditionState; question: QuestionId | null } {
  const own = conditions[project];
  if (!own) return { state: "check", question: null };
  const states = own.map((condition) => ({
    question: condition.question,
    state: stateOf(condition, answers),
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
