import { nextContactOn, type StepContext, type StepSource } from "./case";

const isInterviewer = ({ reader }: StepContext) => reader.role === "account_officer";

/** Still to be interviewed: nobody has done so, they have not said no since, and they are still there. */
const isWaiting = ({ case: { assessments, holder } }: StepContext) =>
  assessments.length === 0 && holder.latestAnswer !== "no" && holder.departure === null;

/** The account officer's own unfinished form. */
export const unfinishedForm: StepSource = ({ case: { draft } }) =>
  draft && { code: "resume_interview", savedOn: draft.savedOn, urgent: true, forReader: true };

/** The appointment: overdue or ahead. */
export const appointmentAhead: StepSource = (context) => {
  const { today } = context;
  const planned = context.case.appointments.find(({ status }) => status === "planned");
  if (!planned || !isWaiting(context)) return null;
  return {
    code: planned.meetOn < today ? "appointment_overdue" : "appointment",
    meetOn: planned.meetOn,
    urgent: planned.meetOn <= today,
    forReader: isInterviewer(context),
  };
};

/** The account officer is to interview them; for everybody else it is a thing to wait for. */
export const interviewToDo: StepSource = (context) => {
  if (!isWaiting(context) || !context.case.holder.accountOfficerId) return null;
  const forReader = isInterviewer(context);
  return { code: "interview", urgent: forReader, forReader };
};

/** They have no account officer yet. */
export const assignToDo: StepSource = (context) => {
  const { role } = context.reader;
  if (!isWaiting(context) || context.case.holder.accountOfficerId) return null;
  return {
    code: "assign",
    urgent: true,
    forReader: role === "district_secretary" || role === "district_chief",
  };
};

/** Nothing waits: the next contact, if a day was named; the account officer may interview at any time. */
export function nothingToDo(context: StepContext) {
  const { assessments, holder } = context.case;
  return {
    code: "nothing",
    nextContactOn: nextContactOn(context.case),
    interviewed: assessments.length > 0,
    urgent: false,
    forReader: isInterviewer(context) && holder.departure === null,
  } as const;
}
