import { useTranslations } from "next-intl";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";

type Props = {
  links: readonly {
    href: string;
    label: "daily" | "followUps" | "ministry" | "reports";
  }[];
};

/** What comes after the meeting: the numbers of 16:30, follow-ups, the Ministry, reports. */
export function AfterCard({ links }: Props) {
  const t = useTranslations("daily");
  return (
    <nav data-screen-only aria-label={t("afterTitle")}>
      <Card title={t("afterTitle")}>
        <ul className="divide-y divide-line">
          {links.map(({ href, label }) => (
            <li key={href}>
              <Link href={href} className="flex min-h-12 items-center">
                {t(`after_${label}`)}
              </Link>
            </li>
          ))}
        </ul>
      </Card>
    </nav>
  );
}
