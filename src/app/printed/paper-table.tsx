import type { ReactNode } from "react";
import { columnWidths, isOneWord } from "@/domain/paper-text";
import { PaperText } from "./paper-text";

type Props = {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly ReactNode[])[];
  /** In per cent; without them as the words need. */
  widths?: readonly number[];
};

/** A number, or the dash for none: in the middle of its column. */
const isFigure = (cell: ReactNode) => typeof cell === "string" && /^(?:[\d๐-๙,.]+|–)$/.test(cell);

/**
 * The table of an official document: black lines, as on a photocopy; names and days do not break, and no row is cut
 * at the end of a page; on a phone the cells are stacked.
 */
export function PaperTable({ caption, head, rows, widths }: Props) {
  const words = rows.map((cells) => cells.map((cell) => (typeof cell === "string" ? cell : "")));
  return (
    <>
      <div aria-hidden data-room-for-rows />
      {/* A hair narrower than the page: at its full width the printer drops the right line. */}
      <table className="mt-4 w-[calc(100%-2px)] table-fixed border-collapse text-[0.95em] max-sm:block">
        <caption className="sr-only">{caption}</caption>
        <colgroup>
          {(widths ?? columnWidths(head, words)).map((width, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other key than their number
            <col key={column} style={{ width: `${width}%` }} />
          ))}
        </colgroup>
        <thead className="max-sm:hidden">
          <tr>
            {head.map((text) => (
              <th key={text} scope="col" className="border border-ink px-2 py-1 text-left">
                <Words>{text}</Words>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:block max-sm:border-t max-sm:border-ink">
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a document have no other key than their number
            <tr key={row} className="max-sm:block max-sm:border-b max-sm:border-ink max-sm:py-2">
              {cells.map((cell, column) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: as the lines
                  key={column}
                  className={`border border-ink px-2 py-1 align-top max-sm:block max-sm:border-0 max-sm:px-0 max-sm:py-0.5 ${isFigure(cell) ? "sm:text-center" : ""}`}
                >
                  {typeof cell !== "string" ? (
                    cell
                  ) : isOneWord(cell) ? (
                    <Words>{cell}</Words>
                  ) : (
                    <PaperText>{cell}</PaperText>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Words that break only at their spaces, as `columnWidths` has measured them. */
function Words({ children }: { children: string }) {
  return children.split(" ").flatMap((word, index) => [
    index > 0 && " ",
    // biome-ignore lint/suspicious/noArrayIndexKey: words of one text have no other name than their place
    <span key={index} className={isOneWord(word) ? "keep" : undefined}>
      {word}
    </span>,
  ]);
}
