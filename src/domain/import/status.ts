/** How far an import has come. */
export type ImportStatus =
  | "uploaded"
  | "checking"
  | "checked"
  | "running"
  | "done"
  | "failed"
  | "undoing"
  | "undone"
  | "discarded";
