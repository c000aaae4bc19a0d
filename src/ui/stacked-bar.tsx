import type { ReactNode } from "react";
import { Link } from "@/ui/link";

export type Block = {
  key: string;
  label: string;
  count: number;
  tone: "done" | "half" | "open" | "out";
  href?: string;
  /** The block's parts; their counts sum up to its own. */
  rows?: readonly { key: string; label: string; count: number; href?: string }[];
};

// On paper the blocks differ by filling and frame, since a photocopy has no colours.
const tones: Record<Block["tone"], string> = {
  done: "border-leaf bg-leaf text-white print:border-ink print:bg-ink",
  half: "border-leaf bg-leaf-tint text-ink print:border-2 print:border-dashed print:border-ink print:bg-card",
  open: "border-indigo bg-indigo text-white print:border-4 print:border-double print:border-ink print:bg-card print:text-ink",
  out: "border-line bg-line text-ink print:border-ink",
};

/**
 * A whole in its blocks. The bar is drawn to scale, so it carries no words: a block of four among a thousand is a line. Below
 * it each block has its number, its word and its parts.
 */
export function StackedBar({ label, blocks }: { label: string; blocks: readonly Block[] }) {
  return (
    <div data-keep-together>
      <div
        aria-hidden
        className="mb-4 flex h-8 overflow-hidden rounded-button [print-color-adjust:exact]"
      >
        {blocks
          .filter((block) => block.count > 0)
          .map((block) => (
            <span
              key={block.key}
              data-block={block.key}
              style={{ flexGrow: block.count }}
              className={`min-w-0 basis-0 border ${tones[block.tone]}`}
            />
          ))}
      </div>
      <ul aria-label={label} className="figures grid gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-4">
        {blocks.map((block) => (
          <li key={block.key}>
            <Door
              href={block.href}
              className="flex min-h-12 items-baseline gap-2 text-ink no-underline print:min-h-0"
            >
              <span
                aria-hidden
                className={`size-4 shrink-0 self-center rounded-tag border ${tones[block.tone]}`}
              />
              <strong className="text-xl">{block.count.toLocaleString("en-US")}</strong>
              <span>{block.label}</span>
            </Door>
            <Parts block={block} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Parts({ block }: { block: Block }) {
  if (!block.rows || block.rows.length === 0) return null;
  return (
    <ul aria-label={block.label} className="divide-y divide-line border-b border-line">
      {block.rows.map((row) => (
        <li key={row.key}>
          <Door
            href={row.href}
            className="flex min-h-12 items-center justify-between gap-3 text-ink print:min-h-0"
          >
            <span>{row.label}</span>
            <strong className={row.href ? "text-indigo" : ""}>
              {row.count.toLocaleString("en-US")}
            </strong>
          </Door>
        </li>
      ))}
    </ul>
  );
}

type DoorProps = { href?: string; className: string; children: ReactNode };

function Door({ href, className, children }: DoorProps) {
  if (!href) return <div className={className}>{children}</div>;
  return (
    <Link href={href} className={className}>
      {children}
    </Link>
  );
}
