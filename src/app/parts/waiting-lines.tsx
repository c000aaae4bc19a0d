import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { HomeCard } from "@/server/home/card";
import { Link } from "@/ui/link";

/** Matters that wait, each a link to exactly what it counts; red is what is late. */
export function WaitingLines({ lines }: { lines: readonly HomeCard[] }) {
  const t = useTranslations("home");
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-card">
      {lines.map(({ key, count, people, href, tone, round = "", names = "" }) => (
        <li key={key}>
          <Link
            href={href}
            className="flex min-h-12 items-center gap-3 px-4 py-2 text-ink no-underline hover:bg-indigo-tint"
          >
            <span
              className={`figures keep min-w-8 shrink-0 text-right text-lg font-bold ${tone === "late" ? "text-brick" : "text-amber"}`}
            >
              {count.toLocaleString("en-US")}
            </span>
            <span>
              {t(key, { round, names })}
              {people !== undefined && ` ${t("ofPeople", { people })}`}
            </span>
            <ChevronRight aria-hidden size={20} className="ml-auto shrink-0 text-soft" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
