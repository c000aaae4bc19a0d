import type { PaperBlock } from "@/domain/official-paper";
import type { PackContents } from "@/domain/pack";
import { type PackCell, type PackColumn, type PackSheet, packTables, wordsOf } from "./tables";

type Table = Extract<PaperBlock, { kind: "table" }>;

/** Which tables of a pack are the annex of a report, and which of their columns a page of a letter holds. */
const columnsOf: Partial<Record<PackSheet, readonly number[]>> = {
  districts: [0, 1, 2, 3, 4, 5],
  subdistricts: [0, 1, 2, 3, 4, 5],
  projects: [0, 1, 2, 3, 4, 7],
  agencies: [0, 1, 2, 3, 4, 5],
  money: [0, 1, 2, 3],
};

/**
 * The tables of a report's annex, from the pack that was read with its figures: the parts of the area, projects, agencies, sums. Subdistricts
 * only of a district; what is not known of that day is left out, for the report says it once.
 */
export function packAnnex(pack: PackContents): Table[] {
  return packTables(pack).flatMap(({ sheet, title, columns, rows, total, unknown }): Table[] => {
    const shown = columnsOf[sheet];
    if (!shown || unknown || rows.length === 0) return [];
    if (sheet === "subdistricts" && pack.districtCode === null) return [];
    const written = (row: (typeof rows)[number]) =>
      shown.map((at) => inLetter(row[at] ?? null, columns[at]?.kind ?? "text"));
    return [
      {
        kind: "table",
        caption: title,
        head: shown.map((at) => columns[at]?.header ?? ""),
        rows: [...rows.map(written), ...(total ? [written(total)] : [])],
      },
    ];
  });
}

/** A cell as letters of the state write it: the part in a hundred with two decimals, under a heading that says so. */
const inLetter = (cell: PackCell, kind: PackColumn["kind"]) =>
  kind === "share" && typeof cell === "number" ? (cell * 100).toFixed(2) : wordsOf(cell, kind);
