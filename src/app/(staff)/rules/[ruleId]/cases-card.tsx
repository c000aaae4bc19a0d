import { useTranslations } from "next-intl";
import type { RuleVersionView } from "@/server/rules/queries";
import { Card } from "@/ui/card";
import { Tag } from "@/ui/tag";

/** The cases that are kept with the version, each with what the set answers. */
export function CasesCard({ version: { cases } }: { version: RuleVersionView }) {
  const t = useTranslations("rules");
  return (
    <Card title={t("casesTitle")} sub={t("casesSub")}>
      {cases.length === 0 && <p className="text-soft">{t("casesNone")}</p>}
      <ol className="divide-y divide-line">
        {cases.map(({ says, outcome }) => (
          <li key={says} className="py-3 first:pt-0 last:pb-0">
            <span className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
              <span className="min-w-0 flex-1 basis-60">{says}</span>
              <Tag tone={outcome.ok ? "done" : "late"}>
                {t(outcome.ok ? "casePasses" : "caseDiffers")}
              </Tag>
            </span>
            {outcome.field && (
              <p className="text-sm text-brick">{t("caseField", { field: outcome.field })}</p>
            )}
            {outcome.differences.map(({ field, expected, given }) => (
              <p key={`${field} ${expected}`} className="text-sm">
                {t("caseLine", { what: t(`expected_${field}`), expected, given })}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </Card>
  );
}
