import type { ReactNode } from "react";

/** A page's main action; on a phone it stays at the bottom, above the page's links. */
export function ActionBar({ children }: { children: ReactNode }) {
  return (
    <div
      data-screen-only
      className="mt-6 flex flex-wrap items-center justify-end gap-3 max-md:sticky max-md:bottom-[var(--phone-links,3.5rem)] max-md:z-10 max-md:-mx-4 max-md:flex-nowrap max-md:items-stretch max-md:*:last:flex-1 max-md:border-t max-md:border-line max-md:bg-card max-md:p-4"
    >
      {children}
    </div>
  );
}
