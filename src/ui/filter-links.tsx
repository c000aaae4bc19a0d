import { Link } from "@/ui/link";

export type FilterLink = { href: string; label: string; count?: number; current: boolean };

/** A filter that lives in the address; the chosen one is marked as current. */
export function FilterLinks({ label, choices }: { label: string; choices: readonly FilterLink[] }) {
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
              keepScroll
              aria-current={choice.current ? "true" : undefined}
              className="filter-link"
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
