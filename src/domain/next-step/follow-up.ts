import { roundNow, roundStateOf } from "@/domain/follow-up";
import { type NextStep, nextContactOn, type StepContext, type StepSource } from "./case";

/** What is due of a plan in force: what bounced, then the round, which is the month's duty. */
export const followUpDue: StepSource = (context) =>
  context.case.followUp?.active ? (bounced(context) ?? roundToDo(context)) : null;

/** A plan in force is followed up at any time, best on the day that was named. */
export const followUpToDo: StepSource = (context) =>
  context.case.followUp?.active ? namedDay(context) : null;

const isOwn = ({ reader }: StepContext) => reader.role === "account_officer";

function bounced(context: StepContext): NextStep | null {
  const entry = context.case.ministry.find(({ state }) => state === "bounced");
  if (!entry) return null;
  return { code: "report_bounced", reason: entry.reason, urgent: true, forReader: isOwn(context) };
}

function roundToDo(context: StepContext): NextStep | null {
  const { today } = context;
  const { followUp } = context.case;
  const now = followUp && roundNow(today, followUp.rounds);
  if (!now) return null;
  const { daysLeft: _, doneOn, ...round } = now;
  const { agreedOn } = followUp;
  if (roundStateOf(round, { agreedOn, doneOn, today }) !== "due") return null;
  return { code: "round_due", round, urgent: true, forReader: isOwn(context) };
}

function namedDay(context: StepContext): NextStep {
  const on = nextContactOn(context.case);
  const forReader = isOwn(context);
  if (on === null) return { code: "follow_up", urgent: false, forReader };
  return { code: "next_contact", on, urgent: on <= context.today, forReader };
}
