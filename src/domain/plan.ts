import type { IsoDate } from "@/domain/calendar";
import type { Decision } from "@/domain/rules/decide";
import type { Facts } from "@/domain/rules/facts";
import type { TargetGroup } from "@/domain/rules/rule-set";
import { bandNamed } from "@/domain/rules/rule-words";
import { projectNameOn, type RuleSets, rulesOn } from "@/domain/rules/sets";

/** What the rules answered for a version of a plan, with the facts they answered to. */
export type PlanBasis = Pick<Decision, "band" | "topUp" | "menu"> & { facts: Facts };

/** One thing that is not as in the version before: codes and numbers, the words are in the messages. */
export type PlanChange =
  | { what: "band"; from: string; to: string }
  | { what: "targetGroup"; from: TargetGroup | null; to: TargetGroup | null }
  | { what: "topUp"; from: number; to: number }
  | { what: "menuAdded"; project: string }
  | { what: "menuRemoved"; project: string };

/** The sum of a top-up in baht; 0 where there is none. */
export function topUpTotal({ topUp }: Pick<PlanBasis, "topUp">): number {
  return "none" in topUp ? 0 : topUp.total;
}

/** What a recalculation says against the version in force, in the order in which it is shown. */
export function planChanges(before: PlanBasis, after: PlanBasis): PlanChange[] {
  const changes: PlanChange[] = [];
  if (before.band !== after.band) changes.push({ what: "band", from: before.band, to: after.band });
  if (before.facts.targetGroup !== after.facts.targetGroup)
    changes.push({
      what: "targetGroup",
      from: before.facts.targetGroup,
      to: after.facts.targetGroup,
    });
  const [from, to] = [topUpTotal(before), topUpTotal(after)];
  if (from !== to) changes.push({ what: "topUp", from, to });
  const [had, has] = [before.menu, after.menu].map((menu) => menu.map(({ project }) => project));
  for (const project of has ?? [])
    if (!had?.includes(project)) changes.push({ what: "menuAdded", project });
  for (const project of had ?? [])
    if (!has?.includes(project)) changes.push({ what: "menuRemoved", project });
  return changes;
}

/** The changes with names in the place of the codes of bands and projects: those of the day on which they were agreed. */
export function nameChanges(
  sets: RuleSets,
  day: IsoDate,
  changes: readonly PlanChange[],
): PlanChange[] {
  const rules = rulesOn(sets, day);
  return changes.map((change) => {
    switch (change.what) {
      case "band":
        return { ...change, from: bandNamed(rules, change.from), to: bandNamed(rules, change.to) };
      case "menuAdded":
      case "menuRemoved":
        return { ...change, project: projectNameOn(sets, day, change.project) };
      default:
        return change;
    }
  });
}

/** What holder and account officer want to reach in a dimension, and how. */
export type PlanGoal = { dimension: 1 | 2 | 3 | 4; goal: string };
