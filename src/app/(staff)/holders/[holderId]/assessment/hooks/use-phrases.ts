"use client";

import { useTranslations } from "next-intl";
import type { RuleSet } from "@/domain/rules/rule-set";
import type { AnswerPhrases } from "./answer-words";
import type { BankOfficerChoice } from "./interview-context";
import { useWords } from "./use-words";

/** The wording around the answers, on the screen. */
export function usePhrases(
  rules: RuleSet,
  bankOfficers: readonly BankOfficerChoice[],
): AnswerPhrases {
  const t = useTranslations("assessment");
  const { declineReason } = useWords(rules);
  return {
    declined: t("declineToAnswer"),
    missing: t("notAnswered"),
    none: t("none"),
    baht: (amount) => t("baht", { amount: amount.toLocaleString("en-US") }),
    declineReason,
    bank: (code) =>
      code === "BAAC" ? t("coInterviewerBankOption_BAAC") : t("coInterviewerBankOption_GSB"),
    officer: (id) => bankOfficers.find((officer) => officer.id === id)?.name ?? t("none"),
    project: (code) => rules.projects[code]?.name ?? code,
  };
}
