import { useTranslations } from "next-intl";
import type { Entitlement } from "@/domain/assessment/entitlement";
import type { EntitlementDecision } from "@/domain/assessment/entitlement-decision";
import { monthOf } from "@/domain/calendar";
import { reasonNamed } from "@/domain/rules/reason-words";
import { readingOf, reasonsOfSum } from "@/domain/rules/reasons";
import type { RuleSet } from "@/domain/rules/rule-set";
import { bandNamed, noTopUpNamed } from "@/domain/rules/rule-words";
import { toArabicDigits } from "@/domain/thai";
import { formatThaiDate, formatThaiMonthShort } from "@/domain/thai-dates";
import type { DecisionShown, DecisionsShown } from "@/server/holders/entitlement";
import { Card } from "@/ui/card";
import { Curtain } from "@/ui/curtain";
import { DescriptionList } from "@/ui/description-list";
import { Disclosure } from "@/ui/disclosure";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";

type Props = { entitlement: Entitlement };
type Decided = { decided: DecisionsShown };

/** "วิธีคำนวณวงเงิน": the facts used, the clauses in their exact words, the months and the sum. */
export function TopUpCard({ entitlement, decided }: Props & Decided) {
  const t = useTranslations("caseFile");
  const { topUp, rules } = entitlement;
  const paid = topUp.parts.flatMap(({ paid }) => (paid ? [paid] : []));
  const parts = paid.map(({ monthly, months }) => t("calcPart", { monthly, months })).join(" + ");
  const none = topUp.none ?? (topUp.total === 0 ? rules.overCeiling : null);
  return (
    <Card
      surface="cream"
      title={
        none ? t("calcNone") : t("calcTitle", { sum: t("calcSum", { parts, total: topUp.total }) })
      }
      sub={t("calcSub")}
    >
      <Decisions decided={decided} rules={rules} />
      <Disclosure summary={t("calcShow")} open>
        <DescriptionList
          items={[
            { term: t("calcFacts"), detail: <FactsUsed entitlement={entitlement} /> },
            { term: t("calcRules"), detail: <Clauses entitlement={entitlement} /> },
            {
              term: t("calcMonths"),
              detail: none ? (
                noTopUpNamed(rules, none).short
              ) : (
                <ul>
                  {paid.map((part) => (
                    <li key={part.from}>
                      {t("calcRange", {
                        ...part,
                        from: formatThaiMonthShort(part.from),
                        until: formatThaiMonthShort(part.until),
                      })}
                    </li>
                  ))}
                </ul>
              ),
            },
            ...(none
              ? []
              : [
                  {
                    term: t("calcTotal"),
                    detail: <strong>{t("calcSum", { parts, total: topUp.total })}</strong>,
                  },
                ]),
            ...heldItems(topUp.held, t),
          ]}
        />
        <p className="mt-3 text-sm text-soft">
          {rules.words.rules} ·{" "}
          <Link href="/interpretations" className="underline">
            {t("calcRegister")}
          </Link>
        </p>
      </Disclosure>
    </Card>
  );
}

/** What was decided last and before, with the facts that changed, and what today's reckoning says otherwise. */
function Decisions({ decided, rules }: Decided & { rules: RuleSet }) {
  const t = useTranslations("caseFile");
  if (!decided) return null;
  const { newest } = decided;
  if (!newest)
    return (
      <Notice kind="warn">
        <p>{t("decisionMissing")}</p>
      </Notice>
    );
  const { earlier, difference } = decided;
  const sum = (decision: EntitlementDecision) =>
    decision.none
      ? noTopUpNamed(rules, decision.none).short
      : t("decisionSum", {
          from: formatThaiMonthShort(decision.firstMonth ?? ""),
          until: formatThaiMonthShort(decision.lastMonth ?? ""),
          months: decision.months,
          total: Number(decision.satang) / 100,
        });
  const stored = (decision: DecisionShown) => {
    const on = formatThaiDate(decision.decidedOn);
    const yes = decision.yesOn && formatThaiDate(decision.yesOn);
    return yes
      ? t("decisionStored", { on, yes, sum: sum(decision) })
      : t("decisionEnded", { on, sum: sum(decision) });
  };
  return (
    <div className="mb-3 grid gap-1">
      <p>{stored(newest)}</p>
      {earlier.length > 0 && (
        <Disclosure summary={t("decisionsEarlier", { count: earlier.length })}>
          <ol className="grid gap-2">
            {[newest, ...earlier].map((decision) => (
              <li key={decision.id}>
                {stored(decision)}
                <ChangedFacts changed={decision.changed} />
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
      {difference && (
        <Notice kind="warn">
          <p>{t("decisionDiffers", { sum: sum(difference.decision) })}</p>
          <ChangedFacts changed={difference.changed} />
        </Notice>
      )}
    </div>
  );
}

function ChangedFacts({ changed }: { changed: DecisionShown["changed"] }) {
  const t = useTranslations("caseFile");
  return (
    <ul>
      {changed.map((fact) => (
        <li key={fact}>{t(`decisionChanged_${fact}`)}</li>
      ))}
    </ul>
  );
}

/** The months that wait to be checked, apart from those that are due. */
function heldItems(
  held: Entitlement["topUp"]["held"],
  t: ReturnType<typeof useTranslations<"caseFile">>,
) {
  if (!held) return [];
  const { months, total } = held;
  const after = formatThaiMonthShort(held.after);
  return [{ term: t("calcHeldTerm"), detail: t("calcHeld", { after, months, total }) }];
}

function FactsUsed({ entitlement }: Props) {
  const t = useTranslations("caseFile");
  const { facts, incomes, topUp, rules, somethingPending, ends, yesAfterDeath } = entitlement;
  return (
    <ul className="grid gap-1">
      {topUp.parts.map((part, index) => {
        const number = incomes[index]?.batch ?? null;
        const band = bandNamed(rules, part.band);
        const month = part.from && formatThaiMonthShort(part.from);
        const year = rules.words.incomeYear;
        return (
          <li key={`${part.from}-${part.incomeSatang}`}>
            {number === "stated"
              ? t("calcIncomeStated", { year, band })
              : number === null
                ? t("calcIncomeCorrected", { year, band, month: month ?? "" })
                : month
                  ? t("calcIncomeFrom", { year, band, number, month })
                  : t("calcIncome", { year, band, number })}{" "}
            <Curtain label={t("showAmount")}>
              {(part.incomeSatang / 100).toLocaleString("en-US")}
            </Curtain>
          </li>
        );
      })}
      {facts.intentOn && <li>{t("calcIntent", { date: formatThaiDate(facts.intentOn) })}</li>}
      {facts.assessedOn && <li>{t("calcAssessed", { date: formatThaiDate(facts.assessedOn) })}</li>}
      {yesAfterDeath && <li>{t("calcYesAfterDeath")}</li>}
      {!facts.intentOn && !facts.assessedOn && !yesAfterDeath && <li>{t("calcNoYes")}</li>}
      {ends.map(({ kind, on, settled }) => (
        <li key={kind}>
          {kind === "deceased"
            ? t("calcDied", { proven: `${settled}`, date: formatThaiDate(on) })
            : t("calcCancelled", {
                settled: `${settled}`,
                month: formatThaiMonthShort(monthOf(on)),
              })}
        </li>
      ))}
      {somethingPending && <li>{t("calcPending")}</li>}
    </ul>
  );
}

function Clauses({ entitlement }: Props) {
  const t = useTranslations("caseFile");
  const { rules } = entitlement;
  const reasons = reasonsOfSum(rules, entitlement.decision.reasons);
  return (
    <ul className="grid gap-3">
      {reasons.map(({ code, clause, quote }) => {
        const reading = readingOf(rules, code);
        return (
          <li key={code}>
            <span className="block font-semibold">{reasonNamed(rules, code)}</span>
            <span className="block text-sm">{toArabicDigits(clause)}</span>
            {quote && (
              <q className="block border-l-3 border-indigo bg-indigo-tint px-3 py-1">{quote}</q>
            )}
            {reading && (
              <span className="block text-sm text-soft">{t("calcReading", { reading })}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
