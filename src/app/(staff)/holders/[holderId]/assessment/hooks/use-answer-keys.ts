"use client";

import { type KeyboardEvent, useLayoutEffect } from "react";
import type { Answers } from "@/domain/assessment";
import { isAnswered, type Question } from "@/domain/assessment/questions";
import type { Pages } from "./use-pages";

const typing = "input:not([type=radio], [type=checkbox]), textarea, select, [role=spinbutton]";

const boxOf = (question: Question | undefined) =>
  document.querySelector<HTMLElement>(`[data-question="${question?.id}"]`);

function questionAt(page: readonly Question[], answers: Answers): Question | undefined {
  return (
    page.find((question) => boxOf(question)?.contains(document.activeElement)) ??
    page.find((question) => !isAnswered(question, answers)) ??
    page[0]
  );
}

/** The question of the page after this one gets the focus; false at the last. */
function focusAfter(page: readonly Question[], question: Question): boolean {
  const next = boxOf(page[page.indexOf(question) + 1]);
  const field = next?.querySelector<HTMLElement>("input, textarea, select");
  field?.focus();
  next?.scrollIntoView({ block: "nearest" });
  return field !== undefined && field !== null;
}

/**
 * Number keys answer the question that has the focus, or the first without an answer: 1–9 its options, 0 "ไม่ประสงค์ตอบ".
 * Not while something is typed, nor while a panel is open.
 */
export function useAnswerKeys({ page }: Pages, answers: Answers) {
  // With the page itself, not after it: a key pressed as soon as a question is seen must find that question.
  useLayoutEffect(() => {
    function onKey(event: globalThis.KeyboardEvent) {
      if (!isAnswerKey(event)) return;
      const question = questionAt(page, answers);
      const option = question && optionOf(boxOf(question), event.key);
      if (!option) return;
      event.preventDefault();
      option.click();
      if (option.type === "radio" || event.key === "0") focusAfter(page, question);
      else option.focus();
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [page, answers]);
}

function isAnswerKey(event: globalThis.KeyboardEvent): boolean {
  const { key, target, ctrlKey, metaKey, altKey, repeat } = event;
  // A key that is held down answers one question, not all that follow.
  if (!/^\d$/.test(key) || ctrlKey || metaKey || altKey || repeat) return false;
  if (target instanceof Element && target.matches(typing)) return false;
  return !document.querySelector("[role=dialog], [role=alertdialog]");
}

function optionOf(box: HTMLElement | null, key: string): HTMLInputElement | undefined {
  if (key === "0") return box?.querySelector<HTMLInputElement>("input[data-decline]") ?? undefined;
  const options = box?.querySelectorAll<HTMLInputElement>(
    "input[type=radio], input[type=checkbox]:not([data-decline])",
  );
  // What is folded away is not counted: the keys are those of what one sees.
  return [...(options ?? [])].filter((option) => option.checkVisibility())[Number(key) - 1];
}

/** Enter goes to the page's next question; at the last it sends the page, as in every form. */
export function enterGoesOn(event: KeyboardEvent<HTMLElement>, { page }: Pages) {
  const target = event.target as HTMLElement;
  if (event.key !== "Enter" || event.nativeEvent.isComposing || !target.matches("input")) return;
  const question = page.find((each) => boxOf(each)?.contains(target));
  if (question && focusAfter(page, question)) event.preventDefault();
}
