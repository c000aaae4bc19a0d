import type { IsoDate } from "@/domain/calendar";
import type { WrittenOrder } from "@/domain/export-order";
import { codeListNamed } from "@/domain/rules/code-list-words";
import type { RuleSet } from "@/domain/rules/rule-set";
import { keysOf } from "@/domain/tables";
import { formatThaiDateNumeric } from "@/domain/thai-dates";
import { type MessageKey, say } from "@/i18n/words";
import type { Prisma } from "@/server/generated/prisma/client";
import type { Scoped } from "@/server/scope";

/** A value of a file: text stays text even if it looks like a number or a formula. */
export type Cell = string | number | null;

/** The names of columns: messages of the namespace `exports`. */
export type ColumnName =
  Extract<MessageKey, `exports.col_${string}`> extends `exports.col_${infer Name}` ? Name : never;

/** A file's columns with their headers, and its rows in the order of the screen's list. */
export type ExportSheet = {
  headers: string[];
  /** How many rows will come. */
  total: number;
  /** A table to be read as it is: its workbook begins with what it is and of which day. */
  titled?: true;
  /** The rows, some at a time: one at a time costs more than reading and writing it. */
  pages: AsyncIterable<readonly Cell[][]>;
};

/** Makes the sheet of a list; the scope is the requester's, so it never shows more than their screen. */
export type SheetMaker = (scope: Scoped, order: WrittenOrder) => Promise<ExportSheet>;

/** A day as files have it. */
export const dayCell = (day: IsoDate | null): Cell => day && formatThaiDateNumeric(day);

/** Rows that a file reads of a list at once. */
export const rowsAtOnce = 1000;

type HolderPage = Pick<Prisma.HolderFindManyArgs, "orderBy" | "take"> & {
  where: Prisma.HolderWhereInput;
};

/** Every holder that `read` finds, by name, page after page by key, so that the last page is as fast as the first. */
export async function* eachByName<Row extends { id: string; searchName: string }>(
  read: (page: HolderPage) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  for (let last: Row | undefined; ; ) {
    const rows: Row[] = await read({
      where: last
        ? {
            searchName: { gte: last.searchName },
            NOT: { searchName: last.searchName, id: { lte: last.id } },
          }
        : {},
      orderBy: [{ searchName: "asc" }, { id: "asc" }],
      take: rowsAtOnce,
    });
    yield rows;
    last = rows.at(-1);
    if (rows.length < rowsAtOnce) return;
  }
}

/** All rows of a list that screens show page by page. */
export async function everyPage<Row>(
  read: (page: number) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const all: Row[] = [];
  for (let page = 1; ; page += 1) {
    const rows = await read(page);
    all.push(...rows);
    if (rows.length < rowsAtOnce) return all;
  }
}

/** A table whose rows are all at hand. */
export function tableSheet<Row>(
  columns: Partial<Record<PlainColumn, (row: Row) => Cell>>,
  rows: readonly Row[],
): ExportSheet {
  return {
    headers: headersOf(columns),
    total: rows.length,
    pages: pagesOf(rows, (row) => cellsOf(columns, row)),
  };
}

/** Rows at hand as a sheet takes them; their cells are made as they are written. */
export async function* pagesOf<Row>(
  rows: readonly Row[],
  cells: (row: Row) => Cell[],
): AsyncGenerator<Cell[][]> {
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    yield rows.slice(from, from + rowsAtOnce).map(cells);
}

/** Of what is out of reach, or not there. */
export const emptySheet: ExportSheet = { headers: [], total: 0, pages: pagesOf([], () => []) };

/** The same with the sum of each column of numbers below, and its title above: a table of figures. */
export function figuresSheet<Row>(
  columns: Partial<Record<PlainColumn, (row: Row) => Cell>>,
  rows: readonly Row[],
): ExportSheet {
  const cells = rows.map((row) => cellsOf(columns, row));
  const sums = headersOf(columns).map((_, column): Cell => {
    if (column === 0) return say("exports.col_total");
    const values = cells.map((row) => row[column]);
    // Of nobody there is nothing to add up, and no telling which columns are numbers.
    return values.length > 0 && values.every((value) => typeof value === "number")
      ? values.reduce((sum, value) => sum + value, 0)
      : null;
  });
  return {
    headers: headersOf(columns),
    total: cells.length + 1,
    titled: true,
    pages: pagesOf([...cells, sums], (row) => row),
  };
}

/** The columns whose headings name a day, a year or a code list of the rules. */
type RuledColumn = "age" | "incomeBand" | "occupationCode" | "skillCodes";
export type PlainColumn = Exclude<ColumnName, RuledColumn>;

export function headersOf(columns: Partial<Record<PlainColumn, unknown>>): string[] {
  return keysOf(columns).map((name) => say(`exports.col_${name}`));
}

/** The headings, as a set calls the day of the ages, the year of the income and its code lists. */
export function headersUnder(
  rules: RuleSet,
  columns: Partial<Record<ColumnName, unknown>>,
): string[] {
  const { ages, incomeYear } = rules.words;
  const named = {
    ...{ countedOn: ages.countedOn, incomeYear },
    occupations: codeListNamed(rules, "occupations"),
    skills: codeListNamed(rules, "skills"),
  };
  return keysOf(columns).map((name) => say(`exports.col_${name}`, named));
}

export function cellsOf<Row>(
  columns: Partial<Record<ColumnName, (row: Row) => Cell>>,
  row: Row,
): Cell[] {
  return Object.values(columns).map((cell) => cell?.(row) ?? null);
}
