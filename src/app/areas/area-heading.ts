import { useTranslations } from "next-intl";
import { headlineFigures } from "@/app/parts/headline-figures";
import { areaHeadline } from "@/domain/headline";
import { type Season, seasonOf } from "@/domain/season";
import type { DistrictDashboard, ProvinceDashboard } from "@/server/dashboards/queries";
import { usePaceWords } from "./pace-words";

type Heading = { title: string; sub: string; season: Season; short: boolean };

/** What the page of a district or province says first: its worst figure, then the interviews left by part and the pace. */
export function useAreaHeading(
  dashboard: DistrictDashboard | ProvinceDashboard,
  place: string,
): Heading {
  const t = useTranslations("district");
  const { fieldwork, today, rows, left, staff, round, pace } = dashboard;
  const paceWords = usePaceWords(fieldwork);
  const season = seasonOf(today, fieldwork);
  const headline = areaHeadline({ listed: rows.length, left: left.all, season, staff, round });
  const parts = t("leftParts", { left: left.all, ...left.parts });
  return {
    title: t(`headline_${headline.says}`, {
      ...headlineFigures,
      place,
      days: pace.daysLeft,
      ...headline,
    }),
    sub: rows.length === 0 ? paceWords(pace) : `${parts} · ${paceWords(pace)}`,
    season,
    short: headline.says === "officers_missing" || headline.says === "districts_short",
  };
}
