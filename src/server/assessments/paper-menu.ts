import { menuFor, projectOf } from "@/domain/rules/menu";
import type { BandId, RuleSet } from "@/domain/rules/rule-set";
import { bandNamed } from "@/domain/rules/rule-words";
import { keysOf } from "@/domain/tables";

/** What a paper interview carries of the rules of its holder: the menus by group, and the top-up of the band. */
export function paperMenuOf(rules: RuleSet, band: BandId) {
  const groups = keysOf(rules.menus);
  const menus = groups.map((group) => menuFor(rules, group, band));
  const lines = new Map(menus.flat().map((line) => [line.project, line]));
  const found = rules.incomeBands.find(({ id }) => id === band);
  return {
    groups,
    incomeBand: bandNamed(rules, band),
    projects: [...lines.values()].map(({ project, agency }) => ({
      code: project,
      name: projectOf(rules, project).name,
      agency,
      /** By group, in the order of `groups`. */
      offered: menus.map((menu) => menu.some((line) => line.project === project)),
    })),
    topUp: found ? { monthly: found.monthlyTopUp.value, until: rules.topUp.lastMonth.value } : null,
  };
}
export type PaperMenu = ReturnType<typeof paperMenuOf>;
