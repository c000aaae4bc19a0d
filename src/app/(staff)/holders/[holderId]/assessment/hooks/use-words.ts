"use client";

import { useTranslations } from "next-intl";
import { useRulesInWords } from "@/app/forms/rules-in-words";
import { longestAnswer, type QuestionId } from "@/domain/assessment";
import { optionName, type QuestionWords } from "@/domain/assessment/asked";
import type { Question } from "@/domain/assessment/questions";
import { questionOf, questionOfField } from "@/domain/assessment/questions";
import type { RuleSet } from "@/domain/rules/rule-set";
import type { Messages } from "@/i18n/chosen";

type MessageKey = keyof Messages["assessment"];
export type Words = QuestionWords & {
  /** With what the set in force on the interview's day says. */
  hint: (id: QuestionId) => string;
  short: (id: QuestionId) => string;
  declineReason: (code: string) => string;
  /** What a field is called: a part of a question by its own label, an answer by its question. */
  field: (field: string) => string;
  /** The sentence of a fault, which the schema gives as a key: who cannot decline is not offered to. */
  fault: (question: Question, key: string) => string;
};

/** Fields that stand on a page with others, each under a label of its own name. */
const labelled = [
  "causeNote",
  "contactName",
  "contactPhone",
  "wishByHolder",
  "wishReason",
  "wishNote",
  "witness1",
  "witness2",
  "readAloud",
  "interviewedOn",
  "paperNumber",
  "lateReason",
  "coInterviewerName",
  "coInterviewerBank",
  "nextContactOn",
  "phone",
] as const;

/** The wording of the questions on the screen, by the rules of the day of the interview. */
export function useWords(rules: RuleSet): Words {
  const t = useTranslations("assessment");
  const { followUps, incomeYear } = rules.words;
  const named = useRulesInWords();
  const values = () => ({ ...named(), longest: longestAnswer });
  const say = (key: string) =>
    t.has(key as MessageKey) ? t(key as "errorBeforeMeasure", values()) : key;
  const own = {
    option: (id: QuestionId, code: string) => {
      const key = `${id === "mainCause" ? "causes" : id}Option_${code}`;
      // A code of a list that this day does not have stands as it is.
      return t.has(key as MessageKey) ? say(key) : code;
    },
  };
  return {
    ask: (id) => t(`${id}Ask`),
    formal: (id) => t(`${id}Formal`),
    hint: (id) => t(`${id}Hint`, { followUps, incomeYear }),
    short: (id) => t(`${id}Short`),
    option: (id, code) => optionName(questionOf(id), code, own, rules),
    declineReason: (code) => say(`wishReasonOption_${code}`),
    field: (field) => {
      const own = labelled.find((each) => each === field);
      return own ? t(own) : t(`${questionOfField(field)}Formal`);
    },
    fault: ({ declinable }, key) => {
      if (key === "date.invalid") return t("errorDate");
      return say(key === "errorAnswerNeeded" && !declinable ? "errorAnswerNeededFirm" : key);
    },
  };
}
