import { projectAgencies } from "@/domain/agencies";
import { onceForEach } from "@/domain/rules/once-for-each";
import { passageOf, quoted, type Reason } from "@/domain/rules/reasons";
import type {
  BandId,
  Category,
  Dimension,
  Project,
  RuleSet,
  TargetGroup,
} from "@/domain/rules/rule-set";

export type MenuLine = {
  /** Project code, e.g. `BAAC-01`. */
  project: string;
  dimension: Dimension;
  /** Heading of the printed menu; dimension-4 projects have none. */
  category: Category | null;
  /** Short name of the owner, or of the owners. */
  agency: string;
};

export type Menu = readonly MenuLine[];
const nothing: Menu = [];

/** The menu of a target group in the printed order, then the projects for every group. */
export function menuFor(rules: RuleSet, group: TargetGroup | null, band: BandId): Menu {
  return group === null ? nothing : menuOf(rules, group, band);
}

const menuOf = onceForEach((rules, group: TargetGroup, band: BandId): Menu => {
  const printed = rules.menus[group].map(({ project, category }) => ({ project, category }));
  const basic = rules.everyGroup.value.map((project) => ({ project, category: null }));
  return [...printed, ...basic].flatMap(({ project: code, category }) => {
    const project = projectOf(rules, code);
    if (!project.bands.includes(band)) return [];
    return [
      { project: code, dimension: project.dimension, category, agency: agencyLabel(project) },
    ];
  });
});

/** A project of the catalogue; throws RangeError where there is none of this code. */
export function projectOf(rules: RuleSet, code: string): Project {
  const project = Object.hasOwn(rules.projects, code) ? rules.projects[code] : undefined;
  if (!project) throw new RangeError(`No project ${code}`);
  return project;
}

/** Short names of the owners: `พช. และ คน.`. */
export function agencyLabel(project: Project): string {
  return project.agencies.map((agency) => projectAgencies[agency].short).join(" และ ");
}

/** The headings of a group's printed menu, in their order. */
export function categoriesOf(rules: RuleSet, group: TargetGroup): Category[] {
  return [...new Set(rules.menus[group].map(({ category }) => category))];
}

/** Where the papers offer this project to this group: clause and exact words; empty if nowhere. */
export function menuLineSources(
  rules: RuleSet,
  group: TargetGroup,
  code: string,
): Pick<Reason, "clause" | "quote">[] {
  const row = rules.menus[group].find(({ project }) => project === code);
  if (row) return [passageOf(row.printed)].map(wordsOf);
  if (!rules.everyGroup.value.includes(code)) return [];
  const printed = projectOf(rules, code).printed.map(passageOf).map(wordsOf);
  return [...printed, quoted(rules.everyGroup.source)];
}

const wordsOf = ({ clause, quote }: Pick<Reason, "clause" | "quote">) => ({ clause, quote });
