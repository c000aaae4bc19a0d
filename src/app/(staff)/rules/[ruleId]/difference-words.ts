import { useTranslations } from "next-intl";
import { projectAgencies, projectAgencyCodes } from "@/domain/agencies";
import { isIsoDate, isIsoMonth } from "@/domain/calendar";
import type { RuleDifference, RuleValue } from "@/domain/rules/differences";
import { bandNamed } from "@/domain/rules/rule-words";
import { formatThaiDate, formatThaiMonth } from "@/domain/thai-dates";
import type { RuleVersionView } from "@/server/rules/queries";

/** Places within a part that have words of their own; another is named as it stands in the file. */
const places = [
  "yesCountsFrom",
  "cutOffDay",
  "monthsToFirst",
  "lastMonth",
  "trigger",
  "yesUntil",
  "from",
  "until",
  "month",
  "baht",
  "incomeUpToSatang",
  "monthlyTopUp",
  "ageUpTo",
  "ageOn",
  "bands",
  "category",
  "name",
  "agencies",
  "dimension",
  "group",
  "was",
  "field",
] as const;

/** How a difference is named and its values are said. */
export function useDifferenceWords({ rules, before }: RuleVersionView) {
  const t = useTranslations("rules");
  const words = useTranslations("words");

  function partsOf(place: string): string {
    const known = places.find((each) => each === place);
    if (known) return t(`place_${known}`);
    if (place === "farmer" || place === "employed" || place === "self_employed")
      return words(`group_${place}`);
    return bandIn(place);
  }
  const bandIn = (id: string) => {
    const named = bandNamed(rules, id);
    return named === id ? bandNamed(before, id) : named;
  };
  const textOf = (value: string): string => {
    if (isIsoDate(value)) return formatThaiDate(value);
    if (isIsoMonth(value)) return formatThaiMonth(value);
    const agency = projectAgencyCodes.find((code) => code === value);
    return agency ? projectAgencies[agency].short : bandIn(value);
  };
  const plainIn = (value: string | number | boolean, satang: boolean) => {
    if (typeof value === "string") return textOf(value);
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    return (satang ? value / 100 : value).toLocaleString("en-US");
  };
  function valueIn(value: RuleValue, satang: boolean): string {
    if (value === null) return t("none");
    if (typeof value !== "object") return plainIn(value, satang);
    const items = Array.isArray(value) ? value : [JSON.stringify(value)];
    return items.map((each) => valueIn(each, false)).join(", ") || t("none");
  }
  return {
    placeOf: ({ part, at }: RuleDifference) =>
      [t(`part_${part}`), ...at.split(".").filter(Boolean).map(partsOf)].join(" · "),
    valueSaid: ({ part, at }: RuleDifference, value: RuleValue | null) =>
      valueIn(value, /Satang$/.test(at) || /Satang$/.test(part)),
  };
}
