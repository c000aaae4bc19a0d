import { useTranslations } from "next-intl";
import { type FormFault, formFaults, readFault } from "@/domain/fault";
import { useRulesInWords } from "./rules-in-words";

const isFormFault = (key: string): key is FormFault => formFaults.some((fault) => fault === key);

/** The sentence of a field's error; an error without its own sentence is "wrong". */
export function useFaultWords(): (key: string) => string {
  const words = useTranslations("form");
  const rules = useRulesInWords();
  return (message) => {
    const { key, longest } = readFault(message);
    return words(isFormFault(key) ? key : "wrong", { ...rules(), longest });
  };
}
