import { useTranslations } from "next-intl";
import { NumberLink } from "@/app/parts/number-link";
import type { HolderFilter } from "@/domain/holder-filter";
import { holdersHref } from "@/domain/holder-filter";
import { keysOf } from "@/domain/tables";
import type { SupervisedRow } from "@/server/supervision/queries";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { Link } from "@/ui/link";

type Props = {
  rows: readonly SupervisedRow[];
  today: string;
  /** Whether names link to the officer's page; false on that page itself. */
  named?: boolean;
};

type Figure = "people" | "left" | "interviewed" | "overdue";

/** One line per account officer; every number opens exactly those it counts. */
export function SupervisedTable({ rows, today, named = false }: Props) {
  const t = useTranslations("supervision");
  const filters: Record<Figure, HolderFilter> = {
    people: {},
    left: { interview: "all" },
    interviewed: { interviewed: "yes" },
    overdue: { meetBefore: today },
  };
  const file = ({ officerId }: SupervisedRow) => `/district/officers/${officerId}`;
  return (
    <Card title={t("figures")}>
      <DataTable
        caption={t("figures")}
        captionHidden
        rows={rows}
        rowKey={({ officerId }) => officerId}
        columns={[
          {
            key: "officer",
            header: t("officer"),
            cell: (row) => (
              <>
                {named ? (
                  <Link href={file(row)} className="touch">
                    {row.name}
                  </Link>
                ) : (
                  row.name
                )}{" "}
                <span className="keep text-sm font-normal text-soft">{row.code}</span>
              </>
            ),
          },
          ...keysOf(filters).map((figure) => ({
            key: figure,
            header: t(figure),
            align: "end" as const,
            cell: (row: SupervisedRow) => (
              <NumberLink
                count={row[figure]}
                href={holdersHref({ officer: row.officerId, ...filters[figure] })}
              />
            ),
          })),
          {
            key: "drafts",
            header: t("drafts"),
            align: "end",
            cell: (row) => <NumberLink count={row.drafts} href={`${file(row)}#drafts`} />,
          },
          {
            key: "sinceMet",
            header: t("sinceMet"),
            align: "end",
            cell: (row) =>
              row.sinceMet === null ? (
                t("never")
              ) : (
                <Link href={`${file(row)}#meetings`} className="touch">
                  {t("daysAgo", { days: row.sinceMet })}
                </Link>
              ),
          },
        ]}
      />
    </Card>
  );
}
