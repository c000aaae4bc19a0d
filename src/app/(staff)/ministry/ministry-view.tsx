import { useTranslations } from "next-intl";
import { CutoffLine } from "@/app/parts/cutoff-line";
import { ExportLink } from "@/app/parts/export-link";
import { headlineFigures } from "@/app/parts/headline-figures";
import { ministryHeadline } from "@/domain/list-headline";
import {
  entriesAPage,
  linesAFile,
  type MinistryKind,
  type MinistryShown,
  ministryKinds,
  ministryShown,
} from "@/domain/ministry";
import { type Actor, mayEver } from "@/domain/policy";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { ExportRow } from "@/server/exports/queries";
import type { CutoffView } from "@/server/ministry/cutoff";
import type { MinistryFileRow } from "@/server/ministry/files";
import type { MinistryList } from "@/server/ministry/queries";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { FilterLinks } from "@/ui/filter-links";
import { KeepWords } from "@/ui/keep-words";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { Pager } from "@/ui/pager";
import { Tag } from "@/ui/tag";
import { BulkCard, FilesCard } from "./files-card";
import { TickBox, Ticks } from "./ticks";

type Props = {
  list: MinistryList;
  cutoff: CutoffView;
  today: string;
  /** The treasury has recorded how a return file is read. */
  readsReturns: boolean;
  files: readonly MinistryFileRow[];
  exports: readonly ExportRow[];
  districts: Record<string, string>;
  state: MinistryShown;
  /** Null: all. */
  kind: MinistryKind | null;
  district: string | null;
  page: number;
  actor: Actor;
};

const tones = { unreported: "due", reported: "quiet", accepted: "done", bounced: "late" } as const;

/** Everything on its way to the Ministry, sheet by sheet or as one file. */
export function MinistryView(props: Props) {
  const { list, cutoff, state, kind, district, page, actor } = props;
  const t = useTranslations("ministry");
  const words = useTranslations("words");
  const { counts } = list;
  const ticked = state === "unreported" && mayEver(actor, "ministry.mark") && list.total > 0;
  const href = (changes: { state?: MinistryShown; kind?: MinistryKind | null; page?: number }) => {
    const given = { state, kind, page: 1, ...changes };
    const parts = [
      given.state !== "unreported" && `state=${given.state}`,
      given.kind && `kind=${given.kind}`,
      district && `district=${district}`,
      given.page > 1 && `page=${given.page}`,
    ].filter(Boolean);
    return parts.length > 0 ? `/ministry?${parts.join("&")}` : "/ministry";
  };
  // In one district or of one kind the counts of the states are not known, only how many are listed.
  const headline = ministryHeadline(state, { ...counts, all: list.total, [state]: list.total });
  return (
    <>
      <PageHeading
        eyebrow={district && words("district", { name: props.districts[district] ?? "" })}
        title={t(`headline_${headline.says}`, { ...headlineFigures, ...headline })}
        sub={t("sub", { reported: counts.reported + counts.accepted })}
        actions={
          <>
            <ExportLink
              list="ministry_entries"
              filter={{ state, kind, district }}
              role={actor.role}
            />
            {mayEver(actor, "ministry.configure") && (
              <>
                <LinkButton tone="secondary" href="/ministry/fields">
                  {t("fieldsTitle")}
                </LinkButton>
                <LinkButton tone="secondary" href="/ministry/return-format">
                  {t("formatTitle")}
                </LinkButton>
              </>
            )}
          </>
        }
      />
      <div className="mb-4">
        <CutoffLine cutoff={cutoff} district={district} />
      </div>
      <FilterLinks
        label={t("states")}
        choices={ministryShown.map((each) => ({
          href: href({ state: each }),
          label: t(`state_${each}`),
          count: district || kind || each === "all" ? undefined : counts[each],
          current: each === state,
        }))}
      />
      <FilterLinks
        label={t("kind")}
        choices={[null, ...ministryKinds].map((each) => ({
          href: href({ kind: each }),
          // A wish is the district's to report.
          label: t(
            each === "wish" && actor.role === "account_officer"
              ? "kind_wishOfDistrict"
              : `kind_${each ?? "all"}`,
          ),
          current: each === kind,
        }))}
      />
      <div className="grid gap-4">
        <Card sub={t("total", { count: list.total })} title={t(`state_${state}`)}>
          {ticked ? (
            <Ticks ids={list.rows.map(({ id }) => id)} today={props.today}>
              <EntriesTable list={list} actor={actor} ticked />
            </Ticks>
          ) : (
            <EntriesTable list={list} actor={actor} />
          )}
        </Card>
        <Pager
          previousHref={page > 1 ? href({ page: page - 1 }) : null}
          nextHref={page * entriesAPage < list.total ? href({ page: page + 1 }) : null}
        />
        {mayEver(actor, "ministry.send") && (
          <BulkCard count={Math.min(counts.unreported, linesAFile)} />
        )}
        {props.files.length > 0 && (
          <FilesCard
            files={props.files}
            exports={props.exports.filter(({ order }) => order.list === "ministry")}
            districts={props.districts}
            sends={mayEver(actor, "ministry.send")}
            today={props.today}
            reads={props.readsReturns}
          />
        )}
      </div>
    </>
  );
}

/** The kind; of a change, also of what. */
function KindWords({
  entry: { kind, shownKind },
}: {
  entry: Pick<MinistryList["rows"][number], "kind" | "shownKind">;
}) {
  const t = useTranslations("ministry");
  return (
    <>
      {t(`kind_${shownKind}`)}
      {shownKind !== kind && ` (${t(`kind_${kind}`)})`}
    </>
  );
}

type TableProps = {
  list: MinistryList;
  actor: Actor;
  /** Its rows can be ticked. */
  ticked?: boolean;
};

function EntriesTable({ list, actor, ticked = false }: TableProps) {
  const t = useTranslations("ministry");
  const keys = mayEver(actor, "ministry.mark");
  return (
    <DataTable
      caption={t("title")}
      captionHidden
      rows={list.rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("none")}>{t("noneText")}</EmptyState>}
      columns={[
        {
          key: "name",
          header: t("name"),
          rowHeader: true,
          cell: ({ id, name }) =>
            ticked ? (
              <span className="inline-flex min-h-12 items-center gap-3">
                <TickBox id={id} name={name} />
                <KeepWords>{name}</KeepWords>
              </span>
            ) : (
              <KeepWords>{name}</KeepWords>
            ),
        },
        { key: "kind", header: t("kind"), cell: (row) => <KindWords entry={row} /> },
        {
          key: "on",
          header: t("on"),
          cell: ({ occurredOn }) => <span className="keep">{formatThaiDateShort(occurredOn)}</span>,
        },
        ...(actor.role === "account_officer"
          ? []
          : [
              {
                key: "officer",
                header: t("officer"),
                cell: ({ officer }: MinistryList["rows"][number]) =>
                  officer ? <KeepWords>{officer}</KeepWords> : "–",
              },
            ]),
        {
          key: "status",
          header: t("status"),
          cell: ({ state, stateOn, stateBy, reason, file, stands }) => (
            <>
              <span className="md:keep">
                <Tag tone={tones[state]}>{t(`state_${state}`)}</Tag>
              </span>
              {(state === "reported" || state === "accepted") && stateOn && (
                <span className="block text-sm text-soft">
                  {t("reportedBy", { date: formatThaiDateShort(stateOn), name: stateBy ?? "" })}
                  {file && ` · ${t("inFile", { number: file })}`}
                </span>
              )}
              {reason && <span className="block text-sm">{reason}</span>}
              {!stands && (
                <span className="block text-sm font-semibold text-brick">
                  {t("noLongerCounts")}
                </span>
              )}
            </>
          ),
        },
        ...(keys
          ? [
              {
                key: "sheet",
                header: <span className="sr-only">{t("sheet")}</span>,
                cell: ({ id, name }: MinistryList["rows"][number]) => (
                  <LinkButton
                    data-screen-only
                    tone="quiet"
                    href={`/ministry/${id}`}
                    aria-label={`${t("sheet")} ${name}`}
                    className="md:keep"
                  >
                    {t("sheet")}
                  </LinkButton>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
