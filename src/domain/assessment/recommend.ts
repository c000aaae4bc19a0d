import type { QuestionId } from "@/domain/assessment";
import { type Answers, type Cause, mainCauseOf } from "@/domain/assessment";
import type { Category, Dimension, RuleSet } from "@/domain/rules/rule-set";
import { type ConditionState, conditionOf } from "./conditions";

type MenuItem = { project: string; dimension: Dimension; category: Category | null };

/** How well a project of the menu fits this person. Every project can be chosen, whatever its status. */
export type Recommendation = MenuItem & {
  status: "recommended" | "available" | "waiting" | "check";
  /** The causes that speak for it, the main one first; empty: none does, which is why it is not recommended. */
  causes: Cause[];
  forMainCause: boolean;
  /** The holder wants to be trained, and this trains. */
  trains: boolean;
  condition: ConditionState;
  /** The question that the condition waits for or fails by. */
  waitsFor: QuestionId | null;
};

/**
 * Sorts the menu by the causes and the wish to be trained: for the main cause first, then for the other causes or the
 * wish, then in printed order. They sort and recommend; the result always holds every project of the menu.
 */
export function recommend(
  rules: RuleSet,
  menu: readonly MenuItem[],
  answers: Answers,
): Recommendation[] {
  const main = mainCauseOf(answers);
  const ticked = [...(answers.causes ?? [])].sort(
    (a, b) => Number(b === main) - Number(a === main),
  );
  const wantsTraining = answers.training?.some((wanted) => wanted !== "none") ?? false;
  const recommendations = menu.map((item): Recommendation => {
    const causes = ticked.filter((cause) => speaksFor(rules, cause, item));
    // Training is what the rules answer a want of skill with.
    const trains = wantsTraining && speaksFor(rules, "skill", item);
    const { state, question } = conditionOf(rules.projects[item.project], answers);
    return {
      project: item.project,
      dimension: item.dimension,
      category: item.category,
      status: statusOf(causes.length > 0 || trains, state),
      causes,
      forMainCause: main !== null && causes.includes(main),
      trains,
      condition: state,
      waitsFor: question,
    };
  });
  return recommendations.sort((a, b) => weight(b) - weight(a));
}

function speaksFor(rules: RuleSet, cause: Cause, { category, dimension }: MenuItem): boolean {
  const { categories, dimension: wanted } = rules.causes[cause];
  return dimension === wanted || (category !== null && categories.includes(category));
}

function statusOf(recommended: boolean, condition: ConditionState): Recommendation["status"] {
  if (condition === "waiting") return "waiting";
  // An unmet condition never takes the project away: the agency decides, so the officer asks there first.
  if (condition === "not_met") return "check";
  if (recommended) return "recommended";
  return condition === "check" ? "check" : "available";
}

function weight({ causes, forMainCause, trains, condition }: Recommendation): number {
  const fits = causes.length > 0 || trains;
  return (forMainCause ? 4 : 0) + (fits ? 2 : 0) + (condition === "not_met" ? 0 : 1);
}

/** The projects of the catalogue that are not in the menu: only with a reason. */
export function offMenu(catalogue: readonly string[], menu: readonly MenuItem[]): string[] {
  return catalogue.filter((project) => !menu.some((item) => item.project === project));
}
