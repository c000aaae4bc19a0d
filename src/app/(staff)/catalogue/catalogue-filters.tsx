import { useTranslations } from "next-intl";
import { projectAgencies } from "@/domain/agencies";
import { type Category, targetGroups } from "@/domain/rules/rule-set";
import { Disclosure } from "@/ui/disclosure";
import { FilterLinks } from "@/ui/filter-links";
import { agencies, dimensions, type Filter, hrefOf } from "./filter";

type Props = { filter: Filter; categories: readonly Category[] };

export function CatalogueFilters({ filter, categories }: Props) {
  const t = useTranslations("catalogue");
  const words = useTranslations("words");
  const everything = (key: keyof Filter) => ({
    href: hrefOf({ ...filter, [key]: undefined }),
    label: t("all"),
    current: !filter[key],
  });
  return (
    <div data-screen-only className="mb-5">
      <FilterLinks
        label={t("byGroup")}
        choices={[
          everything("group"),
          ...targetGroups.map((group) => ({
            href: hrefOf({ ...filter, group }),
            label: words(`group_${group}`),
            current: filter.group === group,
          })),
        ]}
      />
      <FilterLinks
        label={t("byDimension")}
        choices={[
          everything("dimension"),
          ...dimensions.map((dimension) => ({
            href: hrefOf({ ...filter, dimension }),
            label: t("dimensionShort", { number: dimension }),
            current: filter.dimension === dimension,
          })),
        ]}
      />
      <Disclosure summary={t("byCategory")} open={Boolean(filter.category)}>
        <FilterLinks
          label={t("byCategory")}
          choices={[
            everything("category"),
            ...categories.map((category) => ({
              href: hrefOf({ ...filter, category }),
              label: category,
              current: filter.category === category,
            })),
          ]}
        />
      </Disclosure>
      <Disclosure summary={t("byAgency")} open={Boolean(filter.agency)}>
        <FilterLinks
          label={t("byAgency")}
          choices={[
            everything("agency"),
            ...agencies.map((agency) => ({
              href: hrefOf({ ...filter, agency }),
              label: projectAgencies[agency].full,
              current: filter.agency === agency,
            })),
          ]}
        />
      </Disclosure>
    </div>
  );
}
