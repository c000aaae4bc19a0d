"use client";

import { useCallback, useMemo, useState } from "react";
import { type FieldErrors, useForm, useWatch } from "react-hook-form";
import type { Answers, InterviewContext } from "@/domain/assessment";
import { inListsOfDay } from "@/domain/assessment/codes";
import { decisionFor } from "@/domain/assessment/entitlement";
import { factsOf, type StoredForms } from "@/domain/assessment/facts";
import { targetGroupOf } from "@/domain/assessment/groups";
import { onMenuOf } from "@/domain/assessment/menu-of-form";
import { type Question, questionOf, questionOfField } from "@/domain/assessment/questions";
import { recommend } from "@/domain/assessment/recommend";
import { isIsoDate } from "@/domain/calendar";
import { afterDeathOf } from "@/domain/death";
import { deathIn } from "@/domain/entitlement-end";
import type { RuleSet } from "@/domain/rules/rule-set";
import { Arriving, useArrived } from "@/ui/arriving";
import {
  type FormValues,
  type SetAnswer,
  toAnswers,
  toChecked,
  withDeclined,
} from "../draft/form-values";
import type { Words } from "./use-words";

/** The rules' decision on the interview so far; the server decides again, and its decision counts. */
export function usePreview(
  rules: RuleSet,
  answers: Answers,
  forms: StoredForms,
  context: InterviewContext,
) {
  return useMemo(() => {
    const targetGroup = targetGroupOf(rules, answers);
    const on = answers.interviewedOn ?? context.today;
    const current = {
      answer: answers.wish ?? "yes",
      interviewedOn: on,
      confirmation: null,
      afterDeath: afterDeathOf(on, deathIn(forms.holder.ends)),
      targetGroup,
    };
    // If the holder cannot say yes any more, the page of the wish does not need the top-up of a yes.
    const withYes = { ...forms, current: { ...current, answer: "yes" } };
    const withNo = { ...forms, current: { ...current, answer: "no" } };
    const before = factsOf(rules, withNo, on);
    const decision =
      answers.wish === "no"
        ? decisionFor(rules, before, withNo)
        : decisionFor(rules, factsOf(rules, withYes, on), withYes);
    return {
      targetGroup,
      decision,
      facts: before,
      recommendations: recommend(rules, decision.menu, answers),
    };
  }, [rules, answers, forms, context]);
}

type Given = {
  initial: Answers;
  forms: StoredForms;
  context: InterviewContext;
};

const checks = new Arriving(() => import("@/domain/assessment/submission"));

/** The faults of what was typed by the schema that the server uses; null as long as it has not come. */
function useFaultsIn({ forms, context }: Given) {
  return useCallback(
    (values: FormValues) => {
      const here = checks.here();
      if (!here) return null;
      const schema = here.submissionSchema(context, onMenuOf(context.ruleSets, forms));
      return here.faultsByField(schema, toChecked(values));
    },
    [context, forms],
  );
}

/** The answers in react-hook-form. What checks them comes with the first answer; where it does not come, the server checks alone. */
export function useInterviewForm(given: Given) {
  const { context } = given;
  const [initial] = useState(() => inListsOfDay(given.initial, context));
  const faultsIn = useFaultsIn(given);
  const resolver = useCallback(
    (values: FormValues) => {
      const errors: FieldErrors<FormValues> = {};
      for (const [field, message] of faultsIn(values) ?? [])
        errors[field as keyof FormValues] = { type: "fault", message };
      return { values: {}, errors };
    },
    [faultsIn],
  );
  const form = useForm<FormValues>({
    defaultValues: initial as FormValues,
    resolver,
    shouldFocusError: false,
  });
  const values = useWatch({ control: form.control }) as FormValues;
  const text = JSON.stringify(toAnswers(values));
  const answers = useMemo(() => JSON.parse(text) as Answers, [text]);

  const set: SetAnswer = useCallback(
    (field, value) => {
      void checks.load();
      const question = questionOf(questionOfField(field));
      const declined = (form.getValues("declined") || []).filter((id) => id !== question.id);
      form.setValue("declined", declined as never);
      form.setValue(field, value as never, { shouldDirty: true });
      form.clearErrors([...question.fields]);
      if (field === "interviewedOn" && isIsoDate(String(value)))
        takeListsOfDay(form, inListsOfDay(toAnswers(form.getValues()), context));
    },
    [form, context],
  );
  const decline = useCallback(
    (question: Question, declined: boolean) => {
      const next = withDeclined(form.getValues(), question, declined);
      for (const field of [...question.fields, "declined" as const])
        form.setValue(field, next[field] as never, { shouldDirty: true });
      form.clearErrors([...question.fields]);
    },
    [form],
  );
  return { form, values, answers, set, decline, checks: checks.load };
}

/** Another day of the interview may have other code lists: the answers that are codes go over to them. */
function takeListsOfDay(form: InterviewFormState, answers: Answers) {
  if (answers.codesOf === form.getValues("codesOf")) return;
  for (const field of ["codesOf", "occupation", "wantedOccupation", "skills", "training"] as const)
    form.setValue(field, answers[field], { shouldDirty: true });
}

/**
 * The first error of each field that stands in the way of a submission, by the field.
 * @param reviewing whether they are asked for; else none are told
 */
export function useFaults(given: Given, values: FormValues, reviewing: boolean) {
  const faultsIn = useFaultsIn(given);
  const arrived = useArrived(checks, reviewing);
  return useMemo(
    () => (reviewing && arrived && faultsIn(values)) || new Map<string, string>(),
    [reviewing, arrived, faultsIn, values],
  );
}

export type InterviewFormState = ReturnType<typeof useInterviewForm>["form"];

/** The sentence of the error at a field of a page; a question that cannot be declined asks for its answer in other words. */
export function useErrorOf(form: InterviewFormState, page: readonly Question[], words: Words) {
  const { errors } = form.formState;
  return (field: string): string | undefined => {
    const message = errors[field as keyof typeof errors]?.message;
    const question = page.find(({ fields }) => fields.some((each) => each === field));
    return message && words.fault(question ?? questionOf(questionOfField(field)), message);
  };
}
