import type { NextStep, StepContext, StepSource } from "./case";
import {
  cancellationToConfirm,
  deathToReview,
  intentToConfirm,
  interviewToConfirm,
  reportToConfirm,
} from "./confirmations";
import { followUpDue, followUpToDo } from "./follow-up";
import {
  appointmentAhead,
  assignToDo,
  interviewToDo,
  nothingToDo,
  unfinishedForm,
} from "./interview";
import { consentTakenBack, lateReferral, referralsToSend } from "./referrals";
import { correctionToDecide, inquiryToAnswer } from "./requests";

/**
 * What may have to be done next, the most urgent first: the first that is there is shown on top of the file. A noun
 * adds a `StepSource` in its own file here and a line at its place below.
 */
const stepSources: readonly StepSource[] = [
  unfinishedForm,
  interviewToConfirm,
  intentToConfirm,
  reportToConfirm,
  cancellationToConfirm,
  deathToReview,
  correctionToDecide,
  inquiryToAnswer,
  consentTakenBack,
  followUpDue,
  lateReferral,
  referralsToSend,
  appointmentAhead,
  interviewToDo,
  assignToDo,
  followUpToDo,
];

/** What must be done next for this person, as this reader sees it. */
export function nextStep(context: StepContext): NextStep {
  for (const source of stepSources) {
    const step = source(context);
    if (step) return step;
  }
  return nothingToDo(context);
}
