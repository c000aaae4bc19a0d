import { useTranslations } from "next-intl";
import { differencesAPage } from "@/domain/ledger";
import { formatThaiMonth, formatThaiMonthShort } from "@/domain/thai-dates";
import type { Differences } from "@/server/ledger/queries";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { FilterLinks } from "@/ui/filter-links";
import { KeepWords } from "@/ui/keep-words";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";
import { Pager } from "@/ui/pager";

type Props = Differences & { page: number };

/** The differences of one run, a line each; every line opens the case file. */
export function DifferencesView({ runs, run, rows, page }: Props) {
  const t = useTranslations("runs");
  const href = (runId: string, at = 1) => `/differences?run=${runId}${at > 1 ? `&page=${at}` : ""}`;
  return (
    <>
      <PageHeading title={t("differencesTitle")} sub={t("differencesSub")} />
      {run ? (
        <>
          <FilterLinks
            label={t("inRun")}
            choices={runs.map(({ id, month, entries }) => ({
              href: href(id),
              label: t("run", { month: formatThaiMonth(month) }),
              count: entries,
              current: id === run.id,
            }))}
          />
          <div className="grid gap-4">
            <Card>
              <DifferencesTable rows={rows} />
            </Card>
            <Pager
              previousHref={page > 1 ? href(run.id, page - 1) : null}
              nextHref={page * differencesAPage < run.entries ? href(run.id, page + 1) : null}
            />
          </div>
        </>
      ) : (
        <EmptyState title={t("differencesEmpty")}>{t("differencesEmptyText")}</EmptyState>
      )}
    </>
  );
}

function DifferencesTable({ rows }: Pick<Props, "rows">) {
  const t = useTranslations("runs");
  return (
    <DataTable
      caption={t("differencesTitle")}
      captionHidden
      rows={rows}
      rowKey={({ holderId, month, benefit, number }) => `${holderId} ${month} ${benefit} ${number}`}
      columns={[
        {
          key: "name",
          header: t("name"),
          rowHeader: true,
          cell: ({ holderId, name }) => (
            <Link href={`/holders/${holderId}#ledger`} className="touch">
              <KeepWords>{name}</KeepWords>
            </Link>
          ),
        },
        {
          key: "month",
          header: t("month"),
          cell: ({ month, once }) => (
            <>
              <span className="keep">{formatThaiMonthShort(month)}</span>
              {once && <span className="block text-sm text-soft">{once}</span>}
            </>
          ),
        },
        {
          key: "amount",
          header: t("amount"),
          cell: ({ before, satang }) => (
            <>
              <strong className="keep">
                {t("signed", {
                  sign: satang < 0n ? "less" : "more",
                  baht: Math.abs(Number(satang)) / 100,
                })}
              </strong>
              <span className="block text-sm text-soft">
                {t("fromTo", {
                  before: Number(before) / 100,
                  after: Number(before + satang) / 100,
                })}
              </span>
            </>
          ),
        },
        {
          key: "why",
          header: t("why"),
          cell: ({ changed }) => changed.map((fact) => t(`changed_${fact}`)).join(" · "),
        },
      ]}
    />
  );
}
