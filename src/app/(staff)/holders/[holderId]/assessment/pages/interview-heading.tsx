"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { steps } from "@/domain/assessment";
import type { Question } from "@/domain/assessment/questions";
import { useInterview } from "../hooks/interview-context";
import type { usePlace } from "../hooks/use-place";
import { useWords } from "../hooks/use-words";

type Props = {
  place: ReturnType<typeof usePlace>;
  asked: readonly Question[];
  missing: number;
};

/** The question as it is asked and as the form prints it; takes the focus when the page changes. */
export function InterviewHeading({ place, asked, missing }: Props) {
  const t = useTranslations("assessment");
  const words = useWords();
  const { rules } = useInterview();
  const heading = useRef<HTMLHeadingElement>(null);
  const { question } = place;
  const shown = question?.id ?? "review";
  const turned = useRef(shown);
  useEffect(() => {
    if (turned.current === shown) return;
    turned.current = shown;
    heading.current?.focus();
    window.scrollTo({ top: 0 });
  }, [shown]);
  const ofStep = question ? asked.filter(({ step }) => step === question.step) : [];
  return (
    <div className="mb-4">
      {question && (
        <p className="text-sm text-soft">
          {t("progress", {
            step: steps.indexOf(question.step) + 1,
            number: ofStep.findIndex(({ id }) => id === question.id) + 1,
            count: ofStep.length,
          })}
        </p>
      )}
      <h1 ref={heading} tabIndex={-1} className="mt-1 text-2xl outline-none">
        {question ? words.ask(question.id) : missing > 0 ? t("reviewTitle") : t("reviewReady")}
      </h1>
      <p>{question ? words.formal(question.id) : t("reviewHint")}</p>
      {question && <p className="text-soft">{words.hint(question.id, rules)}</p>}
    </div>
  );
}
