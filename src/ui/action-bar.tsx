import type { ReactNode } from "react";

const stuck = {
  phone:
    "max-md:sticky max-md:bottom-[var(--phone-links,56px)] max-md:z-10 max-md:-mx-4 max-md:flex-wrap-reverse max-md:*:last:flex-1 max-md:*:last:basis-40 max-md:border-t max-md:border-line max-md:bg-card max-md:p-4",
  always:
    "sticky bottom-0 z-10 rounded-card border border-line bg-card p-4 max-md:bottom-[var(--phone-links,56px)] max-md:-mx-4 max-md:rounded-none max-md:border-x-0 max-md:border-b-0 max-md:*:last:flex-1 max-md:*:last:basis-48",
};

type Props = {
  /** Where it stays in sight: on a phone, above the page's links; or always, below a long list. */
  stays?: keyof typeof stuck;
  children: ReactNode;
};

/** A page's main action. */
export function ActionBar({ stays = "phone", children }: Props) {
  return (
    <div
      data-screen-only
      data-actions
      className={`mt-6 flex flex-wrap items-center justify-end gap-3 ${stuck[stays]}`}
    >
      {children}
    </div>
  );
}
