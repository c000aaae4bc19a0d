"use client";

import {
  BookOpen,
  Calendar,
  ChartColumnStacked,
  ClipboardPen,
  FileInput,
  Footprints,
  House,
  LayoutGrid,
  type LucideIcon,
  Scale,
  Users,
} from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { Link } from "@/ui/link";

const icons = {
  home: House,
  people: Users,
  day: Footprints,
  calendar: Calendar,
  book: BookOpen,
  rules: Scale,
  intake: FileInput,
  desk: ClipboardPen,
  figures: ChartColumnStacked,
  menu: LayoutGrid,
} satisfies Record<string, LucideIcon>;

/** The icon is named, since a component cannot cross from server to browser. */
export type NavLink = { href: string; label: string; icon: keyof typeof icons };

export function NavLinks({ links }: { links: NavLink[] }) {
  const t = useTranslations("kit");
  const path = usePathname();
  return (
    <nav
      data-chrome
      data-links
      aria-label={t("mainNavigation")}
      className="border-line bg-card max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-20 max-md:border-t md:border-b"
    >
      <ul className="mx-auto flex max-w-page max-md:justify-around md:gap-2 md:px-2">
        {links.map(({ href, label, icon }) => {
          const Icon = icons[icon];
          const current =
            href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);
          return (
            <li key={href} className="max-md:min-w-0 max-md:flex-1">
              <Link
                href={href}
                aria-current={current ? "page" : undefined}
                className="flex min-h-12 items-center gap-x-2 px-3 text-sm text-soft no-underline hover:text-indigo hover:no-underline aria-[current=page]:font-bold aria-[current=page]:text-indigo max-md:min-h-14 max-md:flex-col max-md:justify-center max-md:px-1 max-md:text-center max-md:leading-tight md:border-b-3 md:border-transparent md:aria-[current=page]:border-indigo"
              >
                <Icon aria-hidden size={20} className="shrink-0" />
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
