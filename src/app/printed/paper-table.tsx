import type { ReactNode } from "react";
import { KeepWords } from "@/ui/keep-words";

type Props = {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly ReactNode[])[];
};

/**
 * The table of an official document: black lines, as on a photocopy; names and days break only between their words; on a
 * phone the cells are stacked.
 */
export function PaperTable({ caption, head, rows }: Props) {
  return (
    <table className="mt-4 w-full border-collapse text-[0.95em] max-sm:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-sm:hidden">
        <tr>
          {head.map((text) => (
            <th key={text} scope="col" className="border border-ink px-2 py-1 text-left">
              <KeepWords>{text}</KeepWords>
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
                className="border border-ink px-2 py-1 align-top max-sm:block max-sm:border-0 max-sm:px-0 max-sm:py-0.5"
              >
                {typeof cell === "string" ? <KeepWords>{cell}</KeepWords> : cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
