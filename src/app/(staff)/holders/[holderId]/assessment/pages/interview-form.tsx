"use client";

import { type ReactNode, useMemo, useState } from "react";
import { DraftState } from "@/app/forms/draft-state";
import { useAutosave } from "@/app/forms/use-autosave";
import type { Answers, InterviewContext } from "@/domain/assessment";
import { inListsOfDay } from "@/domain/assessment/codes";
import type { StoredForms } from "@/domain/assessment/facts";
import { questionOf, questionsFor, rulesOfForm } from "@/domain/assessment/questions";
import { Notice } from "@/ui/notice";
import { ConflictDialog } from "../draft/conflict-dialog";
import {
  type Autosave,
  type FormValues,
  type SaveDraft,
  type StandingDraft,
  textOfAnswers,
} from "../draft/form-values";
import type { AnswerPhrases } from "../hooks/answer-words";
import {
  type BankOfficerChoice,
  InterviewProvider,
  type InterviewState,
} from "../hooks/interview-context";
import { useAnswerKeys } from "../hooks/use-answer-keys";
import {
  type InterviewFormState,
  useErrorOf,
  useFaults,
  useInterviewForm,
  usePreview,
} from "../hooks/use-interview-form";
import { useLayout } from "../hooks/use-layout";
import { useMovingOn } from "../hooks/use-moving-on";
import { usePages } from "../hooks/use-pages";
import { usePhrases } from "../hooks/use-phrases";
import { type Submit, useSubmit } from "../hooks/use-submit";
import { useWords, type Words } from "../hooks/use-words";
import { InterviewActions } from "./interview-actions";
import { InterviewFrame } from "./interview-frame";
import { InterviewHeading } from "./interview-heading";
import { PageErrors } from "./page-errors";
import { Questions } from "./question-page";
import { ReviewPage } from "./review-page";

type Props = {
  holderId: string;
  /** Who is interviewed: name, age, band; above the steps. */
  who: ReactNode;
  initial: Answers;
  draft: StandingDraft | null;
  forms: StoredForms;
  context: InterviewContext;
  bankOfficers: readonly BankOfficerChoice[];
  houseTravel: InterviewState["houseTravel"];
  listedOccupation: InterviewState["listedOccupation"];
  saveDraft: SaveDraft;
  submit: Submit;
  onSubmitted: (assessmentId: string) => void;
};

/** The interview: one question per page, the menu beside it, saved while typing, reviewed before it is frozen. */
export function InterviewForm(props: Props) {
  const { who, initial, draft, context, bankOfficers } = props;
  const interview = useInterviewForm(props);
  const { form, values, answers } = interview;
  const rules = rulesOfForm(context, answers);
  const words = useWords(rules);
  const phrases = usePhrases(rules, bankOfficers);
  const preview = usePreview(rules, answers, props.forms, context);
  const autosave = useAutosave(answers, initial, draft, props.saveDraft, textOfAnswers);
  const asked = useMemo(() => questionsFor(answers, context), [answers, context]);
  const layout = useLayout();
  const pages = usePages(asked, answers, layout);
  const faults = useFaults(props, values, pages.page.length === 0);
  const moving = useMovingOn({ form, context, pages, layout });
  useAnswerKeys(pages, answers);
  const submission = useSubmit(props, { answers, autosave, form });
  const [attempt, setAttempt] = useState(0);
  const errorOf = useErrorOf(form, pages.page, words);
  const state: InterviewState = {
    holderId: props.holderId,
    values,
    answers,
    set: interview.set,
    decline: (id, declined) => interview.decline(questionOf(id), declined),
    settle: (id, change) => void moving.settle(questionOf(id), change),
    goTo: (id) => pages.go(questionOf(id)),
    errorOf,
    context,
    bankOfficers,
    houseTravel: props.houseTravel,
    listedOccupation: props.listedOccupation,
    words,
    rules,
    ...preview,
  };

  async function goOn() {
    moving.forget();
    setAttempt(attempt + 1);
    if (pages.page.length === 0) return submission.send(faults);
    await interview.checks();
    if (await form.trigger(pages.page.flatMap(({ fields }) => [...fields]))) pages.go(pages.next);
  }

  return (
    <InterviewProvider value={state}>
      <InterviewFrame
        who={who}
        pages={pages}
        saved={<DraftState state={autosave.state} />}
        onSubmit={goOn}
        resting={moving.resting}
        onwardRests={moving.onwardRests}
      >
        <InterviewHeading pages={pages} asked={asked} missing={faults.size} />
        {submission.problem && (
          <Notice kind="error" live>
            {submission.problem}
          </Notice>
        )}
        {pages.page.length > 0 ? (
          <>
            <PageErrors page={pages.page} attempt={attempt} />
            <Questions key={pages.page[0]?.id} page={pages.page} />
          </>
        ) : (
          <ReviewPage faults={faults} attempt={attempt} phrases={phrases} onChange={pages.go} />
        )}
        <InterviewActions
          pages={pages}
          pending={submission.isSending}
          rests={moving.onwardRests}
          undo={moving.moved && { question: moving.moved, act: moving.undo }}
          phrases={phrases}
        />
      </InterviewFrame>
      <Conflict autosave={autosave} form={form} {...{ answers, context, words, phrases }} />
    </InterviewProvider>
  );
}

type ConflictProps = {
  autosave: Autosave;
  form: InterviewFormState;
  answers: Answers;
  context: InterviewContext;
  words: Words;
  phrases: AnswerPhrases;
};

/** Another device has changed the draft: which of the two goes on. */
function Conflict({ autosave, form, answers, context, words, phrases }: ConflictProps) {
  if (autosave.state.kind !== "conflict") return null;
  return (
    <ConflictDialog
      mine={answers}
      standing={autosave.state.standing}
      words={words}
      phrases={phrases}
      onKeepMine={autosave.settle}
      onTakeTheirs={(standing) => {
        form.reset(inListsOfDay(standing?.answers ?? {}, context) as FormValues);
        autosave.settle(standing);
      }}
    />
  );
}
