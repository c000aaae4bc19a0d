"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { steps } from "@/domain/assessment";
import { currentGroupOf } from "@/domain/assessment/groups";
import { type Question, questionOfField, questionsFor } from "@/domain/assessment/questions";
import { warningsOf } from "@/domain/assessment/warnings";
import { monthOf } from "@/domain/calendar";
import { Card } from "@/ui/card";
import { Notice } from "@/ui/notice";
import { type AnswerPhrases, answerWords, isShown } from "../hooks/answer-words";
import { useInterview } from "../hooks/interview-context";
import { TopUpOfYes } from "./wish-pages";

type Props = {
  /** Field → message key of what stands in the way. */
  faults: ReadonlyMap<string, string>;
  /** Changes at every attempt to submit. */
  attempt: number;
  phrases: AnswerPhrases;
  onChange: (question: Question) => void;
};

/** All answers before they are frozen, each with a link to change it. */
export function ReviewPage({ faults, attempt, phrases, onChange }: Props) {
  const t = useTranslations("assessment");
  const { answers, context } = useInterview();
  const asked = questionsFor(answers, context);
  const faultsOf = (question: Question) =>
    [...faults].filter(([field]) => questionOfField(field) === question.id).map(([, key]) => key);
  return (
    <div className="flex flex-col gap-5">
      <Missing
        questions={asked.filter((question) => faultsOf(question).length > 0)}
        attempt={attempt}
        onChange={onChange}
      />
      <Standing />
      {steps.map((step) => (
        <Card key={step} title={t(`step_${step}`)} sub={t(`clinic_${step}`)}>
          <dl className="flex flex-col">
            {asked
              .filter((question) => question.step === step && isShown(question, answers))
              .map((question) => (
                <ReviewLine
                  key={question.id}
                  question={question}
                  faults={faultsOf(question)}
                  phrases={phrases}
                  onChange={onChange}
                />
              ))}
            {step === "occupation" && <Groups />}
          </dl>
        </Card>
      ))}
      {answers.wish === "yes" && <TopUpOfYes />}
    </div>
  );
}

type MissingProps = Pick<Props, "attempt" | "onChange"> & { questions: readonly Question[] };

/** What stands in the way, each question by name and one press away; after an attempt to submit it takes the focus. */
function Missing({ questions, attempt, onChange }: MissingProps) {
  const t = useTranslations("assessment");
  const { words } = useInterview();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (questions.length === 0) return null;
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-labelledby="missing"
      className="rounded-card border-2 border-brick bg-brick-tint p-4 outline-none"
    >
      <h2 id="missing" className="text-lg">
        {t("reviewMissing", { count: questions.length })}
      </h2>
      <ul>
        {questions.map((question) => (
          <li key={question.id}>
            <button
              type="button"
              className="min-h-12 text-left font-semibold text-brick underline underline-offset-4"
              onClick={() => onChange(question)}
            >
              {words.formal(question.id)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the officer should know before submitting: warnings, the confirmation it will need. */
function Standing() {
  const t = useTranslations("assessment");
  const { answers, context } = useInterview();
  const { wish, interviewedOn } = answers;
  const pending =
    wish === "yes" && !!interviewedOn && monthOf(interviewedOn) < monthOf(context.today);
  return (
    <>
      {warningsOf(answers, context).map((warning) => (
        <Notice key={warning} kind="warn">
          {t(`warning_${warning}`)}
        </Notice>
      ))}
      {pending && <Notice kind="info">{t("confirmationNote")}</Notice>}
    </>
  );
}

type LineProps = Omit<Props, "faults" | "attempt"> & {
  question: Question;
  faults: readonly string[];
};

function ReviewLine({ question, faults, phrases, onChange }: LineProps) {
  const t = useTranslations("assessment");
  const { answers, words } = useInterview();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 border-t border-line py-2 first:border-t-0">
      <dt className="text-sm text-soft">{words.formal(question.id)}</dt>
      <dd className="col-start-1">
        {answerWords(question, answers, words, phrases).map((line) => (
          <span key={line} className="block">
            {line}
          </span>
        ))}
        {faults.map((key) => (
          <span key={key} className="block font-semibold text-brick">
            {words.fault(question, key)}
          </span>
        ))}
      </dd>
      <dd className="col-start-2 row-span-2 row-start-1">
        <button
          type="button"
          className="min-h-12 px-2 font-semibold text-indigo underline underline-offset-4"
          onClick={() => onChange(question)}
        >
          {t("change")} <span className="sr-only">{words.formal(question.id)}</span>
        </button>
      </dd>
    </div>
  );
}

function Groups() {
  const t = useTranslations("assessment");
  const words = useTranslations("words");
  const { answers, targetGroup, rules } = useInterview();
  const current = currentGroupOf(rules, answers);
  return (
    <div className="border-t border-line pt-2">
      <dt className="text-sm text-soft">{t("currentGroup")}</dt>
      <dd>{current ? words(`group_${current}`) : t("groupUnknown")}</dd>
      <dt className="mt-2 text-sm text-soft">{t("targetGroup")}</dt>
      <dd>{targetGroup ? words(`group_${targetGroup}`) : t("groupUnknown")}</dd>
    </div>
  );
}
