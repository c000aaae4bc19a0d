import { scaleLinear } from "@visx/scale";
import { Link } from "@/ui/link";

export type Bar = {
  key: string;
  label: string;
  count: number;
  /** What the number is of the whole, in words. */
  share: string;
  href: string;
  /** Drawn as a frame: not known, but estimated. */
  estimated?: boolean;
};

/** Numbers of one whole below each other, each with its bar and its list; a list of nobody is not opened. */
export function Bars({ label, max, bars }: { label: string; max: number; bars: readonly Bar[] }) {
  const width = scaleLinear({ domain: [0, Math.max(max, 1)], range: [0, 100] });
  return (
    <ol aria-label={label} className="figures grid gap-1">
      {bars.map((bar) => (
        <li key={bar.key} data-keep-together>
          <Door href={bar.count === 0 ? undefined : bar.href}>
            <span className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span>{bar.label}</span>
              <span className="ml-auto">
                <strong className={bar.count === 0 ? "" : "text-indigo"}>
                  {bar.count.toLocaleString("en-US")}
                </strong>{" "}
                <span className="text-sm text-soft">{bar.share}</span>
              </span>
            </span>
            <svg
              aria-hidden
              className="mt-1 h-3 w-full overflow-visible [print-color-adjust:exact]"
            >
              <line className="stroke-line" x1="0" x2="100%" y1="100%" y2="100%" />
              <rect
                className={bar.estimated ? "fill-indigo-tint stroke-indigo" : "fill-indigo"}
                strokeDasharray={bar.estimated ? "4 3" : undefined}
                width={`${Math.round(width(bar.count) * 100) / 100}%`}
                height="100%"
              />
            </svg>
          </Door>
        </li>
      ))}
    </ol>
  );
}

function Door({ href, children }: { href?: string; children: React.ReactNode }) {
  const look = "block min-h-12 py-1 text-ink no-underline print:min-h-0";
  if (!href) return <div className={look}>{children}</div>;
  return (
    <Link href={href} className={look}>
      {children}
    </Link>
  );
}
