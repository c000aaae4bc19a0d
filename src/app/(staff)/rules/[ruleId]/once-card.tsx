import { useTranslations } from "next-intl";
import { formatThaiMonth } from "@/domain/thai-dates";
import type { OneOffLine } from "@/server/one-offs/queries";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";

/** What a checked version gives once, each with its list of persons in the own province. */
export function OnceCard({ oneOffs }: { oneOffs: readonly OneOffLine[] }) {
  const t = useTranslations("oneOffs");
  if (oneOffs.length === 0) return null;
  return (
    <Card title={t("cardTitle")}>
      <ul className="divide-y divide-line">
        {oneOffs.map(({ list, name, month, baht, people }) => (
          <li key={list}>
            <Link href={`/rules/lists/${list}`} className="touch grid py-2">
              {t("line", { name, baht, month: formatThaiMonth(month) })}
              <span className="text-sm text-soft">
                {people === null ? t("noList") : t("people", { people })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
