import { ArrowLeftRight } from "lucide-react";
import { type EventSource, joined } from "./event";

/** Requests to hand the holder over, and their answers; the move itself is an event of the assignment. */
export const transferEvents: EventSource = ({ transfers }, t) =>
  transfers.map(({ transfer }) => ({
    key: transfer.id,
    kind: "office",
    icon: ArrowLeftRight,
    on: transfer.recordedOn,
    at: transfer.recordedAt.getTime(),
    title: t("transfers.eventAsked", {
      to: transfer.toOfficer
        ? t("transfers.toColleague", { name: transfer.toOfficer.name })
        : t("transfers.toWhomDistrict"),
    }),
    by: transfer.recordedBy.name,
    note: joined(transfer.reason, t(`transfers.status_${transfer.status}`), transfer.answerReason),
  }));
