import { isFinal } from "@/domain/referral";
import { referralCount } from "@/domain/referral-count";
import type { StepSource } from "./case";

/** Everything of this person that is open although they have taken their consent back. */
export const consentTakenBack: StepSource = ({ case: { referrals } }) => {
  const open = referrals.filter(
    ({ state, consentWithdrawnOn }) => consentWithdrawnOn !== null && !isFinal(state),
  );
  if (open.length === 0) return null;
  return { code: "consent_taken_back", referrals: open.length, urgent: true, forReader: true };
};

/** An agency that has not answered in time: the longest overdue first. */
export const lateReferral: StepSource = ({ case: { referrals } }) => {
  const [late] = referrals
    .flatMap(({ state, nextOn, agency, projectName }) =>
      state === "escalated" && nextOn ? [{ agency, projectName, dueOn: nextOn }] : [],
    )
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return late ? { code: "late_referral", ...late, urgent: true, forReader: true } : null;
};

/** Projects of the plan that are not sent yet. */
export const referralsToSend: StepSource = ({ case: { referrals, holder }, reader }) => {
  const drafts = referrals.filter(({ state }) => state === "draft");
  if (drafts.length === 0 || holder.latestAnswer !== "yes") return null;
  return {
    code: "send_referrals",
    ...referralCount(drafts),
    urgent: true,
    forReader: reader.role === "account_officer",
  };
};
