import type { ReactNode } from "react";

type Props = {
  /** Where one is, or as of when. */
  eyebrow?: ReactNode;
  /** The answer in one sentence. */
  title: ReactNode;
  sub?: ReactNode;
  /** At most one primary among them. */
  actions?: ReactNode;
};

/** A number stays on the line of its unit ("146 คน"), a year on that of its month. */
const together = (title: ReactNode) =>
  typeof title === "string"
    ? title.replace(/(\d) (?=[ก-๙])/g, "$1\u00A0").replace(/ (?=25\d\d\b)/g, "\u00A0")
    : title;

export function PageHeading({ eyebrow, title, sub, actions }: Props) {
  return (
    <div className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {/* Padding makes a link there as large as a finger without moving the line; on paper nobody goes back. */}
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
