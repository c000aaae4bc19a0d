import { useTranslations } from "next-intl";
import { codeListNamed } from "@/domain/rules/code-list-words";
import { type CodeListName, codeNamed, codesIn } from "@/domain/rules/code-lists";
import type { RuleSet } from "@/domain/rules/rule-set";

type Props = { rules: RuleSet };

/** The codes that the form asks for, behind the signatures: annexes 5 and 6 of the rules in force, and what gave them. */
export function PaperCodes({ rules }: Props) {
  const t = useTranslations("paperForm");
  return (
    <section data-keep-together className="mt-4 print:leading-tight">
      <h3 className="border-b border-line font-bold print:border-ink">{t("codesTitle")}</h3>
      <Codes rules={rules} list="occupations" />
      <Codes rules={rules} list="skills" />
    </section>
  );
}

function Codes({ rules, list }: Props & { list: CodeListName }) {
  const t = useTranslations("paperForm");
  return (
    <>
      <h4 className="mt-2 font-semibold">
        {t(list)} ({codeListNamed(rules, list)})
      </h4>
      <ul className="gap-x-6 sm:columns-2 print:columns-3">
        {codesIn(rules, list).map((code) => (
          <li key={code} className="flex gap-2">
            <span className="keep figures">{code}</span>
            <span>{codeNamed(rules, list, code)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
