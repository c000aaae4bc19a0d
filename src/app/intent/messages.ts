"use client";

import { useTranslations } from "next-intl";
import { useRulesInWords } from "@/app/forms/rules-in-words";
import type { Refused } from "@/app/forms/send-command";
import { useFaultWords } from "@/app/forms/use-fault-words";
import type { IsoDate } from "@/domain/calendar";
import { type DeskFault, deskFaults, type FaultKey, readFault } from "@/domain/fault";
import { formatThaiDate } from "@/domain/thai-dates";

const isDeskFault = (key: FaultKey | null): key is DeskFault =>
  deskFaults.some((fault) => fault === key);

/** The sentence of a field's error on the form's day: in the desk's own words, else in those of every form. */
export function useDeskFaultWords(day?: IsoDate) {
  const t = useTranslations("desk");
  const rules = useRulesInWords();
  const everywhere = useFaultWords(day);
  return (message: string): string => {
    const { key } = readFault(message);
    return isDeskFault(key) ? t(key, rules(day)) : everywhere(message);
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
