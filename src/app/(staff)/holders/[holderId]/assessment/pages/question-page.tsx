"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { hasDeclined } from "@/domain/assessment";
import { optionName } from "@/domain/assessment/asked";
import { optionsOf, type Question } from "@/domain/assessment/questions";
import { occupationFields, occupations } from "@/domain/occupations";
import { skillFieldOf, skillFields, skills } from "@/domain/skills";
import { Checkbox, ChoiceList } from "@/ui/choice-list";
import { Field } from "@/ui/field";
import { readBaht, toggled } from "../draft/form-values";
import { useInterview } from "../hooks/interview-context";
import { type CodeGroup, CodeList } from "./code-list";
import { FreeText } from "./free-text";
import { InterestPage } from "./interest-page";
import {
  CoInterviewerPage,
  ContactPersonPage,
  NextContactPage,
  SignaturePage,
} from "./paper-pages";
import { PlanPage } from "./plan-page";
import { ReadAloud } from "./read-aloud";
import { ConsentPage, WishPage } from "./wish-pages";

/** The controls of one question, and "ไม่ประสงค์ตอบ" where that answer is allowed. */
export function QuestionPage({ question }: { question: Question }) {
  const t = useTranslations("assessment");
  const { answers, decline } = useInterview();
  const isDebt = question.id === "debtKind" || question.id === "debtBurden";
  return (
    <div className="flex flex-col gap-4">
      {isDebt && <ReadAloud>{t("debtReadAloud")}</ReadAloud>}
      <Controls question={question} />
      {question.declinable && (
        <Checkbox
          name={`${question.id}-declined`}
          label={t("declineToAnswer")}
          checked={hasDeclined(answers, question.id)}
          onChange={(event) => decline(question.id, event.target.checked)}
        />
      )}
    </div>
  );
}

function Controls({ question }: { question: Question }) {
  switch (question.id) {
    case "interest":
      return <InterestPage />;
    case "plan":
      return <PlanPage />;
    case "wish":
      return <WishPage />;
    case "consentReferral":
      return <ConsentPage />;
    case "signature":
      return <SignaturePage />;
    case "coInterviewer":
      return <CoInterviewerPage />;
    case "contactPerson":
      return <ContactPersonPage />;
    case "nextContact":
      return <NextContactPage />;
  }
  if (question.kind === "number") return <AmountQuestion question={question} />;
  if (question.kind === "code" || question.kind === "codes")
    return <CodeQuestion question={question} />;
  return <OptionsQuestion question={question} />;
}

function OptionsQuestion({ question }: { question: Question }) {
  const { answers, set, words, errorOf } = useInterview();
  const t = useTranslations("assessment");
  const [field] = question.fields;
  const several = question.kind === "choices";
  const answer = answers[field];
  const chosen = several ? ((answer as string[] | undefined) ?? []) : String(answer ?? "");
  return (
    <>
      <ChoiceList
        name={field}
        legend={words.ask(question.id)}
        legendHidden
        type={several ? "checkbox" : "radio"}
        choices={optionsOf(question, answers).map((code) => ({
          value: code,
          label: optionName(question, code, words),
        }))}
        value={chosen}
        error={errorOf(field)}
        onChange={({ target: { value } }) =>
          set(field, (several ? toggled(chosen as string[], value, question) : value) as never)
        }
      />
      {question.id === "causes" && chosen.includes("other") && (
        <FreeText field="causeNote" label={t("causeNote")} />
      )}
    </>
  );
}

function CodeQuestion({ question }: { question: Question }) {
  const { answers, set, words, errorOf } = useInterview();
  const t = useTranslations("assessment");
  const [field] = question.fields;
  const several = question.kind === "codes";
  const answer = answers[field];
  const chosen = answer === undefined ? [] : [answer].flat().map(String);
  const options = optionsOf(question, answers);
  const ofField = (key: string, label: string, has: (code: string) => boolean): CodeGroup => ({
    key,
    label,
    codes: options.filter(has),
  });
  const groups = several
    ? Object.entries(skillFields).map(([key, label]) =>
        ofField(
          key,
          label,
          (code) => code in skills && skillFieldOf(code as keyof typeof skills) === key,
        ),
      )
    : occupationFields.map((key) =>
        ofField(
          key,
          t(`field_${key}`),
          (code) =>
            code in occupations && occupations[code as keyof typeof occupations].field === key,
        ),
      );
  return (
    <CodeList
      name={field}
      legend={words.ask(question.id)}
      type={several ? "checkbox" : "radio"}
      first={options.filter((code) => !(code in skills) && !(code in occupations))}
      groups={groups.filter(({ codes }) => codes.length > 0)}
      nameOf={(code) =>
        question.id === "wantedOccupation" && code === "9999"
          ? words.option(question.id, code)
          : optionName(question, code, words)
      }
      chosen={chosen}
      error={errorOf(field)}
      onChoose={(code) => set(field, (several ? toggled(chosen, code, question) : code) as never)}
    />
  );
}

function AmountQuestion({ question }: { question: Question }) {
  const { values, set, words, errorOf } = useInterview();
  const amount = values.monthlyIncome;
  const [typed, setTyped] = useState(() => (typeof amount === "number" ? String(amount) : ""));
  return (
    <Field
      name="monthlyIncome"
      label={words.formal(question.id)}
      // Undefined after "ไม่ประสงค์ตอบ": the field is then empty.
      value={amount === undefined ? "" : typed}
      inputMode="numeric"
      autoComplete="off"
      error={errorOf("monthlyIncome")}
      onChange={({ target: { value } }) => {
        setTyped(value);
        // Text that is not an amount is kept as typed, so that the error can say what is wrong with it.
        set("monthlyIncome", value.trim() === "" ? undefined : (readBaht(value) ?? Number.NaN));
      }}
    />
  );
}
