import { useTranslations } from "next-intl";
import { DashboardTrail } from "@/app/parts/dashboard-trail";
import { headlineFigures } from "@/app/parts/headline-figures";
import { ShowAll } from "@/app/parts/show-all";
import { reportsHeadline } from "@/domain/headline";
import type { Role } from "@/domain/policy";
import type { ReportStatus } from "@/domain/report";
import { formatThaiDateShort, formatThaiMonth } from "@/domain/thai-dates";
import type { ReportsList } from "@/server/reports/queries";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { FilterLinks } from "@/ui/filter-links";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";
import { Tag, type Tone } from "@/ui/tag";

type Props = {
  list: ReportsList;
  period: string;
  months: readonly string[];
  /** Months that have ended without a report of the reader's own. */
  unreported: readonly string[];
  /** The month whose report the heading offers to prepare; null where all are sent. */
  toPrepare: string | null;
  role: Role;
};

const tones: Record<ReportStatus, Tone> = {
  draft: "due",
  submitted: "due",
  acknowledged: "done",
  returned: "late",
  signed: "due",
  sent: "done",
};
const titles = {
  officer: "titleOfficer",
  district: "titleDistrict",
  province: "titleProvince",
} as const;

export function ReportsView({ list, period, months, unreported, toPrepare, role }: Props) {
  const t = useTranslations("reports");
  const month = formatThaiMonth(period);
  const headline = reportsHeadline(list, period);
  return (
    <>
      <PageHeading
        eyebrow={<DashboardTrail role={role} here={t(titles[list.level])} />}
        title={t(`headline_${headline.says}`, {
          ...headlineFigures,
          level: list.level,
          month,
          ...headline,
        })}
        sub={t("sub")}
        actions={
          toPrepare && (
            <LinkButton href={`/reports/new?month=${toPrepare}`}>
              {toPrepare === period
                ? t("prepare")
                : t("unreportedPrepare", { month: formatThaiMonth(toPrepare) })}
            </LinkButton>
          )
        }
      />
      <Unreported months={unreported} />
      <FilterLinks
        label={t("month")}
        choices={months.map((each) => ({
          href: `/reports?month=${each}`,
          label: formatThaiMonth(each),
          current: each === period,
        }))}
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          {list.below && (
            <Card title={t("received")}>
              {list.received.length === 0 && <EmptyState title={t("receivedNone", { month })} />}
              <ReportLines reports={list.received} />
            </Card>
          )}
          <Card title={t("own")}>
            {list.own.length === 0 && <EmptyState title={t("ownNone")} />}
            <ReportLines reports={list.own} />
          </Card>
        </div>
        {list.below && (
          <Card title={t("missing")}>
            {list.missing.length === 0 && <EmptyState title={t("missingNone")} />}
            <ul className="divide-y divide-line">
              {list.missing.map(({ key, name, code }) => (
                <li key={key} className="py-2">
                  {name} {code && <span className="keep text-sm text-soft">{code}</span>}
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </>
  );
}

/** The oldest month is named first: its report is the one that is waited for longest. */
function Unreported({ months }: { months: readonly string[] }) {
  const t = useTranslations("reports");
  if (months.length === 0) return null;
  return (
    <div className="mb-4">
      <Notice kind="warn" title={t("unreported", { count: months.length })}>
        <MonthLinks months={months} />
      </Notice>
    </div>
  );
}

function MonthLinks({ months }: { months: readonly string[] }) {
  const t = useTranslations("reports");
  return (
    <ul className="flex flex-wrap gap-x-5">
      {months.map((month) => (
        <li key={month}>
          <Link href={`/reports/new?month=${month}`} className="inline-flex min-h-12 items-center">
            {t("unreportedPrepare", { month: formatThaiMonth(month) })}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The months that wait for the reader's report. */
export function MonthsToReportView({ months }: { months: readonly string[] }) {
  const t = useTranslations("reports");
  return (
    <>
      <PageHeading title={t("headlineToPrepare", { count: months.length })} sub={t("sub")} />
      <ShowAll href="/reports" />
      <Card title={t("own")}>
        {months.length === 0 ? (
          <EmptyState title={t("prepareNone")} />
        ) : (
          <MonthLinks months={months} />
        )}
      </Card>
    </>
  );
}

const waitingTitles = {
  read: "headlineToRead",
  sign: "headlineToSign",
  send: "headlineToSend",
} as const;

/** The reports of all months that are to be read or signed, or the signed letters to be sent. */
export function ReportsToReadView({
  to,
  reports,
}: {
  to: keyof typeof waitingTitles;
  reports: readonly Line[];
}) {
  const t = useTranslations("reports");
  return (
    <>
      <PageHeading title={t(waitingTitles[to], { count: reports.length })} sub={t("sub")} />
      <ShowAll href="/reports" />
      <Card title={t(to === "read" ? "received" : "own")}>
        {reports.length === 0 && <EmptyState title={t(to === "read" ? "toReadNone" : "ownNone")} />}
        <ReportLines reports={reports} />
      </Card>
    </>
  );
}

type Line = ReportsList["own"][number] & { name?: string | null };

function ReportLines({ reports }: { reports: readonly Line[] }) {
  const t = useTranslations("reports");
  return (
    <ul className="divide-y divide-line">
      {reports.map((report) => (
        <li key={report.id}>
          <Link
            href={`/reports/${report.id}`}
            className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2"
          >
            <span>
              {report.name ?? formatThaiMonth(report.period)}{" "}
              <span className="text-sm text-soft">{formatThaiDateShort(report.on)}</span>
            </span>
            <Tag tone={tones[report.status]}>{t(`status_${report.status}`)}</Tag>
          </Link>
        </li>
      ))}
    </ul>
  );
}
