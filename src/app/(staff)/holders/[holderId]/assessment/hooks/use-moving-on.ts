"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Answers, InterviewContext } from "@/domain/assessment";
import { type Layout, pagesOf } from "@/domain/assessment/pages";
import { isAnswered, type Question, questionsFor } from "@/domain/assessment/questions";
import { type FormValues, toAnswers } from "../draft/form-values";
import type { InterviewFormState } from "./use-interview-form";
import type { Pages } from "./use-pages";

/** An answer after which the form went on by itself: the question, and what stood there before. */
type Moved = { question: Question; before: FormValues };

/** How long a new page takes no press: the second half of a double press belongs to the page before. */
const restMs = 300;

/**
 * How long "ต่อไป" takes no press, by hand or by key, after the form has gone on by itself: who answers and then reaches for
 * the button means the question that was answered, and would pass over the one that has just come.
 */
const onwardRestMs = 1000;

type Given = {
  form: InterviewFormState;
  context: InterviewContext;
  pages: Pages;
  layout: Layout;
};

/**
 * Going on without a button: an answer that is complete in itself turns the page once the page has all its answers. What
 * stood there before is kept for one undo. Arrow keys and the space bar only choose, since whoever uses them looks
 * through the answers.
 */
export function useMovingOn({ form, context, pages, layout }: Given) {
  const [moved, setMoved] = useState<Moved | null>(null);
  const choosesByKey = useChoosesByKey();

  const settle = useCallback(
    async (question: Question, change: () => void) => {
      const before = form.getValues();
      const kept = Object.fromEntries(
        [...question.fields, "declined" as const].map((field) => [field, before[field]]),
      );
      change();
      setMoved(null);
      // A paper form is one page, and its last answer is not the end of checking it.
      if (choosesByKey.current || layout === "paper") return;
      const answers: Answers = toAnswers(form.getValues());
      const next = nextAfter(question, answers, context, layout);
      if (next === undefined || !(await form.trigger([...question.fields]))) return;
      setMoved({ question, before: kept });
      pages.go(next);
    },
    [form, context, pages, layout, choosesByKey],
  );

  const undo = useCallback(() => {
    if (!moved) return;
    for (const field of [...moved.question.fields, "declined" as const])
      form.setValue(field, moved.before[field] as never, { shouldDirty: true });
    setMoved(null);
    pages.go(moved.question);
  }, [moved, form, pages]);

  const forget = useCallback(() => setMoved(null), []);
  const resting = useResting(pages, restMs);
  const justMoved = useRestingUntilUsed(pages, onwardRestMs) && moved !== null;
  return {
    settle,
    undo,
    forget,
    moved: moved?.question ?? null,
    resting,
    // Whoever tabs to "ต่อไป" and presses Enter has left the page before: only a page that came by itself takes none.
    onwardRests: justMoved,
  };
}

/**
 * The question after the page of this one, null for the review; undefined where the page still lacks an answer, or the
 * holder does not want the interview.
 */
function nextAfter(
  question: Question,
  answers: Answers,
  context: InterviewContext,
  layout: Layout,
): Question | null | undefined {
  if (answers.willing === "no") return undefined;
  const pages = pagesOf(questionsFor(answers, context), layout);
  const index = pages.findIndex((page) => page.some(({ id }) => id === question.id));
  if (!pages[index]?.every((each) => isAnswered(each, answers))) return undefined;
  return pages[index + 1]?.[0] ?? null;
}

const choosing = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", " "];

/** Whether the last thing pressed was a key that chooses among answers. */
function useChoosesByKey() {
  const byKey = useRef(false);
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      byKey.current = choosing.includes(key);
    };
    const onPointer = () => {
      byKey.current = false;
    };
    window.addEventListener("keydown", onKey, true);
    window.addEventListener("pointerdown", onPointer, true);
    return () => {
      window.removeEventListener("keydown", onKey, true);
      window.removeEventListener("pointerdown", onPointer, true);
    };
  }, []);
  return byKey;
}

/** Whether the page has been shown for less than so long. */
function useResting({ page }: Pages, ms: number): boolean {
  const shown = page[0]?.id;
  const [rested, setRested] = useState(shown);
  useEffect(() => {
    const timer = setTimeout(() => setRested(shown), ms);
    return () => clearTimeout(timer);
  }, [shown, ms]);
  return rested !== shown;
}

/** The same, but the rest is over as soon as somebody answers on the new page or tabs through it: they have seen it. */
function useRestingUntilUsed(pages: Pages, ms: number): boolean {
  const shown = pages.page[0]?.id;
  const resting = useResting(pages, ms);
  const [used, setUsed] = useState(shown);
  useEffect(() => {
    const use = () => setUsed(shown);
    const onKey = ({ key }: KeyboardEvent) => key === "Tab" && use();
    window.addEventListener("change", use);
    window.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener("change", use);
      window.removeEventListener("keydown", onKey);
    };
  }, [shown]);
  return resting && used !== shown;
}
