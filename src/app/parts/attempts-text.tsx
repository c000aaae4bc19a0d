import { useTranslations } from "next-intl";
import type { Attempts } from "@/domain/follow-up";
import { formatThaiDateShort } from "@/domain/thai-dates";

/** How often somebody could not be reached in the round, and when last. */
export function AttemptsText({ attempts: { count, lastOn } }: { attempts: Attempts }) {
  const t = useTranslations("followUps");
  return <span>{t("attempts", { count, date: formatThaiDateShort(lastOn) })}</span>;
}
