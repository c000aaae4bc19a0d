import { ClipboardCheck, ClipboardX, DoorClosed, MapPin } from "lucide-react";
import { formatThaiDateShort } from "@/domain/thai-dates";
import { type EventSource, type HistoryWords, joined } from "./event";

function confirmation(t: HistoryWords, state: string | null) {
  if (state === "pending") return t("caseFile.eventPending");
  return state === "rejected" ? t("caseFile.eventRejected") : null;
}

function late(t: HistoryWords, row: { paperNumber: string | null; recordedOn: string }) {
  return (
    row.paperNumber &&
    t("caseFile.eventLate", { paper: row.paperNumber, date: formatThaiDateShort(row.recordedOn) })
  );
}

/** What the holder said at a desk. */
export const intentEvents: EventSource = ({ intents }, t) =>
  intents.map((intent) => ({
    key: intent.id,
    kind: "forms",
    on: intent.intentOn,
    at: intent.recordedAt.getTime(),
    icon: MapPin,
    title: intent.answer === "yes" ? t("caseFile.eventIntentYes") : t("caseFile.eventIntentNo"),
    by: joined(t("caseFile.eventAt", { place: intent.placeName }), intent.recordedBy.name),
    note: joined(
      late(t, intent),
      confirmation(t, intent.confirmation),
      intent.afterDeath && t(`caseFile.eventAfterDeath_${intent.afterDeath}`),
    ),
  }));

/** The interviews. */
export const assessmentEvents: EventSource = ({ assessments }, t) =>
  assessments.map((assessment) => {
    const companion = assessment.coInterviewer?.name ?? assessment.coInterviewerName;
    const missing = assessment.warnings.includes("co_interviewer_missing");
    return {
      key: assessment.id,
      kind: "forms",
      on: assessment.interviewedOn,
      at: assessment.recordedAt.getTime(),
      icon: assessment.answer === "yes" ? ClipboardCheck : ClipboardX,
      title:
        assessment.answer === "yes"
          ? t("caseFile.eventInterviewYes", { count: assessment.projects.length })
          : t("caseFile.eventInterviewNo"),
      by: `${assessment.recordedBy.name} (AO ${assessment.officerCode})`,
      note: joined(
        companion
          ? t("caseFile.eventCoInterviewer", { name: companion })
          : missing && t("caseFile.eventNoCoInterviewer"),
        late(t, assessment),
        confirmation(t, assessment.confirmation),
        assessment.afterDeath && t(`caseFile.eventAfterDeath_${assessment.afterDeath}`),
      ),
    };
  });

/** Refusals at the door. */
export const refusalEvents: EventSource = ({ refusals }, t) =>
  refusals.map((refusal) => ({
    key: refusal.id,
    kind: "forms",
    on: refusal.refusedOn,
    at: refusal.recordedAt.getTime(),
    icon: DoorClosed,
    title: t("caseFile.eventRefused"),
    by: refusal.recordedBy.name,
    note: joined(refusal.reason, confirmation(t, refusal.confirmation)),
  }));
