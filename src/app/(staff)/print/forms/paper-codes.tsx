import { useTranslations } from "next-intl";
import { occupationCodes, occupations } from "@/domain/occupations";
import { skillCodes, skills } from "@/domain/skills";

/** The codes that the form asks for, behind the signatures: our stand-ins for annexes 5 and 6. */
export function PaperCodes() {
  const t = useTranslations("paperForm");
  return (
    <section data-keep-together className="mt-4 print:leading-tight">
      <h3 className="border-b border-line font-bold print:border-ink">{t("codesTitle")}</h3>
      <Codes
        title={t("occupations")}
        codes={occupationCodes.map((code) => [code, occupations[code].name])}
      />
      <Codes title={t("skills")} codes={skillCodes.map((code) => [code, skills[code]])} />
    </section>
  );
}

function Codes({ title, codes }: { title: string; codes: readonly (readonly [string, string])[] }) {
  return (
    <>
      <h4 className="mt-2 font-semibold">{title}</h4>
      <ul className="gap-x-6 sm:columns-2 print:columns-3">
        {codes.map(([code, name]) => (
          <li key={code} className="flex gap-2">
            <span className="keep figures">{code}</span>
            <span>{name}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
