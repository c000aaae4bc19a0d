import type { PaperBlock } from "@/domain/official-paper";
import { toThaiDigits } from "@/domain/thai";
import { PaperTable } from "./paper-table";
import { PaperText } from "./paper-text";

/** The paragraphs, lists and tables of an official paper. */
export function PaperBlocks({ blocks }: { blocks: readonly PaperBlock[] }) {
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a paper have no other name than their place
    <Block key={index} block={block} heads={blocks[index + 1]?.kind === "table"} />
  ));
}

/** @param heads a table follows, which the text names: it does not stay behind at the foot of a page */
function Block({ block, heads }: { block: PaperBlock; heads: boolean }) {
  if (block.kind === "text")
    return (
      <p
        data-keep-together={heads || undefined}
        className={`mt-2 indent-[25mm] max-sm:indent-8 ${heads ? "break-after-avoid" : ""}`}
      >
        <PaperText>{toThaiDigits(block.text)}</PaperText>
      </p>
    );
  if (block.kind === "items")
    return (
      <ol className="mt-1 pl-[25mm] max-sm:pl-8">
        {block.items.map((item, index) => (
          <li key={item} className="flex gap-2">
            <span>{toThaiDigits(`${index + 1}.`)}</span>
            <span>
              <PaperText>{toThaiDigits(item)}</PaperText>
            </span>
          </li>
        ))}
      </ol>
    );
  return (
    <PaperTable
      caption={block.caption}
      head={block.head.map(toThaiDigits)}
      rows={block.rows.map((cells) => cells.map(toThaiDigits))}
    />
  );
}
