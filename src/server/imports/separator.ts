import { parse } from "csv-parse/sync";
import { type Separator, separators } from "@/domain/import/answers";
import { headingIn } from "@/domain/import/headings";

/** What is looked at: a letterhead may come before the headings, and a row of many thousand cells is none. */
const seen = { rows: 15, cells: 256 };

/**
 * What parts the cells of a text: the sign with which its first rows give the most headings that are known; where none does,
 * the one that most lines have. `sep=;` in the first line says it.
 */
export function separatorOf(start: string): Separator {
  const said = /^\s*"?sep=([,;|\t])/i.exec(start)?.[1];
  const named = separators.find((sign) => sign === said);
  if (named) return named;
  const lines = start.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
  const scored = separators.map((sign) => ({
    sign,
    fields: headingIn(rowsWith(sign, start))?.fields ?? 0,
    lines: lines.slice(0, 50).filter((line) => withoutQuoted(line).includes(sign)).length,
  }));
  scored.sort((a, b) => b.fields - a.fields || b.lines - a.lines);
  return scored[0]?.sign ?? ",";
}

function withoutQuoted(line: string): string {
  return line.replace(/"[^"]*"/g, "");
}

function rowsWith(sign: Separator, start: string) {
  try {
    const rows: string[][] = parse(start, {
      delimiter: sign,
      relax_quotes: true,
      relax_column_count: true,
      to: seen.rows,
    });
    return rows.map((cells, index) => ({
      rowNumber: index + 1,
      cells: cells.slice(0, seen.cells),
    }));
  } catch {
    // A quote that is never closed makes no rows at all.
    return [];
  }
}
