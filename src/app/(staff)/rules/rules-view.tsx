import { useTranslations } from "next-intl";
import type { RuleSet } from "@/domain/rules/rule-set";
import { formatThaiDate } from "@/domain/thai-dates";
import type { RuleState, RuleVersionRow, RuleVersions } from "@/server/rules/queries";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { Tag } from "@/ui/tag";
import { stateTones } from "./state-tones";

type Props = { versions: RuleVersions; seesDrafts: boolean };

/** Which set holds since when and by which letter; the drafts for those who record and check them. */
export function RulesView({ versions, seesDrafts }: Props) {
  const t = useTranslations("rules");
  const { rows, ofCode, mayRecord, inForce } = versions;
  const checked = rows.filter(({ step }) => step?.step === "checked").sort(latestFirst);
  const waiting = rows.filter(({ state }) => state === "waiting");
  const returned = rows.filter(({ state }) => state === "returned");
  return (
    <>
      <PageHeading
        title={t("title")}
        sub={t("sub", {
          date: formatThaiDate(inForce.inForceFrom),
          name: inForce.words.rules,
        })}
        actions={mayRecord && <LinkButton href="/rules/new">{t("record")}</LinkButton>}
      />
      <div className="grid max-w-3xl gap-5">
        {seesDrafts && (
          <Card title={t("group_waiting")}>
            {waiting.length === 0 && <p className="text-soft">{t("group_waitingNone")}</p>}
            <Versions rows={waiting} />
          </Card>
        )}
        <Card title={t("group_checked")}>
          <Versions rows={checked} />
          <ul className="divide-y divide-line">
            {ofCode.map(({ rules, state }) => (
              <li key={rules.version} className="py-3 first:pt-0 last:pb-0">
                <OfCode rules={rules} state={state} />
              </li>
            ))}
          </ul>
        </Card>
        {seesDrafts && returned.length > 0 && (
          <Card title={t("group_returned")}>
            <Versions rows={returned} />
          </Card>
        )}
      </div>
    </>
  );
}

const latestFirst = (a: RuleVersionRow, b: RuleVersionRow) =>
  a.inForceFrom < b.inForceFrom ? 1 : -1;

function Versions({ rows }: { rows: readonly RuleVersionRow[] }) {
  const t = useTranslations("rules");
  if (rows.length === 0) return null;
  return (
    <ul className="mb-3 divide-y divide-line border-b border-line last:mb-0 last:border-b-0">
      {rows.map((row) => (
        <li key={row.id} className="grid gap-1 py-3 first:pt-0">
          <span className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <Link href={`/rules/${row.id}`} className="inline-flex min-h-12 items-center">
              {row.about}
            </Link>
            <Tag tone={stateTones[row.state]}>{t(`state_${row.state}`)}</Tag>
          </span>
          <span>
            {t("letter", { number: row.letterNumber, date: formatThaiDate(row.letterOn) })}
            {" · "}
            {t("inForceFrom", { date: formatThaiDate(row.inForceFrom) })}
          </span>
          <span className="text-sm text-soft">
            {t("recordedBy", { ...row.recordedBy, date: formatThaiDate(row.recordedOn) })}
            {row.step && (
              <>
                {" · "}
                {t(row.step.step === "checked" ? "checkedBy" : "returnedBy", {
                  ...row.step.takenBy,
                  date: formatThaiDate(row.step.takenOn),
                })}
              </>
            )}
          </span>
          {row.step?.step === "returned" && (
            <span className="text-sm">{t("returned", { note: row.step.note ?? "" })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The first set: it is read beside its clauses. */
function OfCode({ rules, state }: { rules: RuleSet; state: RuleState }) {
  const t = useTranslations("rules");
  return (
    <>
      <span className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="font-semibold">{rules.words.rules}</span>
        <Tag tone={stateTones[state]}>{t(`state_${state}`)}</Tag>
      </span>
      <span className="block">{t("inForceFrom", { date: formatThaiDate(rules.inForceFrom) })}</span>
      <span className="flex flex-wrap gap-x-5">
        <Link href="/interpretations" className="inline-flex min-h-12 items-center">
          {t("seeRegister")}
        </Link>
        <Link href="/catalogue" className="inline-flex min-h-12 items-center">
          {t("seeCatalogue")}
        </Link>
      </span>
    </>
  );
}
