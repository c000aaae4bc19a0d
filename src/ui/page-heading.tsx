import type { ReactNode } from "react";
import { together } from "./together";

type Props = {
  /** Where the page belongs, or the time of its numbers. */
  eyebrow?: ReactNode;
  /** The answer in one sentence. */
  title: ReactNode;
  sub?: ReactNode;
  /** At most one primary among them. */
  actions?: ReactNode;
};

export function PageHeading({ eyebrow, title, sub, actions }: Props) {
  return (
    <div className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {/* Padding makes the link large enough for a finger without moving the line; not in print. */}
        {eyebrow && (
          <p className="text-soft print:has-[a]:hidden [&_a]:py-3 [&_a]:underline">{eyebrow}</p>
        )}
        <h1 className="text-2xl">{together(title)}</h1>
        {sub && <p className="text-soft">{together(sub)}</p>}
      </div>
      {actions && (
        <div data-screen-only className="flex flex-wrap gap-3 max-sm:w-full max-sm:*:flex-auto">
          {actions}
        </div>
      )}
    </div>
  );
}
