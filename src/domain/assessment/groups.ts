import type { Answers, QuestionId } from "@/domain/assessment";
import { groupOf, noWork, type OccupationCode } from "@/domain/occupations";
import type { TargetGroup } from "@/domain/rules/rule-set";

/** The group of what the holder does today; null while it is not known. */
export function currentGroupOf(answers: Answers): TargetGroup | null {
  return groupOf(answers.occupationStatus, answers.occupation);
}

/**
 * The group of what the holder wants to do: the menu follows it (docs/programme.md 3.3). While nothing else is said, or
 * where the wish is to go on as before, it is the current group.
 */
export function targetGroupOf(answers: Answers): TargetGroup | null {
  const { wantedOccupation: wanted, wantedStatus } = answers;
  if (!wanted || wanted === "same") return currentGroupOf(answers);
  if (wanted === noWork) return "not_working";
  // A field of work on one's own is the wish that most have; it holds until the status is known.
  return groupOf(wantedStatus ?? "own_account", wanted);
}

/** The occupation itself that the holder wants: that of today where it is to stay; null without one, or where none was said. */
export function intendedOccupation(answers: Answers): OccupationCode | null {
  const { occupation, wantedOccupation: wanted } = answers;
  const intended = wanted === "same" ? occupation : wanted;
  return !intended || intended === noWork ? null : intended;
}

/** The question whose answer the target group, and with it the menu, still waits for; null once the group is known. */
export function groupWaitsFor(answers: Answers): QuestionId | null {
  if (targetGroupOf(answers)) return null;
  return answers.occupation ? "occupationStatus" : "occupation";
}
