"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo, useState } from "react";
import type { Answers } from "@/domain/assessment";
import { type Layout, pagesOf } from "@/domain/assessment/pages";
import { isAnswered, type Question } from "@/domain/assessment/questions";

/**
 * The current page of the interview: its questions, or the review (none). The question is in the address (`?q=causes`), so
 * that going back in the browser goes back one page; without it, it is the first question that has no answer yet.
 */
export function usePages(asked: readonly Question[], answers: Answers, layout: Layout) {
  const params = useSearchParams();
  const [start] = useState(
    () => (asked.find((question) => !isAnswered(question, answers)) ?? asked[0])?.id,
  );
  const wanted = params.get("q") ?? start;
  const pages = useMemo(() => pagesOf(asked, layout), [asked, layout]);
  // An answer can remove the question that the address names: then the review is shown.
  const index = pages.findIndex((page) => page.some(({ id }) => id === wanted));
  const page = pages[index] ?? [];
  const next = page.length > 0 ? (pages[index + 1]?.[0] ?? null) : null;
  const previous = (page.length > 0 ? pages[index - 1] : pages.at(-1))?.[0] ?? null;
  const go = useCallback((to: Question | null) => {
    const address = new URL(window.location.href);
    address.searchParams.set("q", to?.id ?? "review");
    window.history.pushState(null, "", address);
  }, []);
  /** The question that the address names, on whose page one is; null on the review. */
  const at = page.find(({ id }) => id === wanted) ?? null;
  return { page, at, next, previous, go };
}

export type Pages = ReturnType<typeof usePages>;
