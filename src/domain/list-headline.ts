import type { IsoDate } from "@/domain/calendar";
import type { CorrectionView } from "@/domain/correction";
import type { InquiryState } from "@/domain/inquiry";
import type { MinistryShown } from "@/domain/ministry";
import type { ResolutionState } from "@/domain/resolution";
import type { Period } from "@/domain/rules/rule-set";

/**
 * The first sentence of the pages that list what waits for somebody, as a code with its numbers; the screen words it
 * (`domain/headline` has those that say where the work stands). The most pressing comes first.
 */

export type MinistryHeadline = { says: "all_reported" } | { says: MinistryShown; count: number };

/** What the entries for the Ministry say first: how many of the state that is shown. */
export function ministryHeadline(
  shown: MinistryShown,
  counts: Record<MinistryShown, number>,
): MinistryHeadline {
  const count = counts[shown];
  return shown === "unreported" && count === 0 ? { says: "all_reported" } : { says: shown, count };
}

export type AgencyTasksHeadline =
  | { says: "overdue" | "pending" | "open"; count: number }
  | { says: "none" | "done" };

type TaskCounts = { overdue: number; open: number };

/** Of what the province asks of the agencies. */
export function agencyTasksHeadline({
  all,
  overdue,
  pending,
  open,
}: TaskCounts & { all: number; pending: number }): AgencyTasksHeadline {
  if (all === 0) return { says: "none" };
  if (overdue > 0) return { says: "overdue", count: overdue };
  if (pending > 0) return { says: "pending", count: pending };
  return open > 0 ? { says: "open", count: open } : { says: "done" };
}

export type OwnTasksHeadline = { says: "overdue" | "open"; count: number } | { says: "none" };

/** Of what the province asks of the reader's agency. */
export function ownTasksHeadline({ overdue, open }: TaskCounts): OwnTasksHeadline {
  if (overdue > 0) return { says: "overdue", count: overdue };
  return open > 0 ? { says: "open", count: open } : { says: "none" };
}

export type ReadinessHeadline =
  | { says: "all_ready" | "nothing_left"; all: number }
  | { says: "ready" | "lacking"; count: number; all: number };

/** Of the districts: how many are ready. Once something is over nobody is ready or not: what can still be done is said. */
export function readinessHeadline(
  districts: readonly { now: readonly unknown[]; past: readonly unknown[] }[],
): ReadinessHeadline {
  const all = districts.length;
  const lacking = districts.filter(({ now }) => now.length > 0).length;
  const isPast = districts.some(({ past }) => past.length > 0);
  if (lacking === 0) return { says: isPast ? "nothing_left" : "all_ready", all };
  return isPast
    ? { says: "lacking", count: lacking, all }
    : { says: "ready", count: all - lacking, all };
}

export type CorrectionsHeadline = { says: "none_waits" } | { says: CorrectionView; count: number };

/** What a list of corrections says first: how many of those it shows; that nothing waits, in words. */
export function correctionsHeadline(
  shown: CorrectionView,
  counts: Partial<Record<CorrectionView, number>>,
): CorrectionsHeadline {
  const count = counts[shown] ?? 0;
  return count === 0 && (shown === "mine" || shown === "pending")
    ? { says: "none_waits" }
    : { says: shown, count };
}

export type SettingsHeadline = { says: "pending" | "changed"; count: number } | { says: "usual" };

/** Of the province's settings: what waits for a decision, else what is not as it was delivered. */
export function settingsHeadline({
  pending,
  changed,
}: {
  pending: number;
  changed: number;
}): SettingsHeadline {
  if (pending > 0) return { says: "pending", count: pending };
  return changed > 0 ? { says: "changed", count: changed } : { says: "usual" };
}

export type WalkInHeadline =
  | { says: "there" | "was_there"; count: number }
  | { says: "none" | "was_none" };

/** Of places or of their officers: how many there are, and once nobody may come any more, how many there were. */
export function walkInHeadline(count: number, over: boolean): WalkInHeadline {
  if (count === 0) return { says: over ? "was_none" : "none" };
  return { says: over ? "was_there" : "there", count };
}

export type DeskHeadline =
  | { says: "after" | "not_open" }
  | { says: "before"; from: IsoDate }
  | { says: "open"; place: string }
  | { says: "open_many"; count: number };

/** Of the desks of a day: outside the weeks in which people may come that, else where one is open. */
export function deskHeadline(
  { today, desks }: { today: IsoDate; desks: readonly { placeName: string }[] },
  walkIn: Period,
): DeskHeadline {
  if (today > walkIn.until) return { says: "after" };
  if (today < walkIn.from) return { says: "before", from: walkIn.from };
  const [only, ...others] = desks;
  if (!only) return { says: "not_open" };
  return others.length > 0
    ? { says: "open_many", count: desks.length }
    : { says: "open", place: only.placeName };
}

export type ImportHeadline =
  | { says: "done"; saved: number; rows: number }
  | { says: "undone"; batch: number }
  | { says: "discarded" | "failed_file" }
  | { says: "failed_run" | "nothing_new"; rows: number }
  | { says: "checked"; rows: number; good: number };

/** Of one import that waits for nobody's machine: what became of its rows, or would. `begun`: it was being saved. */
export function importHeadline(batch: {
  status: string;
  number: number;
  begun: boolean;
  rows: number;
  rejected: number;
  saved: number;
  merged: number;
}): ImportHeadline {
  const { rows, rejected, saved } = batch;
  switch (batch.status) {
    case "done":
      return { says: "done", saved, rows };
    case "undone":
      return { says: "undone", batch: batch.number };
    case "discarded":
      return { says: "discarded" };
    case "failed":
      return batch.begun ? { says: "failed_run", rows: batch.merged } : { says: "failed_file" };
    default:
      return saved === 0 && rejected === 0
        ? { says: "nothing_new", rows }
        : { says: "checked", rows, good: rows - rejected };
  }
}

export type AnnouncementsHeadline =
  | { says: "pending" | "unread" | "mine"; count: number }
  | { says: "none" | "all_read" | "mine_none" };

/** Of the announcements: to who prepares them what waits and who has not read; to a district what it has not read. */
export function announcementsHeadline(
  { pending, issued, unread }: { pending: number; issued: number; unread: number },
  prepares: boolean,
): AnnouncementsHeadline {
  if (prepares && pending > 0) return { says: "pending", count: pending };
  if (issued === 0) return { says: "none" };
  if (unread > 0) return { says: prepares ? "unread" : "mine", count: unread };
  return { says: prepares ? "all_read" : "mine_none" };
}

export type InquiriesHeadline =
  | { says: "none_ever" | "all_answered" }
  | { says: "open_late"; count: number; late: number }
  | { says: InquiryState; count: number };

/** What a list of inquiries says first: how many of those it shows; of all open ones, how many are late. */
export function inquiriesHeadline(
  shown: InquiryState,
  counts: Record<InquiryState, number>,
): InquiriesHeadline {
  const count = counts[shown];
  if (shown !== "open") return { says: shown, count };
  // Where nobody ever asked, nothing was answered either.
  if (count === 0) return { says: counts.answered === 0 ? "none_ever" : "all_answered" };
  return counts.late > 0 ? { says: "open_late", count, late: counts.late } : { says: shown, count };
}

export type ResolutionsHeadline =
  | { says: "none_ever" | "all_ended" }
  | { says: "open_late"; count: number; late: number }
  | { says: ResolutionState; count: number };

/** What a list of resolutions says first: how many of those it shows; of all open ones, how many are late. */
export function resolutionsHeadline(
  shown: ResolutionState,
  counts: Record<ResolutionState, number>,
): ResolutionsHeadline {
  const count = counts[shown];
  if (shown !== "open") return { says: shown, count };
  if (count === 0) return { says: counts.ended === 0 ? "none_ever" : "all_ended" };
  return counts.late > 0 ? { says: "open_late", count, late: counts.late } : { says: shown, count };
}
