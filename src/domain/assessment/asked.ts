import type { Answers, InterviewContext, QuestionId, Step } from "@/domain/assessment";
import type { RuleSet } from "@/domain/rules/rule-set";
import { meansNoWork } from "./groups";
import { optionsOf, type Question, questionsFor, rulesOfForm } from "./questions";

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
  context: InterviewContext,
  words: QuestionWords,
): AskedQuestion[] {
  const rules = rulesOfForm(context, answers);
  return questionsFor(answers, context).map((question) => ({
    id: question.id,
    step: question.step,
    ask: words.ask(question.id),
    formal: words.formal(question.id),
    options: Object.fromEntries(
      keptOptions(question, answers, rules).map((code) => [
        code,
        optionName(question, code, words, rules),
      ]),
    ),
  }));
}

/** The words of an option: those of the code lists are the rules', of the other questions words of the screen. */
export function optionName(
  { id, list }: Pick<Question, "id" | "list">,
  code: string,
  words: Pick<QuestionWords, "option">,
  rules: RuleSet,
): string {
  const entry = list && rules[list].value[code];
  if (!entry) return words.option(id, code);
  const none = id === "wantedOccupation" && meansNoWork(rules, code);
  return none ? words.option(id, "no_work") : entry.name;
}

function keptOptions(question: Question, answers: Answers, rules: RuleSet): readonly string[] {
  const options = optionsOf(question, answers, rules);
  if (question.kind !== "code" && question.kind !== "codes") return options;
  const answer = answers[question.fields[0]];
  const chosen = Array.isArray(answer) ? (answer as string[]) : [String(answer)];
  return options.filter((code) => chosen.includes(code));
}
