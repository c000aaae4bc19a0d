import { projectOf } from "@/domain/rules/menu";
import { type RuleSets, rulesOfVersion } from "@/domain/rules/sets";

/** The projects of an interview with their names and owners, by the rules that it was decided by. */
export function namedProjects<Row extends { project: string }>(
  ruleSets: RuleSets,
  version: string,
  rows: readonly Row[],
) {
  const rules = rulesOfVersion(ruleSets, version);
  return rows.map((row) => {
    const { name, agencies } = projectOf(rules, row.project);
    return { ...row, name, owners: agencies };
  });
}
