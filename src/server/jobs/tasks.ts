import { runExport } from "./export";
import { runImport } from "./import";

/** The worker's tasks, by the names that `app.enqueue()` knows; each takes the id of its row in `job`. */
export const tasks = {
  import: runImport,
  export: runExport,
} as const;
