import { useTranslations } from "next-intl";
import { NumberLink } from "@/app/parts/number-link";
import { ageIncomeTable, type TallyRow } from "@/domain/dashboard";
import { type HolderFilter, holdersHref } from "@/domain/holder-filter";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";

type Props = { rows: readonly TallyRow[]; within: HolderFilter };
const bands = ["up_to_30000", "over_30000"] as const;

/** The table of age and income for this area; every number is a link to its list. */
export function AgeIncomeCard({ rows, within }: Props) {
  const t = useTranslations("district");
  const words = useTranslations("words");
  const { lines, total } = ageIncomeTable(rows);
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
            cell: ({ age }) => <span className="sm:whitespace-nowrap">{words(`age_${age}`)}</span>,
          },
          ...bands.map((income) => ({
            key: income,
            header: words(`band_${income}`),
            align: "end" as const,
            cell: (line: (typeof lines)[number]) => (
              <NumberLink
                count={line[income]}
                href={holdersHref({ ...within, age: line.age, income })}
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
          ...bands.map((income) => (
            <NumberLink
              key={income}
              strong
              count={total[income]}
              href={holdersHref({ ...within, income })}
            />
          )),
          <NumberLink key="total" strong count={total.total} href={holdersHref(within)} />,
        ]}
      />
    </Card>
  );
}
