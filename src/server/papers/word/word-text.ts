import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { withFixedSpaces } from "@/domain/paper-text";
import { toThaiDigits } from "@/domain/thai";

/** What every part of a Word file is set from: measures, runs, paragraphs and tables. */
export type WordBlock = Paragraph | Table;

/** 16 points, in half points. */
export const TEXT_SIZE = 32;
/** Millimetres in twentieths of a point. */
export const mm = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);
/** Between the margins of an A4 page. */
export const LINE = mm(160);

/** Words of a paper: Thai digits; days, names and numbers keep together. */
export const textRun = (text: string, options: IRunOptions = {}) =>
  new TextRun({ ...options, text: withFixedSpaces(toThaiDigits(text)) });

export const paragraph = (text: string, options: IParagraphOptions = {}) =>
  new Paragraph({ ...options, children: [textRun(text)] });

export const centred = (text: string, style: IRunOptions = {}, options: IParagraphOptions = {}) =>
  new Paragraph({ ...options, alignment: AlignmentType.CENTER, children: [textRun(text, style)] });

const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
const noBorders = {
  ...{ top: none, bottom: none, left: none, right: none },
  ...{ insideHorizontal: none, insideVertical: none },
};

type Row = { cells: readonly Paragraph[][]; head?: boolean };

/** A table across the line: ruled, or only to put things beside each other. @param widths of its columns, together `LINE` */
export function table(
  widths: readonly number[],
  rows: readonly Row[],
  { ruled }: { ruled: boolean },
): Table {
  const margin = ruled ? mm(1.5) : 0;
  return new Table({
    width: { size: LINE, type: WidthType.DXA },
    columnWidths: [...widths],
    ...(ruled ? {} : { borders: noBorders }),
    rows: rows.map(
      ({ cells, head = false }) =>
        new TableRow({
          tableHeader: head,
          cantSplit: true,
          children: cells.map(
            (children, column) =>
              new TableCell({
                width: { size: widths[column] ?? 0, type: WidthType.DXA },
                margins: { left: margin, right: margin },
                children,
              }),
          ),
        }),
    ),
  });
}
