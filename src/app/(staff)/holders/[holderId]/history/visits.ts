import { CalendarDays, Footprints, LogOut, Plane } from "lucide-react";
import { monthOf } from "@/domain/calendar";
import { formatThaiDateShort, formatThaiMonth, formatThaiTime } from "@/domain/thai-dates";
import type { Casework } from "@/server/holders/casework";
import { type EventSource, type HistoryWords, joined } from "./event";

type Recorded = { id: string; recordedAt: Date; recordedBy: { name: string } };

const recorded = (row: Recorded) =>
  ({
    key: row.id,
    kind: "visits",
    at: row.recordedAt.getTime(),
    by: row.recordedBy.name,
  }) as const;

/** Visits at the holder's home. */
export const visitEvents: EventSource = ({ visits }, t) =>
  visits.map((visit) => ({
    ...recorded(visit),
    on: visit.visitedOn,
    icon: Footprints,
    title: t(`caseFile.eventVisit_${visit.outcome}`),
    note: joined(
      visit.note,
      visit.nextOn && t("caseFile.eventNext", { date: formatThaiDateShort(visit.nextOn) }),
    ),
  }));

/** Days to meet, and how they ended. */
export const appointmentEvents: EventSource = ({ appointments }, t) =>
  appointments.map((appointment) => ({
    ...recorded(appointment),
    on: appointment.recordedOn,
    icon: CalendarDays,
    title: t("caseFile.eventAppointment", { date: formatThaiDateShort(appointment.meetOn) }),
    note: joined(
      [
        appointment.meetAt && t("visits.time", { time: formatThaiTime(appointment.meetAt) }),
        appointment.placeName,
      ]
        .filter(Boolean)
        .join(" "),
      appointment.status !== "planned" && t(`caseFile.eventAppointment_${appointment.status}`),
      appointment.statusReason !== "moved" && appointment.statusReason,
    ),
  }));

/** Times away. */
export const absenceEvents: EventSource = ({ absences }, t) =>
  absences.map((absence) => ({
    ...recorded(absence),
    on: absence.notedOn,
    icon: Plane,
    title: t("caseFile.eventAway"),
    note: joined(
      absence.awayDistrict,
      absence.returnOn &&
        t("caseFile.eventReturn", { date: formatThaiDateShort(absence.returnOn) }),
      absence.returnedOn &&
        t("caseFile.eventReturned", { date: formatThaiDateShort(absence.returnedOn) }),
    ),
  }));

/** How a confirmed one was looked at again. */
function reviewed(departure: Casework["departures"][number], t: HistoryWords) {
  const { reviewedOn, reviewedBy, reviewNote, confirmation } = departure;
  return (
    reviewedOn &&
    t(confirmation === "withdrawn" ? "caseFile.eventWithdrawn" : "caseFile.eventKept", {
      date: formatThaiDateShort(reviewedOn),
      by: reviewedBy?.name ?? "",
      note: reviewNote ?? "",
    })
  );
}

/** Cards that the Ministry has cancelled: from which paper, and by which later one it stands again. */
export const cancellationEvents: EventSource = ({ departures }, t) =>
  departures
    .filter(({ kind }) => kind === "card_cancelled")
    .map((cancelled) => ({
      ...recorded(cancelled),
      on: cancelled.recordedOn,
      icon: LogOut,
      title: t("cancellations.event", { month: formatThaiMonth(monthOf(cancelled.departedOn)) }),
      note: joined(
        t("cancellations.eventSource", {
          source: t(`visits.source_${cancelled.source}`),
          number: cancelled.sourceDetail,
          date: cancelled.sourceOn ? formatThaiDateShort(cancelled.sourceOn) : "",
        }),
        cancelled.confirmation === "pending" && t("caseFile.eventPending"),
        cancelled.confirmation === "rejected" && t("caseFile.eventNotConfirmed"),
        cancelled.reviewedOn &&
          t("cancellations.eventWithdrawn", {
            date: formatThaiDateShort(cancelled.reviewedOn),
            by: cancelled.reviewedBy?.name ?? "",
            number: cancelled.reviewNote ?? "",
          }),
      ),
    }));

/** Reported deaths and moves away. */
export const departureEvents: EventSource = ({ departures }, t) =>
  departures
    .filter(({ kind }) => kind !== "card_cancelled")
    .map((departure) => ({
      ...recorded(departure),
      on: departure.departedOn,
      icon: LogOut,
      title: t(
        departure.kind === "deceased" ? "caseFile.eventDeceased" : "caseFile.eventMovedAway",
      ),
      note: joined(
        departure.sourceDetail,
        departure.confirmation === "pending" && t("caseFile.eventPending"),
        departure.confirmation === "rejected" && t("caseFile.eventNotConfirmed"),
        reviewed(departure, t),
      ),
    }));
