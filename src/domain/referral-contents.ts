import { type Answers, hasDeclined, type QuestionId } from "@/domain/assessment";
import type { AskedQuestion } from "@/domain/assessment/asked";
import { questionsOf } from "@/domain/assessment/conditions";
import type { Dimension, Project } from "@/domain/rules/rule-set";

/** One answer as an agency reads it. */
export type SharedAnswer = { ask: string; answer: string };

/** What a dimension's projects need beside their own conditions: when and how far somebody can come, what they can do. */
const byDimension: Record<Dimension, readonly QuestionId[]> = {
  1: ["occupation", "skills", "availableDays", "travel"],
  2: ["occupation", "training", "availableDays", "travel"],
  3: ["occupation"],
  4: [],
};

/** The questions whose answers an agency needs for a project and no others (docs/forms.md 3.4). */
function sharedQuestions(project: Project): QuestionId[] {
  return [...new Set([...byDimension[project.dimension], ...questionsOf(project)])];
}

/**
 * The answers that go to the agency of a project, in the words that were frozen with the interview. What was not
 * answered, or withheld, is left out.
 */
export function sharedAnswers(
  project: Project,
  asked: readonly AskedQuestion[],
  answers: Answers,
): SharedAnswer[] {
  const wanted = sharedQuestions(project);
  return asked
    .filter(({ id }) => wanted.includes(id) && !hasDeclined(answers, id))
    .flatMap(({ id, formal, options }) => {
      const answer = id === "contactPerson" ? contactOf(answers) : optionsOf(id, answers, options);
      return answer ? [{ ask: formal, answer }] : [];
    });
}

function contactOf({ contactName, contactPhone }: Answers): string {
  return [contactName, contactPhone].filter(Boolean).join(" ");
}

/** วันเสาร์และวันอาทิตย์: a letter has no commas. */
const thaiList = new Intl.ListFormat("th", { type: "conjunction" });

function optionsOf(id: QuestionId, answers: Answers, options: Record<string, string>): string {
  const answer = (answers as Record<string, unknown>)[id];
  const codes = Array.isArray(answer) ? answer : answer === undefined ? [] : [answer];
  return thaiList.format(codes.map((code) => options[String(code)] ?? "").filter(Boolean));
}
