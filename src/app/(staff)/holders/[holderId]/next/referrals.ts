import { projectAgencies } from "@/domain/agencies";
import { dueOf } from "@/domain/due";
import { isFinal } from "@/domain/referral";
import type { StepSource } from "./step";

/** Everything of this person's that is open although he has taken his consent back. */
export const consentTakenBack: StepSource = ({ holder, casework, t }) => {
  const open = casework.referrals.filter(
    ({ state, consentWithdrawnOn }) => consentWithdrawnOn !== null && !isFinal(state),
  );
  if (open.length === 0) return null;
  return {
    text: t("referrals.nextNoConsent", { count: open.length }),
    urgent: true,
    action: { href: `/holders/${holder.id}/referrals`, label: t("referrals.nextLateAction") },
  };
};

/** An agency that has not answered in its time: the longest first. */
export const lateReferral: StepSource = ({ holder, casework, today, t }) => {
  const [late] = casework.referrals
    .filter(({ state }) => state === "escalated")
    .sort((a, b) => ((a.nextOn ?? "") < (b.nextOn ?? "") ? -1 : 1));
  if (!late?.nextOn) return null;
  return {
    text: t("referrals.nextLate", {
      agency: projectAgencies[late.agency].short,
      project: late.projectName,
      due: dueOf(late.nextOn, today).words,
    }),
    urgent: true,
    action: { href: `/holders/${holder.id}/referrals`, label: t("referrals.nextLateAction") },
  };
};

/** Projects of the plan that nobody has sent yet. */
export const referralsToSend: StepSource = ({ holder, casework, role, t }) => {
  const drafts = casework.referrals.filter(({ state }) => state === "draft");
  if (drafts.length === 0 || holder.latestAnswer !== "yes") return null;
  return {
    text: t("referrals.nextSend", { count: drafts.length }),
    urgent: true,
    action:
      role === "account_officer"
        ? { href: `/holders/${holder.id}/referrals`, label: t("referrals.nextSendAction") }
        : undefined,
  };
};
