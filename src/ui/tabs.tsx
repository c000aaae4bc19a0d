import Link from "next/link";

export type TabLink = { href: string; label: string; count?: number; current: boolean };

/** Views of one subject, each with its own address. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  return (
    <nav data-screen-only aria-label={label} className="mb-5 border-b border-line">
      <ul className="flex flex-wrap gap-x-2">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              prefetch={false}
              aria-current={tab.current ? "page" : undefined}
              className="flex min-h-12 items-center gap-2 border-b-3 border-transparent px-3 text-soft no-underline hover:text-indigo hover:no-underline aria-[current=page]:border-indigo aria-[current=page]:font-bold aria-[current=page]:text-indigo"
            >
              {tab.label}
              {tab.count !== undefined && <Count>{tab.count}</Count>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A filter that lives in the address; the chosen one is marked as current. */
export function FilterLinks({ label, choices }: { label: string; choices: readonly TabLink[] }) {
  return (
    <nav data-screen-only aria-label={label} className="mb-3">
      <p aria-hidden className="mb-1 text-sm text-soft">
        {label}
      </p>
      <ul className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <li key={choice.href}>
            <Link
              href={choice.href}
              prefetch={false}
              scroll={false}
              aria-current={choice.current ? "true" : undefined}
              className="flex min-h-12 items-center gap-2 rounded-tag border border-edge bg-card px-4 text-sm text-ink no-underline hover:border-indigo hover:no-underline aria-[current=true]:border-indigo aria-[current=true]:bg-indigo aria-[current=true]:font-semibold aria-[current=true]:text-white"
            >
              {choice.label}
              {choice.count !== undefined && <Count>{choice.count}</Count>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Count({ children }: { children: number }) {
  return <span className="figures">{children.toLocaleString("en-US")}</span>;
}
