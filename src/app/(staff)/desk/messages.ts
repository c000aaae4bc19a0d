"use client";

import { useTranslations } from "next-intl";
import { useRulesInWords } from "@/app/forms/rules-in-words";
import type { Refused } from "@/app/forms/send-command";
import type { IsoDate } from "@/domain/calendar";
import { readFault } from "@/domain/fault";
import { formatThaiDate } from "@/domain/thai-dates";

/** The sentence of a field's error on the form's day: schemas and refusals give a message key of `desk`. */
export function useFaultWords(day?: IsoDate) {
  const t = useTranslations("desk");
  const refusal = useTranslations("refusal");
  const rules = useRulesInWords();
  return (message: string): string => {
    const fault = readFault(message.replace(/^desk\./, ""));
    const key = fault.key as "outsideWindow";
    const values = { ...rules(day), longest: fault.longest };
    return t.has(key) ? t(key, values) : refusal("INVALID");
  };
}

/** The sentence of a refusal; if there is a form already, its day is named. */
export function useRefusalWords() {
  const t = useTranslations("desk");
  const words = useTranslations("words");
  const refusal = useTranslations("refusal");
  return (refused: Refused): string => {
    const earlier = refused.detail as EarlierForm | undefined;
    if (refused.code === "ALREADY_RECORDED" && earlier?.intentOn)
      return t("already", {
        answer: words(`answer_${earlier.answer}`),
        date: formatThaiDate(earlier.intentOn),
      });
    return refusal(refused.code);
  };
}

type EarlierForm = { answer: "yes" | "no"; intentOn: string };
