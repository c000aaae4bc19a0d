import type { LucideIcon } from "lucide-react";
import type { useTranslations } from "next-intl";
import type { Casework } from "@/server/holders/casework";
import type { HolderView } from "@/server/holders/queries";

/** The kinds of events, in the order of the filter; messages: `caseFile.history_<kind>`. */
export const eventKinds = [
  "forms",
  "visits",
  "plan",
  "referrals",
  "contacts",
  "requests",
  "office",
] as const;
export type EventKind = (typeof eventKinds)[number];

/** One event of a person: when (by the form), what, by whom, in the wording of that day. */
export type CaseEvent = {
  /** Unique within the history: the row's id. */
  key: string;
  kind: EventKind;
  icon: LucideIcon;
  /** The day on the form, ISO; events of one day are ordered by `at`. */
  on: string;
  /** When it was recorded, in milliseconds. */
  at: number;
  title: string;
  by?: string;
  note?: string;
  /** Sums of income: shown when they are asked for, and not on paper. */
  behindCurtain?: string;
};

/** All messages: each kind of record has its words in its own namespace (`t("visits.…")`). */
export type HistoryWords = ReturnType<typeof useTranslations<never>>;

/** The events of one kind of record. Registered in `sources.ts`. */
export type EventSource = (
  casework: Casework,
  t: HistoryWords,
  holder: HolderView,
) => readonly CaseEvent[];

/** The parts that exist, joined by a dot; undefined if there is none. */
export function joined(...parts: (string | null | undefined | false)[]): string | undefined {
  return parts.filter(Boolean).join(" · ") || undefined;
}

/** Newest first: by the day on the form, then by the time of recording. */
export function newestFirst(a: CaseEvent, b: CaseEvent): number {
  if (a.on !== b.on) return a.on < b.on ? 1 : -1;
  return b.at - a.at;
}

/** The chosen kind of an address (`?history=visits`); null: all. */
export function readEventKind(value: string | string[] | undefined): EventKind | null {
  return eventKinds.find((kind) => kind === value) ?? null;
}
