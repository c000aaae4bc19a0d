import { useTranslations } from "next-intl";
import { NumberLink } from "@/app/parts/number-link";
import { ageIncomeTable, type TallyRow } from "@/domain/dashboard";
import { type HolderFilter, holdersHref } from "@/domain/holder-filter";
import type { RuleSet } from "@/domain/rules/rule-set";
import { ageNamed, bandNamed } from "@/domain/rules/rule-words";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";

type Props = { rules: RuleSet; rows: readonly TallyRow[]; within: HolderFilter };

/** The table of age and income for this area; every number is a link to its list. */
export function AgeIncomeCard({ rules, rows, within }: Props) {
  const t = useTranslations("district");
  const { lines, total } = ageIncomeTable(rules, rows);
  return (
    <Card title={t("byAgeAndIncome")} sub={t("unitPeople")}>
      <DataTable
        caption={t("byAgeAndIncome")}
        captionHidden
        phone="grid"
        rows={lines}
        rowKey={({ age }) => age}
        columns={[
          {
            key: "age",
            header: t("age"),
            cell: ({ age }) => <span className="sm:whitespace-nowrap">{ageNamed(rules, age)}</span>,
          },
          ...total.bands.map(({ income }, index) => ({
            key: income,
            header: bandNamed(rules, income),
            align: "end" as const,
            cell: ({ age, bands }: (typeof lines)[number]) => (
              <NumberLink
                count={bands[index]?.people ?? 0}
                href={holdersHref({ ...within, age, income })}
              />
            ),
          })),
          {
            key: "total",
            header: t("total"),
            align: "end",
            cell: ({ age, total }) => (
              <NumberLink strong count={total} href={holdersHref({ ...within, age })} />
            ),
          },
        ]}
        footer={[
          t("total"),
          ...total.bands.map(({ income, people }) => (
            <NumberLink
              key={income}
              strong
              count={people}
              href={holdersHref({ ...within, income })}
            />
          )),
          <NumberLink key="total" strong count={total.total} href={holdersHref(within)} />,
        ]}
      />
    </Card>
  );
}
