"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useState } from "react";
import type { Answers, InterviewContext } from "@/domain/assessment";
import type { StoredForms } from "@/domain/assessment/facts";
import { questionOf, questionsFor } from "@/domain/assessment/questions";
import { type RuleSets, rulesOn } from "@/domain/rules/sets";
import { Notice } from "@/ui/notice";
import { ConflictDialog } from "../draft/conflict-dialog";
import { DraftState } from "../draft/draft-state";
import type { FormValues } from "../draft/form-values";
import { type SaveDraft, type StandingDraft, useAutosave } from "../draft/use-autosave";
import {
  type BankOfficerChoice,
  InterviewProvider,
  type InterviewState,
} from "../hooks/interview-context";
import { useErrorOf, useInterviewForm, usePreview } from "../hooks/use-interview-form";
import { usePhrases } from "../hooks/use-phrases";
import { usePlace } from "../hooks/use-place";
import { type Submit, useSubmit } from "../hooks/use-submit";
import { useWords } from "../hooks/use-words";
import { InterviewActions } from "./interview-actions";
import { InterviewHeading } from "./interview-heading";
import { InterviewSteps } from "./interview-steps";
import { ProjectMenu } from "./project-menu";
import { QuestionErrors } from "./question-errors";
import { QuestionPage } from "./question-page";
import { ReviewPage } from "./review-page";

type Props = {
  holderId: string;
  /** Who is interviewed: name, age, band; above the steps. */
  who: ReactNode;
  initial: Answers;
  draft: StandingDraft | null;
  forms: StoredForms;
  context: InterviewContext;
  /** The day of the interview, which the form asks for, picks one of them. */
  ruleSets: RuleSets;
  bankOfficers: readonly BankOfficerChoice[];
  saveDraft: SaveDraft;
  submit: Submit;
  onSubmitted: (assessmentId: string) => void;
};

/** The interview: one question per page, the menu beside it, saved while typing, reviewed before it is frozen. */
export function InterviewForm(props: Props) {
  const { holderId, who, initial, draft, forms, context, ruleSets, bankOfficers } = props;
  const t = useTranslations("assessment");
  const words = useWords();
  const { form, values, answers, set, decline, faults } = useInterviewForm(props);
  const rules = rulesOn(ruleSets, answers.interviewedOn ?? context.today);
  const phrases = usePhrases(rules, bankOfficers);
  const preview = usePreview(rules, answers, forms, context);
  const autosave = useAutosave(answers, initial, draft, props.saveDraft);
  const asked = useMemo(() => questionsFor(answers, context), [answers, context]);
  const place = usePlace(asked, answers);
  const submission = useSubmit(props, { answers, autosave, form });
  const [attempt, setAttempt] = useState(0);
  const errorOf = useErrorOf(form, place.question, words);
  const state: InterviewState = {
    holderId,
    values,
    answers,
    set,
    decline: (id, declined) => decline(questionOf(id), declined),
    errorOf,
    context,
    bankOfficers,
    words,
    rules,
    ...preview,
  };

  async function goOn() {
    const { question } = place;
    if (!question) return submission.send(faults());
    setAttempt(attempt + 1);
    const fields = [...question.fields];
    if (await form.trigger(fields)) place.go(place.next);
  }

  return (
    <InterviewProvider value={state}>
      <div className="grid gap-x-8 gap-y-4 md:grid-cols-[220px_minmax(0,1fr)] xl:grid-cols-[240px_minmax(0,1fr)_320px]">
        <aside className="flex flex-col gap-5 max-md:gap-3">
          {who}
          <InterviewSteps at={place.question} answers={answers} context={context} />
          <DraftState state={autosave.state} />
        </aside>
        <form
          noValidate
          className="min-w-0 max-w-form"
          onSubmit={(event) => {
            event.preventDefault();
            void goOn();
          }}
        >
          <InterviewHeading
            place={place}
            asked={asked}
            missing={place.question ? 0 : faults().size}
          />
          {submission.problem && (
            <Notice kind="error" live>
              {submission.problem}
            </Notice>
          )}
          {place.question ? (
            <>
              <QuestionErrors question={place.question} attempt={attempt} />
              <QuestionPage key={place.question.id} question={place.question} />
            </>
          ) : (
            <ReviewPage faults={faults()} phrases={phrases} onChange={place.go} />
          )}
          <InterviewActions place={place} pending={submission.isSending} />
        </form>
        <aside
          aria-label={t("menuTitle")}
          className="hidden self-start rounded-card border border-line bg-cream p-5 xl:block"
        >
          <ProjectMenu />
        </aside>
      </div>
      {autosave.state.kind === "conflict" && (
        <ConflictDialog
          mine={answers}
          standing={autosave.state.standing}
          words={words}
          phrases={phrases}
          onKeepMine={autosave.settle}
          onTakeTheirs={(standing) => {
            form.reset((standing?.answers ?? {}) as FormValues);
            autosave.settle(standing);
          }}
        />
      )}
    </InterviewProvider>
  );
}
