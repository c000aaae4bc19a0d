import { roundNow, roundStateOf } from "@/domain/follow-up";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { Step, StepContext, StepSource } from "./step";

/** What waits for the account officer of a plan in force: what bounced, then the round, then the day that was named. */
function waiting({ casework, today, t }: StepContext): Omit<Step, "action"> {
  const { followUp, ministry } = casework;
  if (!followUp) return { text: "", urgent: false };
  const bounced = ministry.find(({ state }) => state === "bounced");
  if (bounced)
    return { text: t("followUps.nextBounced", { reason: bounced.reason ?? "" }), urgent: true };
  const { agreedOn } = followUp;
  const round = roundNow(today, followUp.rounds);
  const state = round && roundStateOf(round, { agreedOn, doneOn: round.doneOn, today });
  if (round && state === "overdue")
    return {
      text: t("followUps.nextOverdue", {
        round: round.words.name,
        days: -round.daysLeft,
      }),
      urgent: true,
    };
  if (round && state === "due")
    return {
      text: t("followUps.nextDue", {
        round: round.words.name,
        date: formatThaiDateShort(round.until),
      }),
      urgent: true,
    };
  const on = followUp.nextOn ?? casework.assessments[0]?.nextContactOn;
  return {
    text: on ? t("followUps.nextOn", { date: formatThaiDateShort(on) }) : t("followUps.nextAny"),
    urgent: on ? on <= today : false,
  };
}

/** A plan in force is followed up: the file's main action from the interview on. */
export const followUpToDo: StepSource = (context) => {
  const { holder, casework, role, t } = context;
  if (!casework.followUp?.active) return null;
  const own = role === "account_officer";
  return {
    ...waiting(context),
    ...(own && {
      action: { href: `/holders/${holder.id}/contacts/new`, label: t("followUps.record") },
      other: { href: `/holders/${holder.id}/assessment`, label: t("caseFile.interviewAgain") },
    }),
  };
};
