import type { PaperBlock } from "@/domain/official-paper";
import { toThaiDigits } from "@/domain/thai";
import { PaperTable } from "./paper-table";

/** The paragraphs, lists and tables of an official paper. */
export function PaperBlocks({ blocks }: { blocks: readonly PaperBlock[] }) {
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a paper have no other name than their place
    <Block key={index} block={block} />
  ));
}

function Block({ block }: { block: PaperBlock }) {
  if (block.kind === "text")
    return <p className="mt-2 indent-[25mm] max-sm:indent-8">{toThaiDigits(block.text)}</p>;
  if (block.kind === "items")
    return (
      <ol className="mt-1 pl-[25mm] max-sm:pl-8">
        {block.items.map((item, index) => (
          <li key={item} className="flex gap-2">
            <span>{toThaiDigits(`${index + 1}.`)}</span>
            <span>{toThaiDigits(item)}</span>
          </li>
        ))}
      </ol>
    );
  return (
    <PaperTable
      caption={block.caption}
      head={block.head}
      rows={block.rows.map((cells) => cells.map(toThaiDigits))}
    />
  );
}
