"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef } from "react";
import { steps } from "@/domain/assessment";
import type { Question } from "@/domain/assessment/questions";
import { useInterview } from "../hooks/interview-context";
import type { usePages } from "../hooks/use-pages";

type Props = {
  pages: ReturnType<typeof usePages>;
  asked: readonly Question[];
  missing: number;
};

/** The question as it is asked and as the form prints it, or the step of several; takes the focus when the page changes. */
export function InterviewHeading({ pages, asked, missing }: Props) {
  const t = useTranslations("assessment");
  const { words } = useInterview();
  const heading = useRef<HTMLHeadingElement>(null);
  const [question, ...others] = pages.page;
  useFocusOnTurn(heading, question?.id ?? "review");
  const ofStep = question ? asked.filter(({ step }) => step === question.step) : [];
  const nth = (each: Question) => ofStep.findIndex(({ id }) => id === each.id) + 1;
  const last = others.at(-1);
  return (
    <div className="mb-4 max-md:mb-3">
      {/* No number of questions behind it: each answer may ask more, and a total that grows misleads. */}
      {question && (!last || last.step === question.step) && (
        <p className="text-sm text-soft">
          {t("progress", {
            step: steps.indexOf(question.step) + 1,
            numbers: last ? `${nth(question)}–${nth(last)}` : String(nth(question)),
          })}
        </p>
      )}
      <h1 ref={heading} tabIndex={-1} className="mt-1 text-2xl outline-none max-md:mt-0">
        {question
          ? last
            ? t(last.step === question.step ? `step_${question.step}` : "fromPaper")
            : words.ask(question.id)
          : t(missing > 0 ? "reviewTitle" : "reviewReady")}
      </h1>
      {!question && <p>{t("reviewHint")}</p>}
      {question && !last && <AskedAs question={question} />}
    </div>
  );
}

/** How the form prints the question, and what to mind. */
export function AskedAs({ question }: { question: Question }) {
  const { words } = useInterview();
  return (
    <>
      <p className="max-md:text-sm max-md:text-soft">{words.formal(question.id)}</p>
      <p className="text-soft max-md:text-sm">{words.hint(question.id)}</p>
    </>
  );
}

/** The focus goes to the heading of a page that was turned to, and the page to its top. */
function useFocusOnTurn(heading: RefObject<HTMLHeadingElement | null>, shown: string) {
  const turned = useRef(shown);
  useEffect(() => {
    if (turned.current === shown) return;
    turned.current = shown;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [shown, heading]);
}
