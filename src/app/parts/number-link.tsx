import { Link } from "@/ui/link";

/** A number that opens the list it counts; a list of nobody is not opened. A dash is for what is not known, never for 0. */
export function NumberLink({
  count,
  href,
  strong = false,
}: {
  count: number;
  href: string;
  strong?: boolean;
}) {
  if (count === 0) return <span>0</span>;
  return (
    <Link href={href} className={`touch min-w-12 justify-end ${strong ? "font-bold" : ""}`}>
      {count.toLocaleString("en-US")}
    </Link>
  );
}
