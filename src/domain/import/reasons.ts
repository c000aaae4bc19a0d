/**
 * Why a row of the Ministry's list could not be imported, in the order in which a row is judged:
 * a row counts once, under the first of these.
 */
export const rejectionReasons = [
  /** A total, a signature, a repeated heading. */
  "NOT_A_PERSON",
  "ID_MISSING",
  "ID_DAMAGED",
  "ID_CHECK_DIGIT",
  "DUPLICATE_IN_FILE",
  "NAME_MISSING",
  "BIRTH_DATE_INVALID",
  "BIRTH_DATE_ORDER",
  "INCOME_MISSING",
  "INCOME_NONE",
  "INCOME_UNCLEAR",
  "INCOME_OUT_OF_RANGE",
  "AREA_UNKNOWN",
  "AREA_AMBIGUOUS",
  "AREA_OUT_OF_SCOPE",
  "TEXT_UNREADABLE",
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

/** Why a whole file was refused, before any of its rows was judged. */
export const fileFaults = [
  "FILE_GONE",
  "FILE_EMPTY",
  "FILE_KIND",
  "FILE_XLS",
  "FILE_ODS",
  "FILE_MARKUP",
  "FILE_TEXT",
  "FILE_MACRO",
  "FILE_ENCRYPTED",
  "FILE_DAMAGED",
  "FILE_UTF16",
  "FILE_TOO_LARGE_CSV",
  "FILE_TOO_LARGE_XLSX",
  "FILE_UNPACKS_TOO_LARGE",
  "FILE_TOO_MANY_ROWS",
  "FILE_TOO_WIDE",
  "FILE_CELL_TOO_LONG",
  "FILE_LINE_TOO_LONG",
  "FILE_TOO_SLOW",
  "FILE_QUOTE_OPEN",
  "FILE_QUOTE_SWALLOWS",
  "FILE_LINES_LOST",
  "FILE_SHEET_GONE",
  "FILE_NO_HEADER",
] as const;
export type FileFault = (typeof fileFaults)[number];
