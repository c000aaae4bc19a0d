import type { Answers, QuestionId } from "@/domain/assessment";
import { occupationIn } from "@/domain/rules/code-lists";
import type { RuleSet, TargetGroup } from "@/domain/rules/rule-set";

/** Whether a code of a set's list says that there is no occupation. */
export function meansNoWork(rules: RuleSet, code: string | undefined): boolean {
  return occupationIn(rules, code)?.group === "not_working";
}

/**
 * The programme's group of an occupation. A code alone cannot tell an employee from the self-employed, so the
 * status decides first; the list says the group of who works on their own account (docs/programme.md 6.1). Null while
 * not enough is known.
 */
export function groupOf(
  rules: RuleSet,
  status: Answers["occupationStatus"],
  code: string | undefined,
): TargetGroup | null {
  if (meansNoWork(rules, code) || status === "not_working") return "not_working";
  if (status === "employee") return "employed";
  return status ? (occupationIn(rules, code)?.group ?? null) : null;
}

/** The group of what the holder does today; null while it is not known. */
export function currentGroupOf(rules: RuleSet, answers: Answers): TargetGroup | null {
  return groupOf(rules, answers.occupationStatus, answers.occupation);
}

/**
 * The group of what the holder wants to do: the menu follows it (docs/programme.md 3.3). While nothing else is said, or
 * where the wish is to go on as before, it is the current group.
 */
export function targetGroupOf(rules: RuleSet, answers: Answers): TargetGroup | null {
  const { wantedOccupation: wanted, wantedStatus } = answers;
  if (!wanted || wanted === "same") return currentGroupOf(rules, answers);
  // A field of work on one's own is the wish that most have; it holds until the status is known.
  return groupOf(rules, wantedStatus ?? "own_account", wanted);
}

/** The occupation itself that the holder wants: that of today where it is to stay; null without one, or where none was said. */
export function intendedOccupation(rules: RuleSet, answers: Answers): string | null {
  const { occupation, wantedOccupation: wanted } = answers;
  const intended = wanted === "same" ? occupation : wanted;
  return !intended || meansNoWork(rules, intended) ? null : intended;
}

/** The question whose answer the target group, and with it the menu, still waits for; null once the group is known. */
export function groupWaitsFor(rules: RuleSet, answers: Answers): QuestionId | null {
  if (targetGroupOf(rules, answers)) return null;
  return answers.occupation ? "occupationStatus" : "occupation";
}
