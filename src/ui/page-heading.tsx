import type { ReactNode } from "react";

type Props = {
  /** Where the page belongs, or the time of its numbers. */
  eyebrow?: ReactNode;
  /** The answer in one sentence. */
  title: ReactNode;
  sub?: ReactNode;
  /** At most one primary among them. */
  actions?: ReactNode;
};

/** Where a line may not end: between a number and its unit ("146 คน"), between a month and its year. */
const joints =
  /(\d [\u0E40-\u0E44]?[\u0E01-\u0E2E][\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]*|[\u0E01-\u0E2E.][\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]* 25\d\d)/;

function together(title: ReactNode): ReactNode {
  if (typeof title !== "string") return title;
  return title.split(joints).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence, replaced as a whole
      <span key={index} className="keep">
        {part}
      </span>
    ),
  );
}

export function PageHeading({ eyebrow, title, sub, actions }: Props) {
  return (
    <div className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {/* Padding makes the link large enough for a finger without moving the line; not in print. */}
        {eyebrow && (
          <p className="text-soft print:has-[a]:hidden [&_a]:py-3 [&_a]:underline">{eyebrow}</p>
        )}
        <h1 className="text-2xl">{together(title)}</h1>
        {sub && <p className="text-soft">{sub}</p>}
      </div>
      {actions && (
        <div data-screen-only className="flex flex-wrap gap-3 max-sm:w-full max-sm:*:flex-auto">
          {actions}
        </div>
      )}
    </div>
  );
}
