import { useTranslations } from "next-intl";
import { NumberLink } from "@/app/parts/number-link";
import { dailyLine, difference } from "@/domain/daily";
import { holdersHref } from "@/domain/holder-filter";
import { provinceNamed } from "@/domain/province-name";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { ProvinceDay } from "@/server/daily/queries";
import { Card } from "@/ui/card";
import { CopyButton } from "@/ui/copy-button";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { FilterLinks } from "@/ui/filter-links";
import { PageHeading } from "@/ui/page-heading";
import { ProvinceTrail } from "../trail";

type Row = ProvinceDay["rows"][number];
type Taken = NonNullable<Row["at"]>;

/** The province's line, each district beside its neighbours, and what came in since. */
export function ProvinceDailyView({ found }: { found: ProvinceDay }) {
  const t = useTranslations("daily");
  const { day, rows } = found;
  const trail = <ProvinceTrail here={t("title")} />;
  if (!day)
    return (
      <>
        <PageHeading eyebrow={trail} title={t("none")} />
        <EmptyState title={t("noneText")} />
      </>
    );
  const there = rows.flatMap((row) => (row.at ? [{ ...row, at: row.at }] : []));
  const sum = (of: (at: Taken) => number) => there.reduce((total, { at }) => total + of(at), 0);
  const lines = there.map(({ name, at, before }) => dailyLine(name, day, at, before));
  return (
    <>
      <PageHeading
        eyebrow={trail}
        title={t("provinceTitle", {
          province: provinceNamed(found.province),
          date: formatThaiDateShort(day),
          met: sum(({ met }) => met),
          total: sum(({ total }) => total),
        })}
        sub={t("sub")}
        actions={
          <CopyButton
            text={lines.join("\n")}
            label={t("copyAll")}
            done={t("copied")}
            failed={t("copyFailed")}
            tone="primary"
          />
        }
      />
      <FilterLinks
        label={t("choose")}
        choices={found.taken.map((each) => ({
          href: `/province/daily?day=${each}`,
          label: formatThaiDateShort(each),
          current: each === day,
        }))}
      />
      <DistrictsTable rows={rows} sum={sum} />
    </>
  );
}

type TableProps = { rows: readonly Row[]; sum: (of: (at: Taken) => number) => number };

function DistrictsTable({ rows, sum }: TableProps) {
  const t = useTranslations("daily");
  const figure = (number: number | undefined) => number?.toLocaleString("en-US") ?? t("missing");
  return (
    <Card title={t("districts")}>
      <DataTable
        caption={t("districts")}
        captionHidden
        rows={rows}
        rowKey={({ code }) => code}
        columns={[
          { key: "name", header: t("district"), rowHeader: true, cell: ({ name }) => name },
          { key: "met", header: t("met"), align: "end", cell: ({ at }) => figure(at?.met) },
          {
            key: "change",
            header: t("change"),
            align: "end",
            cell: ({ at, before }) => (at && difference(at, before)) ?? "–",
          },
          {
            key: "toMeet",
            header: t("toMeet"),
            align: "end",
            cell: ({ at }) => figure(at?.toMeet),
          },
          {
            key: "released",
            header: t("released"),
            align: "end",
            cell: ({ at }) => figure(at?.released),
          },
          { key: "total", header: t("total"), align: "end", cell: ({ at }) => figure(at?.total) },
          {
            key: "late",
            header: t("lateShort"),
            align: "end",
            cell: (row) =>
              row.at && row.now.met !== row.at.met ? (
                <span className="inline-flex items-center gap-2">
                  {difference(row.now, row.at)}
                  <NumberLink
                    count={row.now.met}
                    href={holdersHref({
                      district: row.code,
                      cohort: "must_reach",
                      block: "met",
                    })}
                  />
                </span>
              ) : (
                "–"
              ),
          },
        ]}
        footer={[
          t("sum"),
          figure(sum(({ met }) => met)),
          "",
          figure(sum(({ toMeet }) => toMeet)),
          figure(sum(({ released }) => released)),
          figure(sum(({ total }) => total)),
          "",
        ]}
      />
    </Card>
  );
}
