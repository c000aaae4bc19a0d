import { formatThaiDateShort } from "@/domain/thai-dates";
import type { StepContext, StepSource } from "./step";

const form = ({ holder, t }: StepContext, label: "nextInterviewAction" | "nextResumeAction") => ({
  href: `/holders/${holder.id}/assessment`,
  label: t(`caseFile.${label}`),
});

const refusal = ({ holder, t }: StepContext) => ({
  href: `/holders/${holder.id}/refusal`,
  label: t("caseFile.refuse"),
});

/** Still to be interviewed: nobody has, and the last answer is no no. */
const isWaiting = ({ casework, holder }: StepContext) =>
  casework.assessments.length === 0 && holder.latestAnswer !== "no" && holder.departure === null;

/** The account officer's own form that is not finished. */
export const unfinishedForm: StepSource = (context) => {
  const { draft } = context.casework;
  if (!draft) return null;
  return {
    text: context.t("caseFile.nextResume", { date: formatThaiDateShort(draft.savedOn) }),
    urgent: true,
    action: form(context, "nextResumeAction"),
  };
};

/** The day on which they are to meet: overdue, or ahead. */
export const appointmentAhead: StepSource = (context) => {
  const { casework, role, today, t } = context;
  const planned = casework.appointments.find(({ status }) => status === "planned");
  if (!planned || !isWaiting(context)) return null;
  const overdue = planned.meetOn < today;
  return {
    text: t(overdue ? "caseFile.nextOverdue" : "caseFile.nextAppointment", {
      date: formatThaiDateShort(planned.meetOn),
    }),
    urgent: overdue || planned.meetOn === today,
    ...(role === "account_officer" && {
      action: form(context, "nextInterviewAction"),
      other: refusal(context),
    }),
  };
};

/** The account officer is to interview him. */
export const interviewToDo: StepSource = (context) => {
  const { holder, role, t } = context;
  if (!isWaiting(context) || !holder.accountOfficerId) return null;
  if (role !== "account_officer") return { text: t("caseFile.nextWaiting"), urgent: false };
  return {
    text: t("caseFile.nextInterview"),
    urgent: true,
    action: form(context, "nextInterviewAction"),
    other: refusal(context),
  };
};

/** He has no account officer yet. */
export const assignToDo: StepSource = (context) => {
  const { holder, role, t } = context;
  if (!isWaiting(context) || holder.accountOfficerId) return null;
  return {
    text: t("caseFile.nextAssign"),
    urgent: true,
    action:
      role === "district_secretary" || role === "district_chief"
        ? { href: `/assign/holder/${holder.id}`, label: t("caseFile.nextAssignAction") }
        : undefined,
  };
};

/** Nothing waits: the next contact, if a day was named. */
export const nothingToDo: StepSource = ({ holder, casework, role, t }) => {
  const [latest] = casework.assessments;
  const interviews = role === "account_officer" && holder.departure === null;
  return {
    text: latest?.nextContactOn
      ? t("caseFile.nextNothing", { date: formatThaiDateShort(latest.nextContactOn) })
      : t("caseFile.nextNothingNoDate"),
    urgent: false,
    action: interviews
      ? {
          href: `/holders/${holder.id}/assessment`,
          label: latest ? t("caseFile.interviewAgain") : t("caseFile.nextInterviewAction"),
        }
      : undefined,
  };
};
