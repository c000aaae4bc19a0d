import { type ProjectAgency, projectAgencyCodes } from "@/domain/agencies";
import {
  type Category,
  type Dimension,
  type Project,
  type RuleSet,
  type TargetGroup,
  targetGroups,
} from "@/domain/rules/rule-set";

export const dimensions = [1, 2, 3, 4] as const satisfies readonly Dimension[];
export const agencies = projectAgencyCodes;

export type Filter = {
  group?: TargetGroup;
  dimension?: Dimension;
  agency?: ProjectAgency;
  category?: Category;
};
export type Offer = { group: TargetGroup; category: Category | null };
export type CatalogueEntry = Project & { code: string; offers: Offer[] };

/** The filter in an address; unknown values are left out. */
export function readFilter(
  { categories }: RuleSet,
  query: Record<string, string | string[] | undefined>,
): Filter {
  return {
    group: targetGroups.find((group) => group === query.group),
    dimension: dimensions.find((dimension) => String(dimension) === query.dimension),
    agency: agencies.find((agency) => agency === query.agency),
    category: categories.find((category) => category === query.category),
  };
}

/** The address of the catalogue under a filter. */
export function hrefOf(filter: Filter): string {
  const query = new URLSearchParams(
    Object.entries(filter).flatMap(([key, value]) => (value ? [[key, String(value)]] : [])),
  );
  return query.size > 0 ? `/catalogue?${query}` : "/catalogue";
}

/** Projects that match the filter; those of one group in the order of its printed menu. */
export function listProjects(rules: RuleSet, filter: Filter): CatalogueEntry[] {
  const entries = Object.entries(rules.projects)
    .map(([code, project]) => ({ ...project, code, offers: offersOf(rules, code) }))
    .filter(
      ({ dimension, agencies, offers }) =>
        (!filter.dimension || dimension === filter.dimension) &&
        (!filter.agency || agencies.includes(filter.agency)) &&
        offers.some(
          ({ group, category }) =>
            (!filter.group || group === filter.group) &&
            (!filter.category || category === filter.category),
        ),
    );
  const { group } = filter;
  if (!group) return entries;
  const order = rules.menus[group].map(({ project }) => project).concat(rules.everyGroup.value);
  return entries.sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
}

function offersOf(rules: RuleSet, code: string): Offer[] {
  const basic = rules.everyGroup.value.includes(code);
  return targetGroups.flatMap((group): Offer[] => {
    const row = rules.menus[group].find(({ project }) => project === code);
    if (row) return [{ group, category: row.category }];
    return basic ? [{ group, category: null }] : [];
  });
}
