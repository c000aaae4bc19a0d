import Link from "next/link";

/** A number that opens the list it counts; a dash where it is zero. */
export function NumberLink({
  count,
  href,
  strong = false,
}: {
  count: number;
  href: string;
  strong?: boolean;
}) {
  if (count === 0) return <span>–</span>;
  return (
    <Link
      href={href}
      prefetch={false}
      className={`-my-2.5 inline-flex min-h-12 min-w-12 items-center justify-end print:my-0 print:min-h-0 ${strong ? "font-bold" : ""}`}
    >
      {count.toLocaleString("en-US")}
    </Link>
  );
}
