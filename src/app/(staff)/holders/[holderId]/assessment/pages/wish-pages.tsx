"use client";

import { useTranslations } from "next-intl";
import { projectAgencies } from "@/domain/agencies";
import { declineReasons, yesNo } from "@/domain/assessment";
import { projectOf } from "@/domain/rules/menu";
import { amountReason } from "@/domain/rules/reasons";
import { noTopUpNamed } from "@/domain/rules/rule-words";
import { measureFrom } from "@/domain/rules/sets";
import { amountsOf } from "@/domain/rules/top-up";
import { toArabicDigits } from "@/domain/thai";
import { formatThaiDate, formatThaiMonth } from "@/domain/thai-dates";
import { Card } from "@/ui/card";
import { Checkbox, ChoiceList } from "@/ui/choice-list";
import { Opened } from "@/ui/opened";
import { useInterview } from "../hooks/interview-context";
import { FreeText } from "./free-text";
import { ReadAloud } from "./read-aloud";

/** The top-up, shown here and not before, and the holder's own yes or no. */
export function WishPage() {
  const t = useTranslations("assessment");
  const { answers, values, set, settle, errorOf, words } = useInterview();
  const { wish, respondent } = answers;
  const inPerson = respondent === "holder" || values.wishByHolder === true;
  function say(given: typeof wish) {
    const change = () => set("wish", given);
    // A no asks for its reason, and a yes told by somebody else for the holder's own word.
    if (given === "yes" && inPerson) settle("wish", change);
    else change();
  }
  return (
    <>
      <TopUpOfYes />
      <ChoiceList
        name="wish"
        legend={words.ask("wish")}
        legendHidden
        columns={2}
        choices={yesNo.map((code) => ({ value: code, label: words.option("wish", code) }))}
        value={wish ?? ""}
        error={errorOf("wish")}
        onChange={({ target: { value } }) => say(value as typeof wish)}
      />
      {respondent !== "holder" && (
        <Checkbox
          name="wishByHolder"
          label={t("wishByHolder")}
          hint={t("wishByHolderHint")}
          error={errorOf("wishByHolder")}
          checked={values.wishByHolder === true}
          onChange={({ target: { checked } }) => {
            const change = () => set("wishByHolder", checked);
            if (checked && wish === "yes") settle("wish", change);
            else change();
          }}
        />
      )}
      {wish === "no" && (
        <Opened>
          <ChoiceList
            name="wishReason"
            legend={t("wishReason")}
            choices={declineReasons.map((code) => ({
              value: code,
              label: words.declineReason(code),
            }))}
            value={answers.wishReason ?? ""}
            error={errorOf("wishReason")}
            onChange={({ target: { value } }) =>
              set("wishReason", value as typeof answers.wishReason)
            }
          />
          <FreeText
            field="wishNote"
            label={t("wishNote")}
            optional={answers.wishReason !== "other"}
          />
        </Opened>
      )}
    </>
  );
}

/** The top-up for a yes on the day of the form, or why there is none. */
export function TopUpOfYes() {
  const t = useTranslations("assessment");
  const { decision, answers, context, facts, rules } = useInterview();
  const { topUp, reasons } = decision;
  const rest = amountReason(rules, reasons);
  const on = answers.interviewedOn ?? context.today;
  const earlier = [facts.intentOn, facts.assessedOn].some(
    (date) => date !== null && date >= measureFrom(context.ruleSets) && date < on,
  );
  return (
    <Card surface="cream" title={t("topUpTitle")} sub={t("topUpNotPaid")}>
      {"none" in topUp ? (
        <p>{noTopUpNamed(rules, topUp.none).interview}</p>
      ) : (
        <>
          <p className="figures flex flex-wrap gap-x-2 text-2xl font-bold">
            {amountsOf(topUp).map(({ monthly, from, months }, index) => (
              <span key={from} className="keep">
                {index > 0 && "+ "}
                {t("topUpMonths", { monthly: monthly.toLocaleString("en-US"), months })}
              </span>
            ))}
            <span className="keep">
              {t("topUpTotal", { total: topUp.total.toLocaleString("en-US") })}
            </span>
          </p>
          <p>{earlier ? t("topUpByEarlier") : t("topUpIfYes", { date: formatThaiDate(on) })}</p>
          <p>
            {t("topUpPeriod", {
              from: formatThaiMonth(topUp.from),
              until: formatThaiMonth(topUp.until),
            })}
          </p>
        </>
      )}
      {rest && (
        <p className="mt-2 text-sm text-soft">
          {t("clause", { clause: toArabicDigits(rest.clause) })}
        </p>
      )}
    </Card>
  );
}

/** Consent 3: only what is needed, only to the agencies of the chosen projects. */
export function ConsentPage() {
  const t = useTranslations("assessment");
  const { answers, set, settle, errorOf, words, rules } = useInterview();
  const owners = new Set(
    (answers.projects ?? []).flatMap(({ project }) => projectOf(rules, project).agencies),
  );
  const agencies = [...owners].map((agency) => projectAgencies[agency].full).join(" ");
  return (
    <>
      <ReadAloud>{t("consentReferralText", { agencies })}</ReadAloud>
      <ChoiceList
        name="consentReferral"
        legend={words.ask("consentReferral")}
        legendHidden
        columns={2}
        choices={yesNo.map((code) => ({
          value: code,
          label: words.option("consentReferral", code),
        }))}
        value={answers.consentReferral ?? ""}
        error={errorOf("consentReferral")}
        onChange={({ target: { value } }) =>
          settle("consentReferral", () =>
            set("consentReferral", value as typeof answers.consentReferral),
          )
        }
      />
    </>
  );
}
