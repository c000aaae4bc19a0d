"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { DayField } from "@/app/forms/day-field";
import { banks } from "@/domain/agencies";
import { signatures } from "@/domain/assessment";
import { addDays, monthOf } from "@/domain/calendar";
import { formatThaiDate, formatThaiDateShort } from "@/domain/thai-dates";
import { Button } from "@/ui/button";
import { Checkbox, ChoiceList } from "@/ui/choice-list";

import { Disclosure } from "@/ui/disclosure";
import { Notice } from "@/ui/notice";
import { Opened } from "@/ui/opened";
import { useInterview } from "../hooks/interview-context";
import { FreeText } from "./free-text";

/** Whom to call if the holder cannot be called. */
export function ContactPersonPage() {
  const t = useTranslations("assessment");
  return (
    <>
      <FreeText field="contactName" label={t("contactName")} />
      <FreeText field="contactPhone" label={t("contactPhone")} phone />
    </>
  );
}

/** How the form was signed; its date and paper number are asked where it is a paper form typed later. */
export function SignaturePage() {
  const t = useTranslations("assessment");
  const { answers, values, set, settle, errorOf, words, context } = useInterview();
  const { signedBy, interviewedOn, wish } = answers;
  const late = interviewedOn !== undefined && interviewedOn < context.today;
  function sign(given: typeof signedBy) {
    const change = () => set("signedBy", given);
    if (given === "thumbprint" || late) change();
    else settle("signature", change);
  }
  return (
    <>
      <Checkbox
        name="readAloud"
        label={t("readAloud")}
        error={errorOf("readAloud")}
        checked={values.readAloud === true}
        onChange={({ target: { checked } }) => set("readAloud", checked)}
      />
      <ChoiceList
        name="signedBy"
        legend={words.formal("signature")}
        legendHidden
        choices={signatures
          .filter((code) => code !== "not_signed" || wish === "no")
          .map((code) => ({ value: code, label: words.option("signature", code) }))}
        value={signedBy ?? ""}
        error={errorOf("signedBy")}
        onChange={({ target: { value } }) => sign(value as typeof signedBy)}
        onClick={({ currentTarget: { value } }) => {
          if (value === signedBy) sign(signedBy);
        }}
      />
      {signedBy === "thumbprint" && (
        <Opened>
          <FreeText field="witness1" label={t("witness1")} />
          <FreeText field="witness2" label={t("witness2")} />
        </Opened>
      )}
      <PaperOfAnotherDay late={late} />
    </>
  );
}

/** The day on the form: today, unless a paper form is typed later. */
function PaperOfAnotherDay({ late }: { late: boolean }) {
  const t = useTranslations("assessment");
  const { values, answers, set, errorOf, context } = useInterview();
  const { interviewedOn, wish } = answers;
  const wrong = ["interviewedOn", "paperNumber", "lateReason"].some(errorOf);
  return (
    <Disclosure
      summary={t("formOfDay", { date: formatThaiDate(interviewedOn ?? context.today) })}
      open={late || wrong || undefined}
    >
      <div className="flex flex-col gap-4 pb-3">
        <DayField
          name="interviewedOn"
          label={t("interviewedOn")}
          hint={t("interviewedOnHint")}
          value={values.interviewedOn ?? ""}
          error={errorOf("interviewedOn")}
          onChange={(iso) => set("interviewedOn", iso)}
        />
        <FreeText
          field="paperNumber"
          label={t("paperNumber")}
          hint={t("paperNumberHint")}
          optional={!late}
        />
        {late && <FreeText field="lateReason" label={t("lateReason")} />}
        {wish === "yes" &&
          interviewedOn !== undefined &&
          monthOf(interviewedOn) < monthOf(context.today) && (
            <Notice kind="info">{t("confirmationNote")}</Notice>
          )}
      </div>
    </Disclosure>
  );
}

/** The co-interviewer from one of the two banks: one of the district, another by name, or none with a warning. */
export function CoInterviewerPage() {
  const t = useTranslations("assessment");
  const { answers, values, set, errorOf, words, bankOfficers, decision } = useInterview();
  const other = values.coInterviewerName !== undefined || values.coInterviewerBank !== undefined;
  const bankName = (code: string) =>
    code === "BAAC" ? t("coInterviewerBankOption_BAAC") : t("coInterviewerBankOption_GSB");
  // Nobody is what the form holds until somebody is named; it is shown as an answer only once it has been given.
  const [saidNobody, setSaidNobody] = useState(false);
  function choose(value: string) {
    setSaidNobody(value === "none");
    set("coInterviewerId", value === "other" || value === "none" ? undefined : value);
    set("coInterviewerName", value === "other" ? "" : undefined);
    set("coInterviewerBank", undefined);
  }
  return (
    <>
      <ChoiceList
        name="coInterviewerId"
        legend={words.ask("coInterviewer")}
        legendHidden
        hint={
          decision.coInterviewerAgency &&
          t("coInterviewerProposed", { bank: bankName(decision.coInterviewerAgency) })
        }
        choices={[
          ...bankOfficers.map(({ id, name, agency, position }) => ({
            value: id,
            label: name,
            hint: `${agency ? bankName(agency) : ""} · ${position}`,
          })),
          { value: "other", label: t("coInterviewerOther") },
          { value: "none", label: t("coInterviewerNone") },
        ]}
        value={answers.coInterviewerId ?? (other ? "other" : saidNobody ? "none" : "")}
        error={errorOf("coInterviewerId")}
        onChange={({ target: { value } }) => choose(value)}
      />
      {other && (
        <Opened>
          <FreeText field="coInterviewerName" label={t("coInterviewerName")} />
          <ChoiceList
            name="coInterviewerBank"
            legend={t("coInterviewerBank")}
            columns={2}
            choices={banks.map((code) => ({ value: code, label: bankName(code) }))}
            value={answers.coInterviewerBank ?? ""}
            error={errorOf("coInterviewerBank")}
            onChange={({ target: { value } }) =>
              set("coInterviewerBank", value as typeof answers.coInterviewerBank)
            }
          />
        </Opened>
      )}
      {!answers.coInterviewerId && !other && (
        <Notice kind="warn">{t("coInterviewerNoneWarning")}</Notice>
      )}
    </>
  );
}

/** Days until the next meeting that are one press away. */
const soon = [7, 14, 30] as const;

/** When the officer comes again, and how to reach the holder. */
export function NextContactPage() {
  const t = useTranslations("assessment");
  const { values, answers, set, errorOf, context } = useInterview();
  return (
    <>
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">{t("nextContactSoon")}</legend>
        {soon.map((days) => {
          const day = addDays(context.today, days);
          return (
            <Button
              key={days}
              tone={answers.nextContactOn === day ? "primary" : "secondary"}
              aria-pressed={answers.nextContactOn === day}
              onClick={() => set("nextContactOn", day)}
            >
              {t("inDays", { days, date: formatThaiDateShort(day) })}
            </Button>
          );
        })}
      </fieldset>
      <DayField
        name="nextContactOn"
        label={t("nextContactOn")}
        value={values.nextContactOn ?? ""}
        error={errorOf("nextContactOn")}
        onChange={(iso) => set("nextContactOn", iso)}
      />
      <FreeText field="phone" label={t("phone")} optional phone />
    </>
  );
}
