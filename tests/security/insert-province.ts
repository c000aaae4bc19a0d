import type { Insert } from "./insert-rows";
import { settingEntryRow } from "./world-province";

/** Rows of what the province keeps for itself. */
export const provinceInserts: Insert[] = [
  {
    table: "setting_entry",
    by: ["governor", "provincial_officer"],
    row: (actor) => settingEntryRow("54", actor.id),
  },
];
