import type { useTranslations } from "next-intl";
import { aoAgencies, aoAgencyCodes, projectAgencies, projectAgencyCodes } from "@/domain/agencies";
import { causes } from "@/domain/assessment";
import { isIsoDate, isIsoMonth } from "@/domain/calendar";
import { citations } from "@/domain/rules/citations";
import { codeNamed } from "@/domain/rules/code-lists";
import type { RuleDifference, RulePart, RuleValue } from "@/domain/rules/differences";
import { projectOf } from "@/domain/rules/menu";
import { reasonNamed } from "@/domain/rules/reason-words";
import {
  conditionIds,
  isProjectCode,
  occupationFields,
  type RuleSet,
  targetGroups,
} from "@/domain/rules/rule-set";
import { ageNamed, bandNamed, roundNamed } from "@/domain/rules/rule-words";
import { formatThaiDate, formatThaiMonth } from "@/domain/thai-dates";

type Words = {
  rules: ReturnType<typeof useTranslations<"rules">>;
  words: ReturnType<typeof useTranslations<"words">>;
  assessment: ReturnType<typeof useTranslations<"assessment">>;
};

const enumerated = [
  ...["earliest", "intent", "assessment", "letter", "infographic", "inferred"],
  ...["high", "medium", "low"],
] as const;

/** The words of the codes that are the same in every set. */
function fixedWords({ words, assessment, rules: t }: Words): ReadonlyMap<string, string> {
  return new Map<string, string>([
    ...[...targetGroups, "unknown" as const].map((code) => [code, words(`group_${code}`)] as const),
    ...causes.map((code) => [code, assessment(`causesOption_${code}`)] as const),
    ...occupationFields.map((code) => [code, assessment(`field_${code}`)] as const),
    ...conditionIds.map((code) => [code, t(`condition_${code}`)] as const),
    ...enumerated.map((code) => [code, t(`value_${code}`)] as const),
    ...aoAgencyCodes.map((code) => [code, aoAgencies[code].name] as const),
    ...projectAgencyCodes.map((code) => [code, projectAgencies[code].short] as const),
  ]);
}

/** The words of a stored code wherever it stands, by the first of the sets that knows it; null where it is none. */
function codeWords(words: Words, sets: readonly RuleSet[]) {
  const fixed = fixedWords(words);
  const readers = [bandNamed, ageNamed, roundName, projectNamed, reasonIn];
  return (code: string): string | null => {
    const known = fixed.get(code) ?? citationNamed(code);
    if (known) return known;
    const named = readers.flatMap((read) => sets.map((rules) => read(rules, code)));
    return named.find((name) => name !== undefined && name !== code) ?? null;
  };
}

const citationNamed = (code: string) =>
  Object.entries(citations).find(([id]) => id === code)?.[1].clause;
const roundName = (rules: RuleSet, code: string) => roundNamed(rules, code).name;
const projectNamed = (rules: RuleSet, code: string) =>
  isProjectCode(code) && Object.hasOwn(rules.projects, code)
    ? `${code} ${projectOf(rules, code).name}`
    : undefined;
const reasonIn = (rules: RuleSet, code: string) =>
  Object.hasOwn(rules.reasons, code) ? reasonNamed(rules, code) : undefined;

/** How a difference of two sets is named and its values are said: no officer reads a path or a code of the file. */
export function differenceWords(
  { rules, before }: { rules: RuleSet; before: RuleSet },
  words: Words,
) {
  const { rules: t } = words;
  const sets = [rules, before];
  const codeNameOf = codeWords(words, sets);
  const placeNamed = (part: RulePart, place: string): string => {
    const key = `place_${place}` as "place_from";
    if (t.has(key)) return t(key);
    if (part === "occupations" || part === "skills") return listCodeNamed(part, place);
    if (/^\d+$/.test(place)) return t("placeItem", { number: Number(place) + 1 });
    return codeNameOf(place) ?? place;
  };
  const listCodeNamed = (list: "occupations" | "skills", code: string) => {
    const has = sets.find((each) => Object.hasOwn(each[list].value, code));
    return has ? `${code} ${codeNamed(has, list, code)}` : code;
  };
  const textOf = (value: string): string => {
    if (isIsoDate(value)) return formatThaiDate(value);
    return isIsoMonth(value) ? formatThaiMonth(value) : (codeNameOf(value) ?? value);
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
    placeOf: ({ part, at }: Pick<RuleDifference, "part" | "at">) =>
      [
        t(`part_${part}`),
        ...at
          .split(".")
          .filter(Boolean)
          .map((place) => placeNamed(part, place)),
      ].join(" · "),
    valueSaid: ({ part, at }: Pick<RuleDifference, "part" | "at">, value: RuleValue | null) =>
      valueIn(value, /Satang$/.test(at) || /Satang$/.test(part)),
  };
}
