"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { hasDeclined } from "@/domain/assessment";
import { optionsOf, type Question } from "@/domain/assessment/questions";
import { codeGroups } from "@/domain/rules/code-lists";
import { occupationFields } from "@/domain/rules/rule-set";
import { readWholeNumber } from "@/domain/typed-numbers";
import { Button } from "@/ui/button";
import { Checkbox, ChoiceList } from "@/ui/choice-list";
import { Field } from "@/ui/field";
import { Opened } from "@/ui/opened";
import { toggled } from "../draft/form-values";
import { useInterview } from "../hooks/interview-context";
import { CodeList } from "./code-list";
import { FreeText } from "./free-text";
import { InterestPage } from "./interest-page";
import { AskedAs } from "./interview-heading";
import {
  CoInterviewerPage,
  ContactPersonPage,
  NextContactPage,
  SignaturePage,
} from "./paper-pages";
import { PlanPage } from "./plan-page";
import { ReadAloud } from "./read-aloud";
import { ConsentPage, WishPage } from "./wish-pages";

/** The questions of a page: one, or on a wide screen several with a heading each. */
export function Questions({ page }: { page: readonly Question[] }) {
  const { words } = useInterview();
  const t = useTranslations("assessment");
  return (
    <div className="flex flex-col gap-8">
      {page.map((question) => (
        <section
          key={question.id}
          data-question={question.id}
          aria-label={words.ask(question.id)}
          className="scroll-mt-4"
        >
          {page.length > 1 && (
            <div className="mb-3">
              <h2 className="text-lg">{words.ask(question.id)}</h2>
              <AskedAs question={question} />
            </div>
          )}
          <OneQuestion question={question} />
        </section>
      ))}
      <p className="hidden text-sm text-soft xl:block">{t("keys")}</p>
    </div>
  );
}

/** The controls of one question, and "ไม่ประสงค์ตอบ" where that answer is allowed. */
function OneQuestion({ question }: { question: Question }) {
  const t = useTranslations("assessment");
  const { answers, decline, settle } = useInterview();
  const isDebt = question.id === "debtKind" || question.id === "debtBurden";
  return (
    <div className="flex flex-col gap-4 max-md:gap-3">
      {isDebt && <ReadAloud>{t("debtReadAloud")}</ReadAloud>}
      {question.id === "travel" && <HouseTravel />}
      {question.id === "occupation" && <FromTheList />}
      <Controls question={question} />
      {question.declinable && (
        <Checkbox
          name={`${question.id}-declined`}
          data-decline
          label={t("declineToAnswer")}
          checked={hasDeclined(answers, question.id)}
          onChange={({ target: { checked } }) => {
            const change = () => decline(question.id, checked);
            if (checked) settle(question.id, change);
            else change();
          }}
        />
      )}
    </div>
  );
}

/** An answer that the list gave, not the holder, is called one. */
function FromTheList() {
  const t = useTranslations("assessment");
  const { listedOccupation, answers } = useInterview();
  if (!listedOccupation || answers.occupation !== listedOccupation) return null;
  return <p className="text-soft">{t("occupationOfList")}</p>;
}

/** What somebody of the same house answered, one press away. */
function HouseTravel() {
  const t = useTranslations("assessment");
  const { houseTravel, answers, set, settle, words } = useInterview();
  if (!houseTravel || answers.travel) return null;
  const { by, answer } = houseTravel;
  return (
    <Button tone="secondary" onClick={() => settle("travel", () => set("travel", answer))}>
      {t("houseTravel", { by, answer: words.option("travel", answer) })}
    </Button>
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
  const { answers, set, settle, words, rules, errorOf } = useInterview();
  const t = useTranslations("assessment");
  const [field] = question.fields;
  const several = question.kind === "choices";
  const answer = answers[field];
  const chosen = several ? ((answer as string[] | undefined) ?? []) : String(answer ?? "");
  function choose(value: string) {
    const change = () =>
      set(field, (several ? toggled(chosen as string[], value, question) : value) as never);
    // "None of them" leaves nothing more to tick.
    const last = several ? value === question.alone && !chosen.includes(value) : true;
    if (last) settle(question.id, change);
    else change();
  }
  return (
    <>
      <ChoiceList
        name={field}
        legend={words.ask(question.id)}
        legendHidden
        type={several ? "checkbox" : "radio"}
        choices={optionsOf(question, answers, rules).map((code) => ({
          value: code,
          label: words.option(question.id, code),
        }))}
        value={chosen}
        error={errorOf(field)}
        onChange={({ target: { value } }) => choose(value)}
        // Pressing the answer that stands already changes nothing, but it is an answer.
        onClick={({ currentTarget: { value } }) => {
          if (!several && value === chosen) settle(question.id, () => undefined);
        }}
      />
      {question.id === "causes" && chosen.includes("other") && (
        <Opened>
          <FreeText field="causeNote" label={t("causeNote")} />
        </Opened>
      )}
    </>
  );
}

function CodeQuestion({ question }: { question: Question }) {
  const { answers, words, rules, errorOf } = useInterview();
  const choose = useChoosingCode(question);
  const t = useTranslations("assessment");
  const [field] = question.fields;
  const several = question.kind === "codes";
  const answer = answers[field];
  const chosen = answer === undefined ? [] : [answer].flat().map(String);
  const labelOf = (field: string) => {
    const known = occupationFields.find((each) => each === field);
    return known && !several ? t(`field_${known}`) : field;
  };
  return (
    <CodeList
      name={field}
      legend={words.ask(question.id)}
      type={several ? "checkbox" : "radio"}
      first={question.options ?? []}
      groups={codeGroups(rules, question.list ?? "occupations").map(({ field, codes }) => ({
        key: field,
        label: labelOf(field),
        codes,
      }))}
      nameOf={(code) => words.option(question.id, code)}
      chosen={chosen}
      error={errorOf(field)}
      onChoose={(code) => choose(chosen, code)}
    />
  );
}

/** One code is the whole answer; of several, only "none" is. */
function useChoosingCode(question: Question) {
  const { set, settle } = useInterview();
  const [field] = question.fields;
  return (chosen: readonly string[], code: string) => {
    const several = question.kind === "codes";
    const change = () => set(field, (several ? toggled(chosen, code, question) : code) as never);
    if (!several || (code === question.alone && !chosen.includes(code)))
      settle(question.id, change);
    else change();
  };
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
        set(
          "monthlyIncome",
          value.trim() === "" ? undefined : (readWholeNumber(value) ?? Number.NaN),
        );
      }}
    />
  );
}
