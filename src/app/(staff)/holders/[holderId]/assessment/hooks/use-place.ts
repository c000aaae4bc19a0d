"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useState } from "react";
import type { Answers } from "@/domain/assessment";
import { isAnswered, type Question } from "@/domain/assessment/questions";

/**
 * The current page of the interview: a question, or the review (null). It is in the address (`?q=causes`), so that going
 * back in the browser goes back one question; without it, it is the first question that has no answer yet.
 */
export function usePlace(asked: readonly Question[], answers: Answers) {
  const params = useSearchParams();
  const [start] = useState(
    () => (asked.find((question) => !isAnswered(question, answers)) ?? asked[0])?.id,
  );
  const wanted = params.get("q") ?? start;
  const index = wanted === "review" ? -1 : asked.findIndex(({ id }) => id === wanted);
  // An answer can remove the question that the address names: then the review is shown.
  const question = asked[index] ?? null;
  const next = question ? (asked[index + 1] ?? null) : null;
  const previous = question ? (asked[index - 1] ?? null) : (asked.at(-1) ?? null);
  const go = useCallback((to: Question | null) => {
    const address = new URL(window.location.href);
    address.searchParams.set("q", to?.id ?? "review");
    window.history.pushState(null, "", address);
  }, []);
  return { question, next, previous, go };
}

export type Place = ReturnType<typeof usePlace>;
