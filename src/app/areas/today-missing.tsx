import { useTranslations } from "next-intl";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { DistrictDays } from "@/server/daily/queries";
import { Notice } from "@/ui/notice";

type Props = { found: Pick<DistrictDays, "today" | "missing"> };

/** Why the numbers of 16:30 of today are not among those shown; nothing where they are. */
export function TodayMissing({ found: { today, missing } }: Props) {
  const t = useTranslations("daily");
  if (!missing) return null;
  return (
    <div data-screen-only>
      <Notice>{t(`missing_${missing}`, { date: formatThaiDateShort(today) })}</Notice>
    </div>
  );
}
