import Link from "next/link";
import type { ReactNode } from "react";

export type Block = {
  key: string;
  label: string;
  count: number;
  tone: "done" | "open" | "out";
  href?: string;
  /** The block's parts; their counts sum up to its own. */
  rows?: readonly { key: string; label: string; count: number; href?: string }[];
};

// On paper the blocks differ by filling and frame, since a photocopy has no colours.
const tones: Record<Block["tone"], string> = {
  done: "border-leaf bg-leaf text-white print:border-ink print:bg-ink",
  open: "border-indigo bg-indigo text-white print:border-4 print:border-double print:border-ink print:bg-card print:text-ink",
  out: "border-line bg-line text-ink print:border-ink",
};

/** A whole in at most three blocks, each with its number and word inside, its parts below. */
export function StackedBar({ label, blocks }: { label: string; blocks: readonly Block[] }) {
  return (
    <div data-keep-together>
      <ul
        aria-label={label}
        className="figures mb-3 flex gap-1 leading-tight [print-color-adjust:exact]"
      >
        {blocks
          .filter((block) => block.count > 0)
          .map((block) => (
            <li
              key={block.key}
              style={{ flexGrow: block.count }}
              className="min-w-0 basis-0 max-sm:min-w-20 sm:min-w-max"
            >
              <Door
                href={block.href}
                className={`flex h-full min-h-12 flex-wrap content-start items-baseline sm:content-center gap-x-2 rounded-button border px-3 py-2 no-underline ${tones[block.tone]}`}
              >
                <strong className="text-lg">{block.count.toLocaleString("en-US")}</strong>
                <span className="text-sm">{block.label}</span>
              </Door>
            </li>
          ))}
      </ul>
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-3">
        {blocks.map((block) => (
          <Parts key={block.key} block={block} />
        ))}
      </div>
    </div>
  );
}

function Parts({ block }: { block: Block }) {
  if (!block.rows) return null;
  return (
    <section aria-label={block.label}>
      <h3 className="text-sm font-normal text-soft sm:sr-only">{block.label}</h3>
      <ul className="figures divide-y divide-line border-b border-line">
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
    </section>
  );
}

type DoorProps = { href?: string; className: string; children: ReactNode };

function Door({ href, className, children }: DoorProps) {
  if (!href) return <div className={className}>{children}</div>;
  return (
    <Link href={href} prefetch={false} className={className}>
      {children}
    </Link>
  );
}
