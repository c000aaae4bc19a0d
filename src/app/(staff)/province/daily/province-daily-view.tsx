import { useTranslations } from "next-intl";
import { BesideEveryone } from "@/app/areas/beside-everyone";
import { TodayMissing } from "@/app/areas/today-missing";
import { NumberLink } from "@/app/parts/number-link";
import { ProvinceTrail } from "@/app/parts/province-trail";
import { change, dailyLine, newlyAnswered, signed } from "@/domain/daily";
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
        <TodayMissing found={found} />
      </>
    );
  const { holidays } = found;
  const there = rows.flatMap((row) => (row.at ? [{ ...row, at: row.at }] : []));
  const sum = (of: (at: Taken) => number | null) => addUp(there.map(({ at }) => of(at)));
  const answered = sum(({ answered }) => answered);
  const title = {
    province: provinceNamed(found.province),
    date: formatThaiDateShort(day),
    total: sum(({ total }) => total) ?? 0,
  };
  const lines = there.map(({ name, at, before }) => dailyLine(name, at, before, holidays));
  return (
    <>
      <PageHeading
        eyebrow={trail}
        title={
          answered === null
            ? t("provinceTitleOfThree", { ...title, met: sum(({ met }) => met) ?? 0 })
            : t("provinceTitle", { ...title, answered })
        }
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
      <div className="grid gap-4">
        <TodayMissing found={found} />
        <DistrictsTable rows={rows} holidays={holidays} />
      </div>
      {found.registrations && (
        <div className="mt-4">
          <BesideEveryone {...found.registrations} />
        </div>
      )}
    </>
  );
}

/** The sum; null where one of the parts is not known: a total never stands for less than its column. */
function addUp(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce<number | null>(
    (sum, each) => (sum === null || each === null ? null : sum + each),
    0,
  );
}

type TableProps = { rows: readonly Row[]; holidays: readonly string[] };

function DistrictsTable({ rows, holidays }: TableProps) {
  const t = useTranslations("daily");
  const figure = (number: number | null | undefined) =>
    number === undefined ? t("missing") : (number?.toLocaleString("en-US") ?? "–");
  const taken = rows.filter(({ at }) => at !== null);
  const total = (of: (row: Row) => number | null | undefined) =>
    addUp(taken.map((row) => of(row) ?? null));
  return (
    <Card title={t("districts")}>
      <DataTable
        caption={t("districts")}
        captionHidden
        rows={rows}
        rowKey={({ code }) => code}
        columns={[
          { key: "name", header: t("district"), rowHeader: true, cell: ({ name }) => name },
          ...columns.map((column) => ({
            key: column,
            header: t(column),
            align: "end" as const,
            cell: ({ at }: Row) => figure(at?.[column]),
          })),
          {
            key: "change",
            header: t("change"),
            align: "end",
            cell: ({ at, before }) => (at && change(at, before, holidays)) ?? "–",
          },
          { key: "late", header: t("lateShort"), align: "end", cell: (row) => <Late row={row} /> },
        ]}
        footer={[
          t("sum"),
          ...columns.map((column) => figure(total(({ at }) => at?.[column]))),
          signed(total(({ at, before }) => at && newlyAnswered(at, before))) ?? "–",
          signed(total(({ at, now }) => newlyAnswered(now, at))) ?? "–",
        ]}
      />
    </Card>
  );
}

/** The blocks and their sum, as the row is read across. */
const columns = ["answered", "metWaiting", "toMeet", "released", "total"] as const;

/** How many more have answered since the numbers were taken; the list behind it has all who have. */
function Late({ row }: { row: Row }) {
  const t = useTranslations("daily");
  const more = row.at ? newlyAnswered(row.now, row.at) : null;
  if (more === null) return "–";
  if (more === 0) return "+0";
  return (
    <span className="inline-flex items-center gap-2">
      {signed(more)}
      <span className="keep text-sm text-soft">{t("nowAnswered")}</span>
      <NumberLink
        count={row.now.answered ?? 0}
        href={holdersHref({ district: row.code, cohort: "must_reach", block: "answered" })}
      />
    </span>
  );
}
