import type { IsoDate } from "@/domain/calendar";
import type { DutyStage } from "@/domain/duties";
import type { RuleSet } from "@/domain/rules/rule-set";

/**
 * Which of the three stages of the role table (docs/programme.md 2.2) a day belongs to: preparing until the desks open,
 * then meeting and interviewing until the last day of the home visits, then following up.
 */
export function stageOn({ walkIn, homeVisits }: RuleSet, day: IsoDate): DutyStage {
  if (day < walkIn.value.from) return "prepare";
  return day <= homeVisits.value.until ? "operate" : "follow_up";
}
