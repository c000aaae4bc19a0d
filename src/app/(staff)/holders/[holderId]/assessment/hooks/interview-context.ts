"use client";

import { createContext, useContext } from "react";
import type { Answers, InterviewContext, QuestionId } from "@/domain/assessment";
import type { Recommendation } from "@/domain/assessment/recommend";
import type { Decision } from "@/domain/rules/decide";
import type { Facts } from "@/domain/rules/facts";
import type { RuleSet, TargetGroup } from "@/domain/rules/rule-set";
import type { FormValues, SetAnswer } from "../draft/form-values";
import type { Words } from "./use-words";

/** A bank's officer in the district who may sit in. */
export type BankOfficerChoice = {
  id: string;
  name: string;
  agency: string | null;
  position: string;
};

/** What every page of the interview works with. */
export type InterviewState = {
  holderId: string;
  values: FormValues;
  answers: Answers;
  set: SetAnswer;
  /** An answer that is complete in itself: after it the form goes on (see `useMovingOn`). */
  settle: (question: QuestionId, change: () => void) => void;
  goTo: (question: QuestionId) => void;
  decline: (question: QuestionId, declined: boolean) => void;
  /** The sentence of a field's error, if there is one. */
  errorOf: (field: string) => string | undefined;
  context: InterviewContext;
  bankOfficers: readonly BankOfficerChoice[];
  /** How far somebody of the same house said one can travel: offered again, as what is true of a house. */
  houseTravel: { by: string; answer: NonNullable<Answers["travel"]> } | null;
  /** The occupation of the Ministry's list, ticked before anybody was asked: the page says so. */
  listedOccupation: string | null;
  /** The facts of the decision, as if this interview ended in a yes. */
  facts: Facts;
  decision: Decision;
  /** The set in force on the day of the interview. */
  rules: RuleSet;
  recommendations: readonly Recommendation[];
  targetGroup: TargetGroup | null;
  words: Words;
};

const Context = createContext<InterviewState | null>(null);
export const InterviewProvider = Context.Provider;

export function useInterview(): InterviewState {
  const state = useContext(Context);
  if (!state) throw new Error("Not inside an interview");
  return state;
}
