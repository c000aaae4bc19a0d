import { runExport } from "./export";
import { runImport } from "./import";
import { runMonth } from "./month-run";
import { readOneOffFile } from "./one-off-list";
import { runPack } from "./pack";
import { runWhatIf } from "./what-if";

/** The worker's tasks, by the names that `app.enqueue()` knows; each takes the id of its row in `job`. */
export const tasks = {
  import: runImport,
  export: runExport,
  month_run: runMonth,
  what_if: runWhatIf,
  pack: runPack,
  one_off_list: readOneOffFile,
} as const;
