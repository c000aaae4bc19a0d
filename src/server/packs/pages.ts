import type { PackContents } from "@/domain/pack";
import { say } from "@/i18n/words";
import { trendPicture } from "./picture";
import { type PackCell, type PackColumn, type PackTable, packTables, wordsOf } from "./tables";
import { type Piece, thaiPieces } from "./thai-breaks";
import { typeset } from "./typst";
import { areaWords, asOfWords, coverLines } from "./words";

/** A pack as pages: the tables of the workbook with pictures, a cover and a place to sign. */
export function packPages(pack: PackContents): Promise<Uint8Array> {
  return typeset("pack.typ", packPaper(pack), pack.day);
}

/** What both papers of a pack have around them. */
export function frameOf(pack: PackContents, title: string) {
  const [before = "", between = ""] = say("packWords.page", {
    page: "\u0000",
    pages: "\u0000",
  }).split("\u0000");
  return {
    documentTitle: `${title} ${areaWords(pack)}`,
    author: pack.madeBy?.name ?? say("packs.title"),
    title: thaiPieces(title),
    programme: thaiPieces(say("packWords.programme")),
    footer: thaiPieces(`${areaWords(pack)} ${say("packWords.cover_asOf")} ${asOfWords(pack)}`),
    pageWords: [before, between],
  };
}

/** What the template of the pack is given: words in pieces, numbers as they are read. */
export function packPaper(pack: PackContents) {
  return {
    ...frameOf(pack, say("packWords.coverTitle")),
    cover: coverLines(pack).map(([term, words]) => [thaiPieces(term), thaiPieces(words)]),
    listWords: thaiPieces(say("packWords.cover_sheets")),
    note: thaiPieces(say("packWords.cover_note")),
    tables: packTables(pack).map((table) => paperTable(pack, table)),
    signers: [
      say("packWords.sign_prepared"),
      say("packWords.sign_checked"),
      say("packWords.sign_chair"),
    ].map(thaiPieces),
    signDate: thaiPieces(say("packWords.signDate")),
  };
}

/** A day that ends a heading stays on one line. */
const dayAtEnd = /(\d+) (\S+) (\d\d)$/;

/** From so many columns on a table is set smaller, to stay on the page. */
const manyColumns = 10;

function paperTable(pack: PackContents, table: PackTable) {
  const { title, note, columns, rows, total, unknown } = table;
  return {
    title: thaiPieces(title),
    note: note === null ? null : thaiPieces(note),
    absent: unknown
      ? thaiPieces(say("packWords.noDataTable"))
      : rows.length === 0
        ? thaiPieces(say("packWords.nothing"))
        : null,
    size: columns.length >= manyColumns || table.chart?.kind === "lines" ? 9 : 10.5,
    columns: columns.map(({ header, kind, width }) => ({
      header: thaiPieces(header.replace(dayAtEnd, "$1\u00a0$2\u00a0$3")),
      kind,
      wide: width,
    })),
    rows: rows.map((row) => row.map((cell, at) => written(cell, columns[at]))),
    total: total?.map((cell, at) => written(cell, columns[at])) ?? null,
    picture: unknown || rows.length === 0 ? null : pictureOf(pack, table),
  };
}

/** A cell of words in pieces, one of numbers as it is read. */
function written(cell: PackCell, column: PackColumn | undefined): Piece[] | string {
  const words = wordsOf(cell, column?.kind ?? "text");
  return column?.kind === "text" ? thaiPieces(words) : words.replaceAll(" ", "\u00a0");
}

/** Bars of a picture; more of them would fill a page. */
const mostBars = 16;

function pictureOf(pack: PackContents, { chart, columns, rows }: PackTable) {
  if (!chart) return null;
  if (chart.kind === "lines") return trendPicture(pack);
  const [column = 1] = chart.columns;
  const values = rows
    .map((row) => ({ name: String(row[0] ?? ""), value: row[column] ?? null }))
    .filter((row): row is { name: string; value: number } => typeof row.value === "number");
  const isShare = columns[column]?.kind === "share";
  const most = isShare ? 1 : Math.max(1, ...values.map(({ value }) => value));
  const longest = Math.max(...values.map(({ name }) => name.length), 1);
  return {
    kind: "bars" as const,
    title: thaiPieces(chart.title),
    framed: isShare,
    names: longest > 20 ? 92 : 40,
    bars: values.slice(0, mostBars).map(({ name, value }) => ({
      name: thaiPieces(name),
      part: value / most,
      words: wordsOf(value, columns[column]?.kind ?? "number"),
    })),
  };
}
