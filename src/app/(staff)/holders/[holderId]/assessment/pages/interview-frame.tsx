"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/ui/link";
import { useInterview } from "../hooks/interview-context";
import { enterGoesOn } from "../hooks/use-answer-keys";
import { useLayout } from "../hooks/use-layout";
import type { Pages } from "../hooks/use-pages";
import { InterviewSteps } from "./interview-steps";
import { ProjectMenu } from "./project-menu";

type Props = {
  /** Who is interviewed; on a phone one line. */
  who: ReactNode;
  saved: ReactNode;
  pages: Pages;
  onSubmit: () => void;
  /** No press is taken: the page has just changed under the hand. */
  resting: boolean;
  /** Nor may the page be sent yet. */
  onwardRests: boolean;
  children: ReactNode;
};

/** The form with who is interviewed, the steps and the menu around it; on a phone hardly more than the question. */
export function InterviewFrame(props: Props) {
  const { who, saved, pages, onSubmit, resting, onwardRests, children } = props;
  const t = useTranslations("assessment");
  const { answers, context, holderId } = useInterview();
  const fromPaper = useLayout() === "paper";
  return (
    <div
      data-one-task
      className="grid gap-x-8 gap-y-4 max-md:flex max-md:min-h-[calc(100dvh-64px)] max-md:flex-col max-md:gap-y-2 md:grid-cols-[220px_minmax(0,1fr)] xl:grid-cols-[240px_minmax(0,1fr)_320px]"
    >
      <aside className="flex flex-col gap-5 max-md:flex-row max-md:flex-wrap max-md:items-center max-md:justify-between max-md:gap-x-3 max-md:gap-y-2">
        <div className="min-w-0 max-md:flex-1 max-md:basis-40">{who}</div>
        <div className="md:order-last">{saved}</div>
        <Link
          href={`/holders/${holderId}/assessment${fromPaper ? "" : "?from=paper"}`}
          replace
          className="inline-flex min-h-12 items-center max-xl:hidden"
        >
          {t(fromPaper ? "questionByQuestion" : "fromPaper")}
        </Link>
        <div className="max-md:basis-full">
          <InterviewSteps at={pages.page[0] ?? null} answers={answers} context={context} />
        </div>
      </aside>
      <form
        noValidate
        className={`min-w-0 max-w-form max-md:flex max-md:flex-1 max-md:flex-col ${resting ? "pointer-events-none" : ""}`}
        onKeyDown={(event) => enterGoesOn(event, pages)}
        onSubmit={(event) => {
          event.preventDefault();
          if (!onwardRests) onSubmit();
        }}
      >
        {children}
      </form>
      <aside
        aria-label={t("menuTitle")}
        className="hidden self-start rounded-card border border-line bg-cream p-5 xl:block"
      >
        <ProjectMenu />
      </aside>
    </div>
  );
}
