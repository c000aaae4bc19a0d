import { Link } from "@/ui/link";

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
    <Link href={href} className={`touch min-w-12 justify-end ${strong ? "font-bold" : ""}`}>
      {count.toLocaleString("en-US")}
    </Link>
  );
}
