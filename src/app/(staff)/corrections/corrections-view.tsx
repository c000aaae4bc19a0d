import { useTranslations } from "next-intl";
import { DashboardTrail } from "@/app/parts/dashboard-trail";
import { ExportLink } from "@/app/parts/export-link";
import { headlineFigures } from "@/app/parts/headline-figures";
import { daysBetween } from "@/domain/calendar";
import { type CorrectionView, correctionViews } from "@/domain/correction";
import { correctionsHeadline } from "@/domain/list-headline";
import { mayEver, type Role } from "@/domain/policy";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { CorrectionLine, Corrections } from "@/server/corrections/queries";
import { EmptyState } from "@/ui/empty-state";
import { FilterLinks } from "@/ui/filter-links";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";
import { CorrectionPane } from "./correction-pane";

type Props = {
  corrections: Corrections;
  state: CorrectionView;
  open: CorrectionLine | null;
  role: Role;
};

/** Requests on the left, the open one beside them. */
export function CorrectionsView({ corrections, state, open, role }: Props) {
  const t = useTranslations("corrections");
  const { rows, counts, subdistricts } = corrections;
  const decides = mayEver({ role }, "correction.decide");
  const headline = correctionsHeadline(state, counts);
  return (
    <>
      <PageHeading
        eyebrow={<DashboardTrail role={role} here={t("title")} />}
        title={t(`headline_${headline.says}`, { ...headlineFigures, ...headline })}
        sub={t("sub")}
        actions={<ExportLink list="corrections" filter={{ state }} role={role} />}
      />
      <FilterLinks
        label={t("state")}
        choices={correctionViews
          .filter((each) => decides || each !== "mine")
          .map((each) => ({
            href: `/corrections?state=${each}`,
            label: t(`state_${each}`),
            count: counts[each] ?? 0,
            current: each === state,
          }))}
      />
      {rows.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
          <RequestList {...{ corrections, state, open }} />
          {open && <CorrectionPane key={open.id} row={open} subdistricts={subdistricts} />}
        </div>
      )}
    </>
  );
}

function RequestList({ corrections, state, open }: Omit<Props, "role">) {
  const t = useTranslations("corrections");
  const { rows, today } = corrections;
  return (
    <ul data-screen-only className="divide-y divide-line rounded-card border border-line bg-card">
      {rows.map((row) => (
        <li key={row.id}>
          <Link
            href={`/corrections?${new URLSearchParams({ state, open: row.id })}`}
            keepScroll
            aria-current={row.id === open?.id ? "true" : undefined}
            className="block min-h-12 px-4 py-3 text-ink no-underline hover:bg-indigo-tint aria-[current=true]:bg-indigo-tint"
          >
            <span className="block font-semibold">{row.name}</span>
            <span className="flex flex-wrap justify-between gap-x-3 text-sm text-soft">
              <span>{t(`field_${row.field}`)}</span>
              <span className="keep">
                {row.status === "pending"
                  ? t("waitedDays", { days: daysBetween(row.requestedOn, today) })
                  : row.decidedOn && formatThaiDateShort(row.decidedOn)}
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
