import { cellRef, type SheetChart, type WriteSheet, writeXlsx } from "hucre/xlsx";
import type { PackContents } from "@/domain/pack";
import { say } from "@/i18n/words";
import { type PackCell, type PackColumn, type PackTable, packTables } from "./tables";
import { areaWords, asOfWords, coverLines } from "./words";

type Style = NonNullable<NonNullable<WriteSheet["columns"]>[number]["style"]>;
type Border = NonNullable<Style["border"]>;

const font = { name: "TH Sarabun New", size: 14 } as const;
const indigo = "24436F";
const line = { style: "thin", color: { rgb: "8A8A9A" } } as const;
const hair = { style: "hair", color: { rgb: "B5B5C0" } } as const;
const around: Border = { top: hair, bottom: hair };

/** Days in the Buddhist era, as Excel and LibreOffice write them themselves. */
const dayFormat = "[$-107041E]d mmm yyyy;@";
const formats: Record<PackColumn["kind"], string | undefined> = {
  text: undefined,
  number: "#,##0",
  signed: "+#,##0;-#,##0;0",
  decimal: "#,##0.0",
  share: "0.0%",
  day: dayFormat,
};

/** So many rows can still be read on one page. */
const onePage = 60;
/** The rows of a sheet above its table: what it is, of which area and when, a note. */
const above = 3;

/**
 * A pack as a workbook: numbers as numbers, days as days, sums below, each sheet a page of A4 across. The same bytes from the same contents:
 * the days in it are those of the contents.
 */
export async function packWorkbook(pack: PackContents): Promise<Uint8Array> {
  const tables = packTables(pack);
  const made = new Date(`${pack.day}T00:00:00Z`);
  return writeXlsx({
    sheets: [coverSheet(pack, tables), ...tables.map((table) => tableSheet(pack, table))],
    defaultFont: font,
    properties: {
      title: `${say("packWords.coverTitle")} ${areaWords(pack)}`,
      subject: asOfWords(pack),
      creator: pack.madeBy?.name ?? say("packs.title"),
      ...{ created: made, modified: made },
    },
  });
}

const a4 = {
  paperSize: "a4",
  orientation: "landscape",
  fitToPage: true,
  fitToWidth: 1,
  margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  horizontalCentered: true,
} as const;

const footer = (pack: PackContents) => ({
  oddFooter: `&L${areaWords(pack)} ${asOfWords(pack)}&R${say("packWords.page", { page: "&P", pages: "&N" })}`,
});

const address = (row: number, column: number) => cellRef(row, column);
/** The same, as it does not move. */
const fixed = (row: number, column: number) =>
  address(row, column).replace(/([A-Z]+)(\d+)/, "$$$1$$$2");

type Cells = NonNullable<WriteSheet["cells"]>;
const styled = (cells: Cells, row: number, column: number, style: Style) =>
  cells.set(`${row},${column}`, { style });

function coverSheet(pack: PackContents, tables: readonly PackTable[]): WriteSheet {
  const lines = coverLines(pack);
  const rows: (string | null)[][] = [
    [say("packWords.coverTitle"), null],
    [say("packWords.programme"), null],
    [null, null],
    ...lines,
    [null, null],
    [say("packWords.cover_sheets"), null],
    ...tables.map(({ sheet, title }) => [say(`packWords.sheet_${sheet}`), title]),
    [null, null],
    [say("packWords.cover_note"), null],
  ];
  const cells: Cells = new Map();
  styled(cells, 0, 0, { font: { ...font, size: 24, bold: true, color: { rgb: indigo } } });
  styled(cells, 1, 0, { font: { ...font, size: 16 } });
  for (const [index] of lines.entries()) {
    styled(cells, 3 + index, 0, { font, border: around, alignment: { vertical: "top" } });
    styled(cells, 3 + index, 1, {
      font: { ...font, bold: true },
      border: around,
      alignment: { wrapText: true, vertical: "top" },
    });
  }
  const listed = 4 + lines.length;
  styled(cells, listed, 0, { font: { ...font, bold: true } });
  const last = rows.length - 1;
  styled(cells, last, 0, { font, alignment: { wrapText: true, vertical: "top" } });
  return {
    name: say("packWords.coverTitle"),
    columns: [{ width: 24 }, { width: 76 }],
    rows,
    cells,
    merges: [0, 1, last].map((row) => ({ startRow: row, endRow: row, startCol: 0, endCol: 1 })),
    rowDefs: new Map([
      [0, { height: 36 }],
      [last, { height: 48 }],
    ]),
    pageSetup: { ...a4, fitToHeight: 1, printArea: `${fixed(0, 0)}:${fixed(last, 1)}` },
    headerFooter: footer(pack),
    view: { showGridLines: false },
  };
}

function tableSheet(pack: PackContents, table: PackTable): WriteSheet {
  const { columns, unknown } = table;
  const body = unknown
    ? [[say("packWords.noDataTable")]]
    : table.rows.length === 0
      ? [[say("packWords.nothing")]]
      : table.rows.map((row) => row.map((cell, at) => writtenAs(cell, columns[at])));
  const total = !unknown && table.total && table.rows.length > 0 ? [table.total] : [];
  const rows = [
    [table.title],
    [`${areaWords(pack)} ${say("packWords.cover_asOf")} ${asOfWords(pack)}`],
    [table.note],
    columns.map(({ header }) => header),
    ...body,
    ...total.map((row) => row.map((cell, at) => writtenAs(cell, columns[at]))),
  ];
  const last = rows.length - 1;
  const wide = columns.length - 1;
  const chart = unknown || table.rows.length === 0 ? null : chartOf(table);
  const end = chart ? (chart.anchor.to?.row ?? last) : last;
  return {
    name: say(`packWords.sheet_${table.sheet}`),
    columns: columns.map(({ width }) => ({ width })),
    rows,
    cells: stylesOf(table, rows.length, total.length > 0),
    merges: [0, 1, 2].map((row) => ({ startRow: row, endRow: row, startCol: 0, endCol: wide })),
    rowDefs: new Map([
      [0, { height: 28 }],
      [2, { height: table.note ? 20 : 6 }],
      [above, { height: 42 }],
    ]),
    conditionalRules: barsIn(table, body.length),
    freezePane: { rows: above + 1, columns: 1 },
    pageSetup: {
      ...a4,
      // A table of a province's subdistricts is several pages long; any other is one, its picture with it.
      fitToHeight: end > onePage ? 0 : 1,
      printArea: `${fixed(0, 0)}:${fixed(end, wide)}`,
      printTitlesRow: `$${above + 1}:$${above + 1}`,
    },
    headerFooter: footer(pack),
    ...(chart && { charts: [chart] }),
  };
}

/** A day as a day, what is not known in words. */
function writtenAs(cell: PackCell, column: PackColumn | undefined) {
  if (cell === null) return say("packWords.noData");
  if (cell === "") return null;
  return column?.kind === "day" && typeof cell === "string" ? new Date(`${cell}T00:00:00Z`) : cell;
}

function stylesOf({ columns }: PackTable, rows: number, hasTotal: boolean): Cells {
  const cells: Cells = new Map();
  styled(cells, 0, 0, { font: { ...font, size: 20, bold: true, color: { rgb: indigo } } });
  styled(cells, 1, 0, { font });
  styled(cells, 2, 0, {
    font: { ...font, color: { rgb: "4C5966" } },
    alignment: { wrapText: true },
  });
  for (const [at, { kind }] of columns.entries()) {
    const horizontal = kind === "text" ? "left" : "right";
    styled(cells, above, at, {
      font: { ...font, bold: true },
      fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "E8EEF6" } },
      border: { top: line, bottom: line },
      alignment: { horizontal, vertical: "center", wrapText: true },
    });
    for (let row = above + 1; row < rows; row += 1) {
      const isTotal = hasTotal && row === rows - 1;
      styled(cells, row, at, {
        font: { ...font, bold: isTotal },
        border: isTotal ? { top: line, bottom: { style: "double", color: line.color } } : around,
        alignment: { horizontal, vertical: "top", wrapText: kind === "text" },
        ...(formats[kind] && { numFmt: formats[kind] }),
      });
    }
  }
  return cells;
}

/** A bar in each cell of a share, from nothing to all. */
function barsIn(
  { columns, rows, unknown }: PackTable,
  body: number,
): WriteSheet["conditionalRules"] {
  if (unknown || rows.length === 0) return [];
  return columns.flatMap(({ kind }, at) =>
    kind !== "share" || at > 3
      ? []
      : [
          {
            type: "dataBar" as const,
            priority: at + 1,
            range: `${address(above + 1, at)}:${address(above + body, at)}`,
            dataBar: {
              cfvo: [
                { type: "num" as const, value: "0" },
                { type: "num" as const, value: "1" },
              ],
              color: "A9BBD6",
            },
          },
        ],
  );
}

const chartRows = 18;

/** The picture below its table, of the table's own cells. */
function chartOf({ chart, sheet, columns, rows, total }: PackTable): SheetChart | null {
  if (!chart) return null;
  const name = `'${say(`packWords.sheet_${sheet}`)}'!`;
  const first = above + 1;
  const last = above + rows.length;
  const range = (column: number) => `${name}${fixed(first, column)}:${fixed(last, column)}`;
  const from = { row: last + (total ? 3 : 2), col: 0 };
  const tall = chart.kind === "bars" ? Math.max(chartRows, rows.length + 4) : chartRows + 4;
  const [column = 1] = chart.columns;
  const isShare = columns[column]?.kind === "share";
  const common = {
    title: chart.title,
    anchor: { from, to: { row: from.row + tall, col: columns.length } },
    altText: chart.title,
    roundedCorners: false,
  };
  if (chart.kind === "bars")
    return {
      ...common,
      type: "bar",
      series: [
        {
          name: columns[column]?.header,
          values: range(column),
          categories: range(0),
          color: indigo,
        },
      ],
      legend: false,
      gapWidth: 40,
      dataLabels: { showValue: true, position: "outEnd" },
      // The first row stands on top, as in the table.
      axes: {
        x: { reverse: true },
        y: {
          scale: isShare ? { min: 0, max: 1 } : { min: 0 },
          ...(isShare && { numberFormat: { formatCode: "0%" } }),
        },
      },
    };
  const looks = [
    { color: "2C6A45", stroke: { width: 3 } },
    { color: "77818C", stroke: { width: 1.5, dash: "sysDot" as const } },
    { color: indigo, stroke: { width: 1.5, dash: "dash" as const } },
  ];
  return {
    ...common,
    type: "line",
    showLineMarkers: false,
    series: chart.columns.map((each, at) => ({
      name: columns[each]?.header,
      values: range(each),
      categories: range(0),
      marker: { symbol: "none" as const },
      ...looks[at],
    })),
    legend: "bottom",
    dispBlanksAs: "gap",
    axes: { x: { numberFormat: { formatCode: dayFormat } }, y: { scale: { min: 0 } } },
  };
}
