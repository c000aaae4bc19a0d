import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "@/ui/link";
import type { Tone } from "./tag";
import { together } from "./together";

type CardProps = {
  /** Where an address of the page leads. */
  id?: string;
  title?: ReactNode;
  sub?: ReactNode;
  actions?: ReactNode;
  /** Level of the title; 2 unless the card is inside a section with its own heading. */
  level?: 2 | 3;
  /** `cream` for calculations and documents, as in the case file. */
  surface?: "card" | "cream";
  className?: string;
  children?: ReactNode;
};

export function Card({
  id,
  title,
  sub,
  actions,
  level = 2,
  surface = "card",
  className = "",
  children,
}: CardProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section
      id={id}
      className={`scroll-mt-4 rounded-card border border-line p-4 sm:p-5 ${surface === "cream" ? "bg-cream" : "bg-card"} ${className}`}
    >
      {(title || actions) && (
        <div className="mb-3 flex break-after-avoid flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <div className="min-w-0 flex-1 basis-48">
            {title && <Heading className="text-lg">{title}</Heading>}
            {sub && <p className="text-sm text-soft">{together(sub)}</p>}
          </div>
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}

const countColours: Record<Tone, string> = {
  done: "text-leaf",
  due: "text-amber",
  late: "text-brick",
  selected: "text-indigo",
  quiet: "text-ink",
};

type CountCardProps = {
  /** Words where there is no number: not known is never 0. */
  count: number | string;
  /** What the number counts, as a verb if there is something to do ("รอนัดหมาย"). */
  label: ReactNode;
  /** The denominator or the as-of time. */
  sub?: ReactNode;
  href?: string;
  tone?: Tone;
};

/** A number that links to the list it counts. */
export function CountCard({ count, label, sub, href, tone = "quiet" }: CountCardProps) {
  const body = (
    <>
      {typeof count === "number" ? (
        <span className={`figures block text-3xl font-bold ${countColours[tone]}`}>
          {count.toLocaleString("en-US")}
        </span>
      ) : (
        <span className="block pt-2 text-lg font-semibold text-soft">{count}</span>
      )}
      <span className="block text-ink">{label}</span>
      {sub && <span className="block text-sm text-soft">{sub}</span>}
    </>
  );
  const box = "relative block h-full rounded-card border bg-card p-4 text-left";
  if (!href) return <div className={`${box} border-line`}>{body}</div>;
  return (
    <Link
      href={href}
      className={`${box} border-edge no-underline hover:border-indigo hover:bg-indigo-tint hover:no-underline`}
    >
      {body}
      <ChevronRight
        aria-hidden
        size={20}
        className="absolute right-3 top-4 text-soft print:hidden"
      />
    </Link>
  );
}
