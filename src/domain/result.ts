import type { FaultMessage } from "@/domain/fault";

/** Why a request was refused. Every code has a sentence in i18n (`refusal.<code>`). */
export const refusalCodes = [
  "INVALID",
  "NOT_SIGNED_IN",
  "NOT_FOUND",
  "NOT_ALLOWED",
  "CONFLICT",
  "SENT_BEFORE",
  "ALREADY_RECORDED",
  "DESK_NOT_OPEN",
  "OUTSIDE_WINDOW",
  "NEEDS_OTHER_OFFICER",
  "NEEDS_ORDER",
  "ACTED_ON",
  "OFFICER_ENDED",
  "NO_CONSENT",
  "NO_PLACE",
  "TOO_LARGE",
  "JOBS_WAITING",
  "BUSY",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** What a command answers: its outcome, or why not. `fields` maps an input path to message keys. */
export type Result<Value> =
  | { ok: true; value: Value }
  | { ok: false; code: RefusalCode; fields?: Record<string, string[]>; detail?: unknown };

/** Thrown inside a command to undo its transaction; server/command.ts turns it into a `Result`. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    /** What the person needs to go on: the version that is stored, the earlier date. Never another's data. */
    readonly detail?: unknown,
    readonly fields?: Record<string, FaultMessage[]>,
  ) {
    super(code);
  }
}

/** A refusal of what was filled in: each field with the key of its sentence. */
export function invalid(faults: Readonly<Record<string, FaultMessage>>, detail?: unknown): Refusal {
  const fields: Record<string, FaultMessage[]> = {};
  for (const [field, key] of Object.entries(faults)) fields[field] = [key];
  return new Refusal("INVALID", detail, fields);
}

/** The digest of the error that a page shows while the database is too busy to answer. */
export const busyDigest = "BUSY";
