"use client";

import { useTranslations } from "next-intl";
import { steps } from "@/domain/assessment";
import { currentGroupOf } from "@/domain/assessment/groups";
import { type Question, questionsFor } from "@/domain/assessment/questions";
import { questionOfField, warningsOf } from "@/domain/assessment/submission";
import { monthOf } from "@/domain/calendar";
import { Card } from "@/ui/card";
import { Notice } from "@/ui/notice";
import { type AnswerPhrases, answerWords, isShown } from "../hooks/answer-words";
import { useInterview } from "../hooks/interview-context";
import { TopUp } from "./wish-pages";

type Props = {
  /** Field → message key of what stands in the way. */
  faults: ReadonlyMap<string, string>;
  phrases: AnswerPhrases;
  onChange: (question: Question) => void;
};

/** All answers before they are frozen, each with a link to change it. */
export function ReviewPage({ faults, phrases, onChange }: Props) {
  const t = useTranslations("assessment");
  const { answers, context } = useInterview();
  const asked = questionsFor(answers, context);
  const faultsOf = (question: Question) =>
    [...faults].filter(([field]) => questionOfField(field) === question.id).map(([, key]) => key);
  return (
    <div className="flex flex-col gap-5">
      <Standing count={asked.filter((question) => faultsOf(question).length > 0).length} />
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
      {answers.wish === "yes" && <TopUp />}
    </div>
  );
}

/** What the officer should know before submitting: what is missing, warnings, the confirmation it will need. */
function Standing({ count }: { count: number }) {
  const t = useTranslations("assessment");
  const { answers, context } = useInterview();
  const { wish, interviewedOn } = answers;
  const pending =
    wish === "yes" && !!interviewedOn && monthOf(interviewedOn) < monthOf(context.today);
  return (
    <>
      {count > 0 && <Notice kind="warn" title={t("reviewMissing", { count })} />}
      {warningsOf(answers, context).map((warning) => (
        <Notice key={warning} kind="warn">
          {t(`warning_${warning}`)}
        </Notice>
      ))}
      {pending && <Notice kind="info">{t("confirmationNote")}</Notice>}
    </>
  );
}

type LineProps = Omit<Props, "faults"> & { question: Question; faults: readonly string[] };

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
            {words.error(
              key === "errorAnswerNeeded" && !question.declinable ? "errorAnswerNeededFirm" : key,
            )}
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
  const { answers, targetGroup } = useInterview();
  const current = currentGroupOf(answers);
  return (
    <div className="border-t border-line pt-2">
      <dt className="text-sm text-soft">{t("currentGroup")}</dt>
      <dd>{current ? words(`group_${current}`) : t("groupUnknown")}</dd>
      <dt className="mt-2 text-sm text-soft">{t("targetGroup")}</dt>
      <dd>{targetGroup ? words(`group_${targetGroup}`) : t("groupUnknown")}</dd>
    </div>
  );
}
