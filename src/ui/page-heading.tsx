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

export function PageHeading({ eyebrow, title, sub, actions }: Props) {
  return (
    <div className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {eyebrow && (
          <p className="text-soft max-md:[&_a]:inline-flex max-md:[&_a]:min-h-12 max-md:[&_a]:items-center">
            {eyebrow}
          </p>
        )}
        <h1 className="text-2xl">{title}</h1>
        {sub && <p className="text-soft">{sub}</p>}
      </div>
      {actions && (
        <div data-screen-only className="flex flex-wrap gap-3 max-sm:w-full max-sm:flex-col">
          {actions}
        </div>
      )}
    </div>
  );
}
