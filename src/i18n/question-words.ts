import type { QuestionId } from "@/domain/assessment";
import type { QuestionWords } from "@/domain/assessment/asked";
import { assessment } from "./th/assessment";

const messages: Readonly<Record<string, string>> = assessment;

function word(key: string): string {
  const found = messages[key];
  if (found === undefined) throw new Error(`No message assessment.${key}`);
  return found;
}

/** The words of the questions and their options: the same on the screen, on paper and in frozen interviews. */
export const questionWords = {
  ask: (id: QuestionId) => word(`${id}Ask`),
  formal: (id: QuestionId) => word(`${id}Formal`),
  hint: (id: QuestionId) => word(`${id}Hint`),
  /** Two or three words for the button that leads to the question. */
  short: (id: QuestionId) => word(`${id}Short`),
  option: (id: QuestionId, code: string) =>
    // The main cause is one of the causes, in the same words.
    word(`${id === "mainCause" ? "causes" : id}Option_${code}`),
  declineReason: (code: string) => word(`wishReasonOption_${code}`),
} satisfies QuestionWords & Record<string, unknown>;
