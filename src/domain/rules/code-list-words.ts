import type { CodeListName } from "@/domain/rules/code-lists";
import { quoted } from "@/domain/rules/reasons";
import type { RuleSet } from "@/domain/rules/rule-set";

const annexes: Readonly<Record<CodeListName, string>> = { occupations: "5", skills: "6" };

/** What a set's code list is called: the letter that gave it, or that it stands in for the annex. */
export function codeListNamed(rules: RuleSet, list: CodeListName): string {
  const { source } = rules[list];
  return "interpretation" in source
    ? `บัญชีที่ใช้แทนภาคผนวก ${annexes[list]} จนกว่าจะได้ฉบับจริง`
    : quoted(source).clause;
}
