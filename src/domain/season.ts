import type { IsoDate } from "@/domain/calendar";
import type { DutyStage } from "@/domain/duties";
import type { Period } from "@/domain/rules/rule-set";
import type { Purpose } from "@/domain/walk";

/** Whether people are still met at home; from the day after the last one the work is to follow up. */
export type Season = "open" | "over";

/** @param homeVisits as the province has set them (settings, `home_visits_until`). */
export function seasonOf(day: IsoDate, homeVisits: Period): Season {
  return day > homeVisits.until ? "over" : "open";
}

/**
 * What an account officer's days of this season are first of all for. The other is still allowed, and stands behind it:
 * an interview may be held at any time, and who is followed up early has been.
 */
export function dutyOf(season: Season): Purpose {
  return season === "over" ? "follow_up" : "interview";
}

/**
 * Which of the three stages of the role table (docs/programme.md 2.2) a day belongs to: preparing until the desks open,
 * then meeting and interviewing until the season is over, then following up.
 */
export function stageOn(day: IsoDate, walkIn: Period, homeVisits: Period): DutyStage {
  if (day < walkIn.from) return "prepare";
  return seasonOf(day, homeVisits) === "open" ? "operate" : "follow_up";
}
