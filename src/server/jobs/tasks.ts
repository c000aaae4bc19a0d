import { runExport } from "./export";
import { runImport } from "./import";
import { runMonth } from "./month-run";

/** The worker's tasks, by the names that `app.enqueue()` knows; each takes the id of its row in `job`. */
export const tasks = {
  import: runImport,
  export: runExport,
  month_run: runMonth,
} as const;
