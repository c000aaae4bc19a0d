import { Landmark } from "lucide-react";
import { type EventSource, joined } from "./event";

/** The bank's officer who was to sit in, and whether it is confirmed that they did. */
export const coInterviewEvents: EventSource = ({ coInterviews }, t) =>
  coInterviews.map((row) => ({
    key: row.id,
    kind: "office",
    icon: Landmark,
    on: row.meetOn,
    at: row.recordedAt.getTime(),
    title: t("coInterviews.event", { name: row.officerName }),
    note: joined(t(`coInterviews.status_${row.status}`), row.onPaper && t("coInterviews.onPaper")),
  }));
