import { fieldsNamed } from "@/domain/import/columns";
import { saysNothing } from "@/domain/import/nothing";
import { nationalIdFault } from "@/domain/national-id";
import { tidyThai, toArabicDigits } from "@/domain/thai";

/** A row of a sheet: its number as a spreadsheet shows it, 1 for the first. */
export type SheetRow = { rowNumber: number; cells: string[]; hidden?: true };

/** The headings of a list: `rowNumber` is that of their last row, `fields` how many of them are known. */
export type Heading = { cells: string[]; rowNumber: number; fields: number };

/** Headings name at least as many fields. */
const fewestFields = 3;

/**
 * The headings among the first rows of a sheet: the row, or the two rows one above the other (ที่อยู่ over บ้านเลขที่ and
 * ตำบล), that name the most fields. A row with somebody's ID is none, and none comes after it. Null where nothing looks like
 * headings.
 */
export function headingIn(rows: readonly SheetRow[]): Heading | null {
  const person = rows.findIndex(({ cells }) => hasId(cells));
  const above = (person < 0 ? rows : rows.slice(0, person)).filter(({ cells }) =>
    cells.some((cell) => tidyThai(cell) !== ""),
  );
  let best: Heading | null = null;
  for (const [place, row] of above.entries()) {
    const below = above[place + 1];
    for (const heading of [alone(row), below && joined(row, below)])
      if (heading && heading.fields > (best?.fields ?? fewestFields - 1)) best = heading;
  }
  return best && withNumbers(best, rows);
}

export function hasId(cells: readonly string[]): boolean {
  return cells.some((cell) => nationalIdFault(cell) === null);
}

function filledIn(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== "").length;
}

function alone({ cells, rowNumber }: SheetRow): Heading | null {
  if (filledIn(cells) < fewestFields) return null;
  return { cells, rowNumber, fields: fieldsNamed(cells) };
}

/** Two rows as one: what stands below if it is a heading of its own, else both. */
function joined(upper: SheetRow, lower: SheetRow): Heading | null {
  if (filledIn(upper.cells) + filledIn(lower.cells) < fewestFields) return null;
  if (lower.cells.some((cell) => /\d{5}/.test(toArabicDigits(cell)) || cell.length > 60))
    return null;
  const width = Math.max(upper.cells.length, lower.cells.length);
  let group = "";
  const cells = Array.from({ length: width }, (_, column) => {
    const [above, below] = [upper.cells[column] ?? "", lower.cells[column] ?? ""];
    // A merged heading has its words in its first cell alone.
    if (tidyThai(above) !== "") group = above;
    if (tidyThai(below) === "") return above;
    return fieldsNamed([below]) > 0 ? below : tidyThai(`${group} ${below}`);
  });
  return { cells, rowNumber: lower.rowNumber, fields: fieldsNamed(cells) };
}

/** Official forms number their columns in a row of its own: (1) (2) (3). */
function withNumbers(heading: Heading, rows: readonly SheetRow[]): Heading {
  const next = rows.find(({ rowNumber }) => rowNumber > heading.rowNumber);
  const filled = next?.cells.filter((cell) => !saysNothing(cell)) ?? [];
  const numbers = filled.every((cell) => /^\(?\d{1,2}\)?$/.test(toArabicDigits(tidyThai(cell))));
  return next && filled.length >= 3 && numbers
    ? { ...heading, rowNumber: next.rowNumber }
    : heading;
}
