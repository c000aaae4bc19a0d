import { useFormatter, useTranslations } from "next-intl";
import { BesideEveryone } from "@/app/areas/beside-everyone";
import { TodayMissing } from "@/app/areas/today-missing";
import {
  change,
  dailyLine,
  inWeeks,
  newlyAnswered,
  recentlyAnswered,
  signed,
} from "@/domain/daily";
import { formatThaiDateShort, formatThaiPeriod, formatThaiTime } from "@/domain/thai-dates";
import type { DayRow, DistrictDays } from "@/server/daily/queries";
import { Card } from "@/ui/card";
import { CopyButton } from "@/ui/copy-button";
import { type Column, DataTable } from "@/ui/data-table";
import { Disclosure } from "@/ui/disclosure";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";

/** The line to send as a message, what was recorded since, and the days. */
export function DailyView({ found }: { found: DistrictDays }) {
  const t = useTranslations("daily");
  const overview = useTranslations("district");
  const { district, days, holidays } = found;
  const [latest, before] = days;
  if (!latest)
    return (
      <>
        <PageHeading
          eyebrow={<Link href="/district">{overview("title")}</Link>}
          title={t("none")}
        />
        <EmptyState title={t("noneText")} />
        <TodayMissing found={found} />
      </>
    );
  const line = dailyLine(district, latest, before ?? null, holidays);
  return (
    <>
      <PageHeading
        eyebrow={<Link href="/district">{overview("title")}</Link>}
        title={line}
        sub={t("sub")}
        actions={
          <CopyButton
            text={line}
            label={t("copy")}
            done={t("copied")}
            failed={t("copyFailed")}
            tone="primary"
          />
        }
      />
      <div className="grid gap-4">
        <TodayMissing found={found} />
        <Late found={found} latest={latest} />
        <BesideEveryone {...found.registrations} />
        <Days found={found} />
      </div>
    </>
  );
}

/** Work that was recorded after the newest numbers. */
function Late({ found: { now }, latest }: { found: DistrictDays; latest: DayRow }) {
  const t = useTranslations("daily");
  const more = signed(newlyAnswered(now, latest));
  const changed = now.answered !== latest.answered || now.total !== latest.total;
  return (
    <Notice>
      {changed && more
        ? t("late", { more, now: now.answered ?? 0, total: now.total })
        : t("lateNone")}
    </Notice>
  );
}

/** All days to compare; on a phone the newest week, and each earlier one folded. */
function Days({ found }: { found: DistrictDays }) {
  const t = useTranslations("daily");
  const shown = found.days.slice(0, found.daysShown);
  const [newest = [], ...earlier] = inWeeks(shown);
  return (
    <Card title={t("days")}>
      {/* On paper close enough for forty days on a sheet. */}
      <div className="max-md:not-print:hidden print:[&_:is(td,th)]:py-0.5 print:[&_:is(td,th)]:text-sm print:[&_:is(td,th)]:leading-tight">
        <DaysTable found={found} rows={shown} />
      </div>
      <div data-screen-only className="md:hidden">
        <DaysTable found={found} rows={newest} brief />
        {earlier.map((rows) => {
          const [last, first = last] = [rows[0]?.day ?? "", rows.at(-1)?.day];
          return (
            <Disclosure key={last} summary={t("week", { period: formatThaiPeriod(first, last) })}>
              <DaysTable found={found} rows={rows} brief />
            </Disclosure>
          );
        })}
      </div>
    </Card>
  );
}

type DaysProps = {
  found: DistrictDays;
  rows: readonly DayRow[];
  /** Without what a phone leaves out. */
  brief?: boolean;
};

function DaysTable({ found: { days, holidays }, rows, brief = false }: DaysProps) {
  const t = useTranslations("daily");
  const format = useFormatter();
  const taken = (row: DayRow) =>
    t(`source_${row.source}`, {
      time: formatThaiTime(
        format.dateTime(new Date(row.takenAt), {
          day: "numeric",
          month: "short",
          year: "2-digit",
          hour: "2-digit",
          minute: "2-digit",
          timeZone: "Asia/Bangkok",
        }),
      ),
    });
  const before = (row: DayRow) => days[days.indexOf(row) + 1] ?? null;
  const columns: Column<DayRow>[] = [
    {
      key: "day",
      header: t("day"),
      rowHeader: true,
      cell: ({ day }) => <span className="keep">{formatThaiDateShort(day)}</span>,
    },
    {
      key: "answered",
      header: t("answered"),
      align: "end",
      cell: ({ answered }) => figure(answered),
    },
    {
      key: "change",
      header: t("change"),
      align: "end",
      cell: (row) => change(row, before(row), holidays) ?? "–",
    },
    {
      key: "metWaiting",
      header: t("metWaiting"),
      align: "end",
      cell: ({ metWaiting, met }) =>
        metWaiting === null ? t("metOfThree", { met }) : figure(metWaiting),
    },
    { key: "toMeet", header: t("toMeet"), align: "end", cell: (row) => figure(row.toMeet) },
    {
      key: "released",
      header: t("released"),
      align: "end",
      cell: (row) => figure(row.released),
    },
    {
      key: "total",
      header: t("total"),
      align: "end",
      wide: true,
      cell: ({ total }) => figure(total),
    },
    {
      key: "recent",
      header: t("recent"),
      align: "end",
      wide: true,
      cell: (row) => signed(recentlyAnswered(days, days.indexOf(row), holidays)) ?? "–",
    },
    {
      key: "source",
      header: t("source"),
      wide: true,
      screenOnly: true,
      cell: (row) => <span className="text-sm text-soft">{taken(row)}</span>,
    },
  ];
  return (
    <DataTable
      caption={t("days")}
      captionHidden
      rows={rows}
      rowKey={({ day }) => day}
      columns={brief ? columns.filter(({ wide }) => !wide) : columns}
    />
  );
}

const figure = (number: number | null) => number?.toLocaleString("en-US") ?? "–";
