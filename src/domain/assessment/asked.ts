import type { Answers, InterviewContext, QuestionId, Step } from "@/domain/assessment";
import { occupations } from "@/domain/occupations";
import { skills } from "@/domain/skills";
import { optionsOf, type Question, questionsFor } from "./questions";

/** One question as it was put on the day: its words are kept, so that new words cannot rewrite old answers. */
export type AskedQuestion = {
  id: QuestionId;
  step: Step;
  ask: string;
  formal: string;
  /** Code → words of what could be answered; of a long code list only what was answered. */
  options: Record<string, string>;
};

/** The words of a question and of one of its options in the language of the screen. */
export type QuestionWords = {
  ask: (id: QuestionId) => string;
  formal: (id: QuestionId) => string;
  option: (id: QuestionId, code: string) => string;
};

/** The questions as asked, with their words; frozen with the submission. */
export function askedQuestions(
  answers: Answers,
  context: Pick<InterviewContext, "coInterviewerRequired" | "projectQuestions">,
  words: QuestionWords,
): AskedQuestion[] {
  return questionsFor(answers, context).map((question) => ({
    id: question.id,
    step: question.step,
    ask: words.ask(question.id),
    formal: words.formal(question.id),
    options: Object.fromEntries(
      keptOptions(question, answers).map((code) => [code, optionName(question, code, words)]),
    ),
  }));
}

/** The words of an option: of the code lists they are data, of the other questions words of the screen. */
export function optionName(question: Question, code: string, words: QuestionWords): string {
  if (question.kind === "code" && code in occupations)
    return occupations[code as keyof typeof occupations].name;
  if (question.kind === "codes" && code in skills) return skills[code as keyof typeof skills];
  return words.option(question.id, code);
}

function keptOptions(question: Question, answers: Answers): readonly string[] {
  const options = optionsOf(question, answers);
  if (question.kind !== "code" && question.kind !== "codes") return options;
  const answer = answers[question.fields[0]];
  const chosen = Array.isArray(answer) ? (answer as string[]) : [String(answer)];
  return options.filter((code) => chosen.includes(code));
}
