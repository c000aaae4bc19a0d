import { useTranslations } from "next-intl";
import type { Trend } from "@/domain/figures/trend";
import { formatThaiDateShort } from "@/domain/thai-dates";

/** When an area will be finished, in a word or a day for a line of a table. */
export function useEndWords(): (trend: Pick<Trend, "end" | "needed">) => string {
  const t = useTranslations("figures");
  return ({ end, needed }) => {
    if (end.says !== "done" && needed === null) return t("short_over");
    return t(`short_${end.says}`, { day: "day" in end ? formatThaiDateShort(end.day) : "" });
  };
}
