import { useTranslations } from "next-intl";
import type { IsoDate } from "@/domain/calendar";
import { type FaultKey, type FormFault, formFaults, readFault } from "@/domain/fault";
import { useRulesInWords } from "./rules-in-words";

const isFormFault = (key: FaultKey | null): key is FormFault =>
  formFaults.some((fault) => fault === key);

/** The sentence of a field's error on the form's day; an error without its own sentence is "wrong". */
export function useFaultWords(day?: IsoDate): (message: string) => string {
  const words = useTranslations("form");
  const rules = useRulesInWords();
  return (message) => {
    const { key, most } = readFault(message);
    return words(isFormFault(key) ? key : "wrong", { ...rules(day), longest: most });
  };
}
