import type { useTranslations } from "next-intl";
import { projectAgencies } from "@/domain/agencies";
import { dueOf } from "@/domain/due";
import type { NextStep, NextStepCode } from "@/domain/next-step/case";
import { formatThaiDateShort } from "@/domain/thai-dates";

type StepLink = { href: string; label: string };

/** The next step in words, and where the reader does it: the main action, and a second way. */
export type StepWords = { text: string; action?: StepLink; other?: StepLink };

type Context = {
  /** All messages: each kind of record has its words in its own namespace. */
  t: ReturnType<typeof useTranslations<never>>;
  holderId: string;
  today: string;
};
type Of<Code extends NextStepCode> = Extract<NextStep, { code: Code }>;
type Wording = { [Code in NextStepCode]: (step: Of<Code>, context: Context) => StepWords };

const confirmAt = (href: string, { t }: Context) => ({
  href,
  label: t("caseFile.nextConfirmAction"),
});
const interviewForm = (
  { t, holderId }: Context,
  label: "nextInterviewAction" | "nextResumeAction" | "interviewAgain",
) => ({ href: `/holders/${holderId}/assessment`, label: t(`caseFile.${label}`) });
const referralsOf = ({ t, holderId }: Context, label: "nextLateAction" | "nextSendAction") => ({
  href: `/holders/${holderId}/referrals`,
  label: t(`referrals.${label}`),
});

/** To interview, or to record that they refuse. */
const interviewing = (context: Context) => ({
  action: interviewForm(context, "nextInterviewAction"),
  other: {
    href: `/holders/${context.holderId}/refusal`,
    label: context.t("caseFile.refuse"),
  },
});
/** To record a contact, or to interview once more. */
const followingUp = (context: Context) => ({
  action: {
    href: `/holders/${context.holderId}/contacts/new`,
    label: context.t("followUps.record"),
  },
  other: interviewForm(context, "interviewAgain"),
});

const wording: Wording = {
  resume_interview: ({ savedOn }, context) => ({
    text: context.t("caseFile.nextResume", { date: formatThaiDateShort(savedOn) }),
    action: interviewForm(context, "nextResumeAction"),
  }),
  confirm_interview: ({ assessmentId }, context) => ({
    text: context.t("caseFile.nextConfirmAssessment"),
    action: confirmAt(`/holders/${context.holderId}/assessment/${assessmentId}`, context),
  }),
  confirm_intent: (_, context) => ({
    text: context.t("caseFile.nextConfirmPaper"),
    action: confirmAt("/desk/confirmations", context),
  }),
  confirm_report: ({ reported }, context) => ({
    text: context.t("caseFile.nextReport", { what: context.t(`words.state_${reported}`) }),
    action: confirmAt("/district/confirmations", context),
  }),
  // The form is in the file itself.
  confirm_cancellation: (_, { t }) => ({ text: t("cancellations.next") }),
  review_death: (_, context) => ({
    text: context.t("caseFile.nextReviewDeath"),
    action: {
      href: "/district/confirmations?kind=after_death",
      label: context.t("caseFile.nextReviewDeathAction"),
    },
  }),
  decide_correction: ({ correctionId, field }, { t }) => ({
    text: t("corrections.next", { field: t(`corrections.field_${field}`) }),
    action: {
      href: `/corrections?state=mine&open=${correctionId}`,
      label: t("corrections.nextAction"),
    },
  }),
  answer_inquiry: ({ inquiryId, dueOn }, { t, today }) => ({
    text: t("inquiries.nextStep", {
      date: formatThaiDateShort(dueOn),
      due: t("words.due", dueOf(dueOn, today)),
    }),
    action: { href: `/inquiries/${inquiryId}`, label: t("inquiries.open") },
  }),
  consent_taken_back: ({ referrals }, context) => ({
    text: context.t("referrals.nextNoConsent", { count: referrals }),
    action: referralsOf(context, "nextLateAction"),
  }),
  late_referral: ({ agency, projectName, dueOn }, context) => ({
    text: context.t("referrals.nextLate", {
      agency: projectAgencies[agency].short,
      project: projectName,
      due: context.t("words.due", dueOf(dueOn, context.today)),
    }),
    action: referralsOf(context, "nextLateAction"),
  }),
  send_referrals: ({ projects, matters }, context) => ({
    text: context.t("referrals.nextSend", {
      what: context.t("words.referralCount", { projects, matters }),
    }),
    action: referralsOf(context, "nextSendAction"),
  }),
  appointment_overdue: ({ meetOn }, context) => ({
    text: context.t("caseFile.nextOverdue", { date: formatThaiDateShort(meetOn) }),
    ...interviewing(context),
  }),
  appointment: ({ meetOn }, context) => ({
    text: context.t("caseFile.nextAppointment", { date: formatThaiDateShort(meetOn) }),
    ...interviewing(context),
  }),
  interview: ({ forReader }, context) => ({
    text: context.t(forReader ? "caseFile.nextInterview" : "caseFile.nextWaiting"),
    ...interviewing(context),
  }),
  assign: (_, { t, holderId }) => ({
    text: t("caseFile.nextAssign"),
    action: { href: `/assign/holder/${holderId}`, label: t("caseFile.nextAssignAction") },
  }),
  report_bounced: ({ reason }, context) => ({
    text: context.t("followUps.nextBounced", { reason: reason ?? "" }),
    ...followingUp(context),
  }),
  round_due: ({ round }, context) => ({
    text: context.t("followUps.nextDue", {
      round: round.words.name,
      date: formatThaiDateShort(round.until),
    }),
    ...followingUp(context),
  }),
  next_contact: ({ on }, context) => ({
    text: context.t("followUps.nextOn", { date: formatThaiDateShort(on) }),
    ...followingUp(context),
  }),
  follow_up: (_, context) => ({
    text: context.t("followUps.nextAny"),
    ...followingUp(context),
  }),
  nothing: ({ nextContactOn, interviewed }, context) => ({
    text: nextContactOn
      ? context.t("caseFile.nextNothing", { date: formatThaiDateShort(nextContactOn) })
      : context.t("caseFile.nextNothingNoDate"),
    action: interviewForm(context, interviewed ? "interviewAgain" : "nextInterviewAction"),
  }),
};

/** The next step as the screen says it; the ways to do it only where it is the reader's. */
export function wordsOfStep<Code extends NextStepCode>(
  step: Of<Code> & { code: Code },
  context: Context,
): StepWords {
  const said = wording[step.code](step, context);
  return step.forReader ? said : { text: said.text };
}
