import { useTranslations } from "next-intl";
import { addMonths, type IsoMonth, monthOf } from "@/domain/calendar";
import type { RuleSet } from "@/domain/rules/rule-set";
import { formatThaiMonth } from "@/domain/thai-dates";
import type { RuleVersionView } from "@/server/rules/queries";

export type ChangeProps = { version: RuleVersionView };

/** Where the letter says it: asked with every change. */
export function useAtField() {
  const t = useTranslations("rules");
  return { name: "at", kind: "text", label: t("at"), hint: t("atHint") } as const;
}

/** Months to choose from: from the first of the measure to three years after the last of the set. */
export function monthChoices({ topUp }: RuleSet) {
  const last = addMonths(topUp.lastMonth.value, 36);
  const months: IsoMonth[] = [];
  for (let month = monthOf(topUp.yesCountsFrom.value); month <= last; month = addMonths(month, 1))
    months.push(month);
  return months.map((month) => ({ value: month, label: formatThaiMonth(month) }));
}

/** The bands of a set as choices. */
export const bandChoices = ({ incomeBands, words }: RuleSet) =>
  incomeBands.map(({ id }) => ({ value: id, label: words.bands[id] ?? id }));
