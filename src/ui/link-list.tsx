import { Link } from "@/ui/link";

const layouts = {
  row: "flex flex-wrap gap-x-6",
  two: "grid gap-x-6 sm:grid-cols-2",
  four: "grid gap-x-6 sm:grid-cols-2 lg:grid-cols-4",
};

type Props = {
  links: readonly { href: string; label: string }[];
  layout: keyof typeof layouts;
};

/** Links to other pages, each large enough for a finger. */
export function LinkList({ links, layout }: Props) {
  return (
    <ul className={layouts[layout]}>
      {links.map(({ href, label }) => (
        <li key={href}>
          <Link href={href} className="inline-flex min-h-12 items-center">
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
