import { useTranslations } from "next-intl";
import type { Pace } from "@/domain/caseload";
import type { Period } from "@/domain/rules/rule-set";
import { formatThaiDateShort } from "@/domain/thai-dates";

/** The pace in one line: interviews needed a day, made a day lately, and whether that is enough. */
export function usePaceWords(fieldwork: Period): (pace: Pace) => string {
  const t = useTranslations("district");
  const from = formatThaiDateShort(fieldwork.from);
  const until = formatThaiDateShort(fieldwork.until);
  return ({ verdict, neededPerDay, recentDays, recentPerDay }) => {
    const figures = { needed: neededPerDay ?? 0, days: recentDays, recent: recentPerDay ?? 0 };
    switch (verdict) {
      case "done":
        return t("paceDone");
      case "over":
        return t("paceOver", { until });
      case "not_begun":
        return t("paceNotBegun", { ...figures, from, until });
      case "behind":
        return t("paceBehind", figures);
      case "on_plan":
        return t("paceOnPlan", figures);
    }
  };
}
