import { useTranslations } from "next-intl";
import { formatThaiDate } from "@/domain/thai-dates";
import type { AnnouncementPage } from "@/server/announcements/queries";
import { Card } from "@/ui/card";
import { Tag } from "@/ui/tag";

type Props = {
  announcement: AnnouncementPage /** The receipts of every district, or of the reader's district only. */;
  all: boolean;
};

/** Who has read it and when; those who have not come first. */
export function ReceiptsCard({ announcement, all }: Props) {
  const t = useTranslations("announcements");
  const words = useTranslations("words");
  const { districts, districtNames } = announcement;
  const unread = districts.filter(({ acknowledgedOn }) => !acknowledgedOn);
  const ordered = [...unread, ...districts.filter(({ acknowledgedOn }) => acknowledgedOn)];
  return (
    <Card
      title={t("receipts")}
      sub={
        all &&
        (unread.length > 0 ? t("receiptsLacking", { count: unread.length }) : t("receiptsAll"))
      }
    >
      <ul className="divide-y divide-line">
        {ordered.map(({ districtCode, acknowledgedOn, acknowledgedBy }) => (
          <li key={districtCode} className="py-2 first:pt-0 last:pb-0">
            <span className="flex flex-wrap items-baseline justify-between gap-2">
              {words("district", { name: districtNames[districtCode] ?? districtCode })}
              {!acknowledgedOn && <Tag tone="due">{t("unread")}</Tag>}
            </span>
            {acknowledgedOn && acknowledgedBy && (
              <span className="block text-sm text-soft">
                {t("acknowledgedBy", { ...acknowledgedBy, date: formatThaiDate(acknowledgedOn) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
