"use client";

import { useCallback, useMemo } from "react";
import { type FieldErrors, useForm, useWatch } from "react-hook-form";
import type { Answers, InterviewContext } from "@/domain/assessment";
import { decisionFor } from "@/domain/assessment/entitlement";
import { factsOf, type StoredForms } from "@/domain/assessment/facts";
import { targetGroupOf } from "@/domain/assessment/groups";
import { onMenuOf } from "@/domain/assessment/menu-of-form";
import { type Question, questionOf } from "@/domain/assessment/questions";
import { recommend } from "@/domain/assessment/recommend";
import { faultsByField, questionOfField, submissionSchema } from "@/domain/assessment/submission";
import { afterDeathOf } from "@/domain/death";
import { deathIn } from "@/domain/entitlement-end";
import type { RuleSet } from "@/domain/rules/rule-set";
import type { RuleSets } from "@/domain/rules/sets";
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
    const targetGroup = targetGroupOf(answers);
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
  ruleSets: RuleSets;
};

/** The answers in react-hook-form, checked by the schema that the server uses. */
export function useInterviewForm({ initial, forms, context, ruleSets }: Given) {
  const schema = useMemo(
    () => submissionSchema(context, onMenuOf(ruleSets, forms)),
    [context, ruleSets, forms],
  );
  const resolver = useCallback(
    (values: FormValues) => {
      const errors: FieldErrors<FormValues> = {};
      for (const [field, message] of faultsByField(schema, toChecked(values)))
        errors[field as keyof FormValues] = { type: "fault", message };
      return { values: {}, errors };
    },
    [schema],
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
      const question = questionOf(questionOfField(field));
      const declined = (form.getValues("declined") || []).filter((id) => id !== question.id);
      form.setValue("declined", declined as never);
      form.setValue(field, value as never, { shouldDirty: true });
      form.clearErrors([...question.fields]);
    },
    [form],
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
  /** The first error of each field that stands in the way of a submission. */
  const faults = useCallback(() => faultsByField(schema, toChecked(values)), [schema, values]);

  return { form, values, answers, set, decline, faults };
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
