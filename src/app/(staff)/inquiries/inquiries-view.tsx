import { MessageSquarePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { ExportLink } from "@/app/parts/export-link";
import { headlineFigures } from "@/app/parts/headline-figures";
import { type InquiryFilter, inquiriesHref, inquiryKinds, inquiryStates } from "@/domain/inquiry";
import { inquiriesHeadline } from "@/domain/list-headline";
import { mayEver, type Role } from "@/domain/policy";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { Inquiries, InquiryRow } from "@/server/inquiries/queries";
import { Disclosure } from "@/ui/disclosure";
import { EmptyState } from "@/ui/empty-state";
import { FilterLinks } from "@/ui/filter-links";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { Tag } from "@/ui/tag";

type Props = {
  inquiries: Inquiries;
  filter: InquiryFilter;
  districts: Readonly<Record<string, string>>;
  role: Role;
};

/** What people ask, who answers it and by when; the most urgent first. */
export function InquiriesView({ inquiries, filter, districts, role }: Props) {
  const t = useTranslations("inquiries");
  const words = useTranslations("words");
  const { rows, counts } = inquiries;
  const place = filter.district && districts[filter.district];
  return (
    <>
      <PageHeading
        eyebrow={place && words("district", { name: place })}
        title={<Headline counts={counts} filter={filter} />}
        actions={
          <>
            <ExportLink list="inquiries" filter={filter} role={role} />
            {mayEver({ role }, "inquiry.record") && (
              <>
                <LinkButton href="/not-received" tone="secondary">
                  {t("kind_money_missing")}
                </LinkButton>
                <LinkButton href="/inquiries/new" icon={MessageSquarePlus}>
                  {t("record")}
                </LinkButton>
              </>
            )}
          </>
        }
      />
      <FilterLinks
        label={t("state")}
        choices={inquiryStates.map((state) => ({
          href: inquiriesHref({ ...filter, state }),
          label: t(`state_${state}`),
          count: counts[state],
          current: filter.state === state,
        }))}
      />
      <div data-screen-only className="mb-3">
        <Disclosure summary={t("kind")} open={filter.kind !== null}>
          <FilterLinks
            label={t("kind")}
            choices={[null, ...inquiryKinds].map((kind) => ({
              href: inquiriesHref({ ...filter, kind }),
              label: t(kind ? `kind_${kind}` : "kind_all"),
              current: filter.kind === kind,
            }))}
          />
        </Disclosure>
      </div>
      {rows.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-card">
          {rows.map((row) => (
            <Line key={row.id} row={row} district={districts[row.districtCode ?? ""]} />
          ))}
        </ul>
      )}
      {rows.length < counts[filter.state] && (
        <p className="mt-3 text-soft">{t("first", { count: rows.length })}</p>
      )}
    </>
  );
}

function Headline({ counts, filter }: Pick<Inquiries, "counts"> & Pick<Props, "filter">) {
  const t = useTranslations("inquiries");
  const headline = inquiriesHeadline(filter.state, counts);
  const said = t(`headline_${headline.says}`, { ...headlineFigures, ...headline });
  return filter.kind ? t("headlineOfKind", { kind: t(`kind_${filter.kind}`), said }) : said;
}

function Line({ row, district }: { row: InquiryRow; district?: string }) {
  const t = useTranslations("inquiries");
  const words = useTranslations("words");
  const under = [
    row.person?.name,
    `${t("from")} ${row.fromName}`,
    `${t("owner")} ${row.owner}`,
    district && words("district", { name: district }),
  ].filter(Boolean);
  return (
    <li>
      <Link
        href={`/inquiries/${row.id}`}
        className="flex min-h-12 flex-wrap items-start justify-between gap-x-4 gap-y-1 px-4 py-3 text-ink no-underline hover:bg-indigo-tint"
      >
        <span className="min-w-0 flex-1 basis-60">
          <span className="line-clamp-2 font-semibold">
            {t(`kind_${row.kind}`)}: {row.words}
          </span>
          <span className="block text-sm text-soft">{under.join(" · ")}</span>
        </span>
        {row.due ? (
          <span className="text-sm">
            <Tag tone={row.due.tone}>{words("due", row.due)}</Tag>{" "}
            <span className="keep text-soft">{formatThaiDateShort(row.dueOn)}</span>
          </span>
        ) : (
          <span className="keep text-sm text-soft">
            {row.answeredOn && formatThaiDateShort(row.answeredOn)}
          </span>
        )}
      </Link>
    </li>
  );
}
