import { nextDayOf, type ReferralStep, referralSteps } from "@/domain/referral";
import { invalid } from "@/domain/result";
import { toDateColumn } from "@/server/clock";
import type { CommandScope } from "@/server/command";

/** The columns of a step: the new state of the referral, who made the step, on which day, with which note. */
export function changeOf(
  { actor, today }: Pick<CommandScope<unknown>, "actor" | "today">,
  step: ReferralStep,
  {
    words = null,
    nextOn = null,
    answerDays = 0,
  }: { words?: string | null; nextOn?: string | null; answerDays?: number },
) {
  if (nextOn !== null && nextOn < today) throw invalid({ nextOn: "past" });
  if (referralSteps[step].words === "needed" && words === null) throw invalid({ words: "missing" });
  const state = referralSteps[step].to;
  const next = nextDayOf(state, today, answerDays, nextOn);
  return {
    state,
    step,
    words,
    nextOn: next === null ? null : toDateColumn(next),
    changedOn: toDateColumn(today),
    changedById: actor.id,
  };
}
