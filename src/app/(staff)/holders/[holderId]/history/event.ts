import type { LucideIcon } from "lucide-react";
import type { useTranslations } from "next-intl";
import type { Casework } from "@/server/holders/casework";
import type { HolderView } from "@/server/holders/queries";

/** What the history can be narrowed to, in the order of the filter; words: `caseFile.history_<kind>`. */
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

/** One thing that happened to a person: when (by the form), what, by whom, in the words of that day. */
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
};

/** All messages: a noun keeps its words of the history in its own subject (`t("visits.…")`). */
export type HistoryWords = ReturnType<typeof useTranslations<never>>;

/** What one noun adds to the history. Registered in `sources.ts`. */
export type EventSource = (
  casework: Casework,
  t: HistoryWords,
  holder: HolderView,
) => readonly CaseEvent[];

/** The parts that are there, with a dot between; undefined where none is. */
export function joined(...parts: (string | null | undefined | false)[]): string | undefined {
  return parts.filter(Boolean).join(" · ") || undefined;
}

/** Newest first by the day on the form, then by the moment it was recorded. */
export function newestFirst(a: CaseEvent, b: CaseEvent): number {
  if (a.on !== b.on) return a.on < b.on ? 1 : -1;
  return b.at - a.at;
}

/** The chosen kind of an address (`?history=visits`); null: all. */
export function readEventKind(value: string | string[] | undefined): EventKind | null {
  return eventKinds.find((kind) => kind === value) ?? null;
}
