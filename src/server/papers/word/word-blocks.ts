import {
  AlignmentType,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { PaperBlock } from "@/domain/official-paper";
import { columnWidths, withFixedSpaces } from "@/domain/paper-text";
import { toThaiDigits } from "@/domain/thai";

export type Part = Paragraph | Table;

/** 16 points, in half points. */
export const TEXT_SIZE = 32;
/** Millimetres in twentieths of a point. */
export const mm = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);
/** Between the margins of an A4 page. */
export const LINE = mm(160);

/** Words of a paper: Thai digits; days, names and numbers keep together. */
export const run = (text: string, options: IRunOptions = {}) =>
  new TextRun({ ...options, text: withFixedSpaces(toThaiDigits(text)) });

export const paragraph = (text: string, options: IParagraphOptions = {}) =>
  new Paragraph({ ...options, children: [run(text)] });

export const centred = (text: string, style: IRunOptions = {}, options: IParagraphOptions = {}) =>
  new Paragraph({ ...options, alignment: AlignmentType.CENTER, children: [run(text, style)] });

const isFigure = (text: string) => /^(?:[\d,.]+|–)$/.test(text);

function tableOf({ head, rows }: Extract<PaperBlock, { kind: "table" }>): Table {
  const widths = columnWidths(head, rows).map((share) => Math.round((share / 100) * LINE));
  const cell = (text: string, column: number, bold: boolean) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      margins: { left: mm(1.5), right: mm(1.5) },
      children: [
        isFigure(text) || bold ? centred(text, { bold }) : new Paragraph({ children: [run(text)] }),
      ],
    });
  return new Table({
    width: { size: LINE, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        children: head.map((text, column) => cell(text, column, true)),
      }),
      ...rows.map(
        (cells) =>
          new TableRow({
            cantSplit: true,
            children: cells.map((text, column) => cell(text, column, false)),
          }),
      ),
    ],
  });
}

function partsOf(block: PaperBlock, last: boolean): Part[] {
  if (block.kind === "text")
    return [
      // The signature never stands alone on a page.
      paragraph(block.text, {
        indent: { firstLine: mm(25) },
        spacing: { before: 120 },
        keepNext: last,
        keepLines: last,
      }),
    ];
  if (block.kind === "items")
    return block.items.map((item, index) =>
      paragraph(`${index + 1}. ${item}`, { indent: { left: mm(31), hanging: mm(6) } }),
    );
  return [tableOf(block)];
}

/** The paragraphs, lists and tables of a paper. */
export const blocksOf = (blocks: readonly PaperBlock[]): Part[] =>
  blocks.flatMap((block, index) => partsOf(block, index === blocks.length - 1));
