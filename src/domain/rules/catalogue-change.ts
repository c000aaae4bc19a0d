import type { ProjectAgency } from "@/domain/agencies";
import type { IsoDate } from "@/domain/calendar";
import { type Letter, passage } from "@/domain/rules/from-letter";
import type {
  BandId,
  Category,
  Dimension,
  Occupation,
  Project,
  RuleSet,
  Skill,
  TargetGroup,
} from "@/domain/rules/rule-set";

/** A project that a letter adds, or another one of whose bands it changes; the rows are added to the printed menus, at their end. */
export type ProjectChange = {
  code: string;
  name: string;
  agency: ProjectAgency;
  dimension: Dimension;
  bands: readonly BandId[];
  rows: readonly { group: TargetGroup; category: Category }[];
};

/** The set with a project more, or with the bands of one that it has. */
export function withProject(
  rules: RuleSet,
  { code, name, agency, dimension, bands, rows }: ProjectChange,
  letter: Letter,
  at: string,
): RuleSet {
  const printed = { letter: passage(letter, at) };
  const before = rules.projects[code];
  const project: Project = before
    ? { ...before, bands, printed: [...before.printed, printed] }
    : { name, dimension, dimensionSource: "letter", agencies: [agency], bands, printed: [printed] };
  const menus = { ...rules.menus };
  for (const { group, category } of rows)
    menus[group] = [...menus[group], { project: code, category, confidence: "high", printed }];
  const added = rows.map(({ category }) => category);
  return {
    ...rules,
    projects: { ...rules.projects, [code]: project },
    categories: [...new Set([...rules.categories, ...added])],
    menus,
  };
}

export type CodeLists = {
  occupations?: Readonly<Record<string, Occupation>>;
  skills?: Readonly<Record<string, Skill>>;
};

/** The set with other code lists: annexes 5 and 6 as the Ministry gives them, each with the old codes that it stands for. */
export function withCodeLists(
  rules: RuleSet,
  { occupations, skills }: CodeLists,
  letter: Letter,
  at: string,
): RuleSet {
  const since: IsoDate = rules.inForceFrom;
  const source = { letter: passage(letter, at) };
  return {
    ...rules,
    ...(occupations ? { occupations: { value: occupations, since, source } } : {}),
    ...(skills ? { skills: { value: skills, since, source } } : {}),
  };
}
