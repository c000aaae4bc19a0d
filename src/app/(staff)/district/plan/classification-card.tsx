import { useTranslations } from "next-intl";
import { NumberLink } from "@/app/parts/number-link";
import { type HolderFilter, holdersHref, planningGroups } from "@/domain/holder-filter";
import { classify, type GroupedTally, type PlanCut } from "@/domain/outreach-plan";
import type { RuleSet } from "@/domain/rules/rule-set";
import { ageNamed, bandNamed } from "@/domain/rules/rule-words";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { FilterLinks } from "@/ui/filter-links";

type Props = {
  rules: RuleSet;
  rows: readonly GroupedTally[];
  names: Record<string, string>;
  district: string;
  given: Record<string, string | string[] | undefined>;
};

/** Subdistrict by occupation group, for the age class and income band in the address. */
export function ClassificationCard({ rules, rows, names, district, given }: Props) {
  const t = useTranslations("preparation");
  const words = useTranslations("words");
  const ages = [rules.mustReach.ages.upTo.id, rules.mustReach.ages.over.id];
  const bands = rules.incomeBands.map(({ id }) => id);
  const cut: PlanCut = {
    age: ages.find((age) => age === given.age),
    income: bands.find((band) => band === given.income),
  };
  const { lines, total } = classify(rows, cut);
  const within: HolderFilter = { district, ...cut };
  const cuts: PlanCut[] = [{}, ...ages.flatMap((age) => bands.map((income) => ({ age, income })))];
  return (
    <Card title={t("classification")} sub={t("classificationSub")}>
      <FilterLinks
        label={t("cut")}
        choices={cuts.map(({ age, income }) => ({
          href: age && income ? `/district/plan?age=${age}&income=${income}` : "/district/plan",
          label:
            age && income ? `${ageNamed(rules, age)} · ${bandNamed(rules, income)}` : t("cutAll"),
          count: classify(rows, { age, income }).total.total,
          current: cut.age === age && cut.income === income,
        }))}
      />
      <DataTable
        caption={t("classification")}
        captionHidden
        rows={lines}
        rowKey={({ code }) => code}
        columns={[
          { key: "name", header: t("subdistrict"), cell: ({ code }) => names[code] ?? code },
          ...planningGroups.map((group) => ({
            key: group,
            header: words(`group_${group}`),
            align: "end" as const,
            cell: (line: (typeof lines)[number]) => (
              <NumberLink
                count={line[group]}
                href={holdersHref({ ...within, subdistrict: line.code, group })}
              />
            ),
          })),
          {
            key: "total",
            header: t("total"),
            align: "end",
            cell: ({ code, total }) => (
              <NumberLink
                strong
                count={total}
                href={holdersHref({ ...within, subdistrict: code })}
              />
            ),
          },
        ]}
        footer={[
          t("total"),
          ...planningGroups.map((group) => (
            <NumberLink
              key={group}
              strong
              count={total[group]}
              href={holdersHref({ ...within, group })}
            />
          )),
          <NumberLink key="total" strong count={total.total} href={holdersHref(within)} />,
        ]}
      />
    </Card>
  );
}
