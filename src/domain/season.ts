import type { IsoDate } from "@/domain/calendar";
import type { DutyStage } from "@/domain/duties";
import type { Period } from "@/domain/rules/rule-set";

/** Whether people are still met at home; from the day after the last one the work is to follow up. */
export type Season = "open" | "over";

/** @param homeVisits as the province has set them (settings, `home_visits_until`). */
export function seasonOf(day: IsoDate, homeVisits: Period): Season {
  return day > homeVisits.until ? "over" : "open";
}

/**
 * Which of the three stages of the role table (docs/programme.md 2.2) a day belongs to: preparing until the desks open,
 * then meeting and interviewing until the season is over, then following up.
 */
export function stageOn(day: IsoDate, walkIn: Period, homeVisits: Period): DutyStage {
  if (day < walkIn.from) return "prepare";
  return seasonOf(day, homeVisits) === "open" ? "operate" : "follow_up";
}
