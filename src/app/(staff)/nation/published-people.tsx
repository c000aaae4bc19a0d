import { useTranslations } from "next-intl";

/** A published number of people; what is withheld says so, never 0. */
export function PublishedPeople({ count }: { count: number | null }) {
  const t = useTranslations("nation");
  if (count === null) return <span className="text-soft">{t("withheld")}</span>;
  return count.toLocaleString("en-US");
}
