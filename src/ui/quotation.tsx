import type { ReactNode } from "react";

type Props = {
  /** The source of the words. */
  source: ReactNode;
  /** The exact words; the quotation marks are added here. */
  children?: string | null;
  /** The corrected reading of a damaged scan, introduced in words. */
  reading?: ReactNode;
};

/** Words of the rules as printed, under their clause. */
export function Quotation({ source, children, reading }: Props) {
  return (
    <figure>
      <figcaption className="text-sm text-soft">{source}</figcaption>
      {children && (
        <blockquote className="mt-1 rounded-r-button border-l-4 border-indigo bg-indigo-tint px-3 py-2 [overflow-wrap:anywhere]">
          “{children}”
        </blockquote>
      )}
      {reading && <p className="mt-1 text-sm text-soft">{reading}</p>}
    </figure>
  );
}
