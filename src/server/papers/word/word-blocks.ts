import type { PaperBlock } from "@/domain/official-paper";
import { columnWidths } from "@/domain/paper-text";
import { centred, LINE, mm, paragraph, table, type WordBlock } from "./word-text";

const isFigure = (text: string) => /^(?:[\d,.]+|–)$/.test(text);

function tableOf({ head, rows }: Extract<PaperBlock, { kind: "table" }>) {
  const widths = columnWidths(head, rows).map((share) => Math.round((share / 100) * LINE));
  const title = (text: string) => [centred(text, { bold: true })];
  const cell = (text: string) => [isFigure(text) ? centred(text) : paragraph(text)];
  return table(
    widths,
    [{ cells: head.map(title), head: true }, ...rows.map((cells) => ({ cells: cells.map(cell) }))],
    { ruled: true },
  );
}

function partsOf(block: PaperBlock, last: boolean): WordBlock[] {
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
export const blocksOf = (blocks: readonly PaperBlock[]): WordBlock[] =>
  blocks.flatMap((block, index) => partsOf(block, index === blocks.length - 1));
