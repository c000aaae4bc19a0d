import type { StepSource } from "./step";

/** An interview on paper that waits for the secretary. */
export const assessmentToConfirm: StepSource = ({ holder, casework, role, t }) => {
  const waiting = casework.assessments.find(({ confirmation }) => confirmation === "pending");
  if (!waiting) return null;
  return {
    text: t("caseFile.nextConfirmAssessment"),
    urgent: true,
    action:
      role === "district_secretary"
        ? {
            href: `/holders/${holder.id}/assessment/${waiting.id}`,
            label: t("caseFile.nextConfirmAction"),
          }
        : undefined,
  };
};

/** A paper of February that waits for another receiving officer. */
export const paperToConfirm: StepSource = ({ casework, role, t }) => {
  if (!casework.intents.some(({ confirmation }) => confirmation === "pending")) return null;
  return {
    text: t("caseFile.nextConfirmPaper"),
    urgent: true,
    action:
      role === "district_secretary"
        ? { href: "/desk/confirmations", label: t("caseFile.nextConfirmAction") }
        : undefined,
  };
};

/** A reported death, move or refusal that waits for another officer of the district. */
export const reportToConfirm: StepSource = ({ casework, role, t }) => {
  const departure = casework.departures.find(({ confirmation }) => confirmation === "pending");
  const refused = casework.refusals.some(({ confirmation }) => confirmation === "pending");
  if (!departure && !refused) return null;
  const what = departure ? departure.kind : "refused_interview";
  return {
    text: t("caseFile.nextReport", { what: t(`words.state_${what}`) }),
    urgent: true,
    action:
      role === "district_secretary" || role === "district_chief"
        ? { href: "/district/confirmations", label: t("caseFile.nextConfirmAction") }
        : undefined,
  };
};
