import {
  CalendarDays,
  ClipboardCheck,
  ClipboardX,
  Database,
  DoorClosed,
  Footprints,
  LogOut,
  MapPin,
  Plane,
  UserCheck,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { formatThaiDate, formatThaiDateShort } from "@/domain/thai-dates";
import type { Casework, HolderView } from "@/server/holders/queries";
import { Timeline, type TimelineEntry } from "@/ui/timeline";

const day = (date: Date) => date.toISOString().slice(0, 10);
type Entry = TimelineEntry & { on: string; at: number };

/** "ประวัติการดำเนินการ": read from the casework rows, never from the audit; by the date on the form, newest first. */
export function CaseTimeline({ casework, holder }: { casework: Casework; holder: HolderView }) {
  const t = useTranslations("caseFile");
  const entries = [
    ...useForms(casework),
    ...useVisits(casework),
    ...useMoves(casework, holder),
  ].sort((a, b) => (a.on === b.on ? b.at - a.at : a.on < b.on ? 1 : -1));
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline" className="mb-3 text-lg">
        {t("timeline")}
      </h2>
      <Timeline entries={entries} />
    </section>
  );
}

/** What the holder said: intents, interviews, refusals at the door. */
function useForms({ intents, assessments, refusals }: Casework): Entry[] {
  const t = useTranslations("caseFile");
  const confirmation = (state: string | null) =>
    state === "pending" ? t("eventPending") : state === "rejected" ? t("eventRejected") : null;
  const late = ({ paperNumber, recordedOn }: { paperNumber: string | null; recordedOn: Date }) =>
    paperNumber
      ? t("eventLate", { paper: paperNumber, date: formatThaiDateShort(day(recordedOn)) })
      : null;
  const joined = (...parts: (string | null)[]) => parts.filter(Boolean).join(" · ") || undefined;
  return [
    ...intents.map((intent) => ({
      key: intent.id,
      on: day(intent.intentOn),
      at: intent.recordedAt.getTime(),
      icon: MapPin,
      when: formatThaiDate(day(intent.intentOn)),
      title: intent.answer === "yes" ? t("eventIntentYes") : t("eventIntentNo"),
      by: joined(t("eventAt", { place: intent.placeName }), intent.recordedBy.name),
      note: joined(late(intent), confirmation(intent.confirmation)),
    })),
    ...assessments.map((assessment) => ({
      key: assessment.id,
      on: day(assessment.interviewedOn),
      at: assessment.recordedAt.getTime(),
      icon: assessment.answer === "yes" ? ClipboardCheck : ClipboardX,
      when: formatThaiDate(day(assessment.interviewedOn)),
      title:
        assessment.answer === "yes"
          ? t("eventInterviewYes", { count: assessment.projects.length })
          : t("eventInterviewNo"),
      by: `${assessment.recordedBy.name} (AO ${assessment.officerCode})`,
      note: joined(
        assessment.coInterviewer || assessment.coInterviewerName
          ? t("eventCoInterviewer", {
              name: assessment.coInterviewer?.name ?? assessment.coInterviewerName ?? "",
            })
          : assessment.warnings.includes("co_interviewer_missing")
            ? t("eventNoCoInterviewer")
            : null,
        late(assessment),
        confirmation(assessment.confirmation),
      ),
    })),
    ...refusals.map((refusal) => ({
      key: refusal.id,
      on: day(refusal.refusedOn),
      at: refusal.recordedAt.getTime(),
      icon: DoorClosed,
      when: formatThaiDate(day(refusal.refusedOn)),
      title: t("eventRefused"),
      by: refusal.recordedBy.name,
      note: joined(refusal.reason, confirmation(refusal.confirmation)),
    })),
  ];
}

/** What was tried to meet him, and what was learnt of where he is. */
function useVisits({ visits, appointments, absences, departures }: Casework): Entry[] {
  const t = useTranslations("caseFile");
  const short = (date: Date) => formatThaiDateShort(day(date));
  const entry = (
    row: { id: string; recordedAt: Date; recordedBy: { name: string } },
    on: Date,
    icon: Entry["icon"],
    title: string,
    ...notes: (string | null)[]
  ): Entry => ({
    key: row.id,
    on: day(on),
    at: row.recordedAt.getTime(),
    icon,
    when: formatThaiDate(day(on)),
    title,
    by: row.recordedBy.name,
    note: notes.filter(Boolean).join(" · ") || undefined,
  });
  return [
    ...visits.map((visit) =>
      entry(
        visit,
        visit.visitedOn,
        Footprints,
        t(`eventVisit_${visit.outcome as "met"}`),
        visit.note,
        visit.nextOn && t("eventNext", { date: short(visit.nextOn) }),
      ),
    ),
    ...appointments.map((appointment) =>
      entry(
        appointment,
        appointment.recordedOn,
        CalendarDays,
        t("eventAppointment", { date: short(appointment.meetOn) }),
        [appointment.meetAt, appointment.placeName].filter(Boolean).join(" "),
        appointment.status === "planned"
          ? null
          : t(`eventAppointment_${appointment.status as "kept"}`),
        appointment.statusReason === "moved" ? null : appointment.statusReason,
      ),
    ),
    ...absences.map((absence) =>
      entry(
        absence,
        absence.notedOn,
        Plane,
        t("eventAway"),
        absence.awayDistrict,
        absence.returnOn && t("eventReturn", { date: short(absence.returnOn) }),
        absence.returnedOn && t("eventReturned", { date: short(absence.returnedOn) }),
      ),
    ),
    ...departures.map((departure) =>
      entry(
        departure,
        departure.departedOn,
        LogOut,
        t(departure.kind === "deceased" ? "eventDeceased" : "eventMovedAway"),
        departure.sourceDetail,
        departure.confirmation === "pending"
          ? t("eventPending")
          : departure.confirmation === "rejected"
            ? t("eventRejected")
            : null,
      ),
    ),
  ];
}

/** What the offices did: imports and assignments. */
function useMoves({ assignments, changes }: Casework, holder: HolderView): Entry[] {
  const t = useTranslations("caseFile");
  return [
    ...assignments.map((assignment) => ({
      key: assignment.id,
      on: day(assignment.assignedOn),
      at: assignment.createdAt.getTime(),
      icon: UserCheck,
      when: formatThaiDate(day(assignment.assignedOn)),
      title: assignment.officer
        ? t("eventAssigned", {
            name: assignment.officer.name,
            code: assignment.officerCode ?? "",
          })
        : t("eventTaken"),
      by: assignment.assignedBy.position,
    })),
    ...changes.map(({ batch }) => ({
      key: `change-${batch.number}`,
      on: day(batch.programmeOn),
      at: batch.finishedAt?.getTime() ?? 0,
      icon: Database,
      when: formatThaiDate(day(batch.programmeOn)),
      title: t("eventImportChanged"),
      by: t("eventBatch", { number: batch.number }),
    })),
    {
      key: "created",
      on: day(holder.createdBatch.programmeOn),
      at: 0,
      icon: Database,
      when: formatThaiDate(day(holder.createdBatch.programmeOn)),
      title: t("eventImported"),
      by: t("eventBatch", { number: holder.createdBatch.number }),
    },
  ];
}
