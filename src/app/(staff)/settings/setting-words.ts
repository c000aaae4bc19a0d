import { useTranslations } from "next-intl";
import { isNational, type SettingKey } from "@/domain/settings";
import { formatThaiDate } from "@/domain/thai-dates";

/** A setting's value in words: `14 วัน`, `31 พฤษภาคม 2561`. */
export function useSettingValue(): (key: SettingKey, value: string) => string {
  const t = useTranslations("settings");
  return (key, value) => {
    if (isNational(key)) return formatThaiDate(value);
    if (key === "meeting_day")
      return value === "0" ? t("value_meetingNone") : t("value_meetingDay", { day: value });
    return t("value_days", { count: Number(value) });
  };
}
