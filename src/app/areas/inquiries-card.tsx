import { useTranslations } from "next-intl";
import { inquiriesHref } from "@/domain/inquiry";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";

export type InquiryCounts = { open: number; late: number };

/** What people asked and nobody has answered yet; each number opens exactly those. */
export function InquiriesCard({
  counts,
  district = null,
}: {
  counts: InquiryCounts;
  district?: string | null;
}) {
  const t = useTranslations("inquiries");
  const lines = [
    { label: t("cardOpen"), count: counts.open, href: inquiriesHref({ district }) },
    { label: t("cardLate"), count: counts.late, href: inquiriesHref({ district, state: "late" }) },
  ];
  return (
    <Card title={t("card")}>
      <ul>
        {lines.map(({ label, count, href }) => (
          <li key={href}>
            <Link href={href} className="flex min-h-12 items-center justify-between gap-4">
              {label}
              <strong className="figures">{count.toLocaleString("en-US")}</strong>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
