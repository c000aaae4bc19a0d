"use client";

import { useTranslations } from "next-intl";
import type { Refused } from "@/app/forms/send-command";
import { formatThaiDate } from "@/domain/thai-dates";

/** The sentence of a field's error: schemas and refusals give a message key of `desk`. */
export function useFaultWords() {
  const t = useTranslations("desk");
  const refusal = useTranslations("refusal");
  return (message: string): string => {
    const key = message.replace(/^desk\./, "") as "dateMissing";
    return t.has(key) ? t(key) : refusal("INVALID");
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
