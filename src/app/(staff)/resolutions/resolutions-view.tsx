import { ClipboardPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { headlineFigures } from "@/app/parts/headline-figures";
import { resolutionsHeadline } from "@/domain/list-headline";
import { mayEver, type Role } from "@/domain/policy";
import { type ResolutionState, resolutionStates, resolutionsHref } from "@/domain/resolution";
import { formatThaiDate, formatThaiDateShort } from "@/domain/thai-dates";
import type { ResolutionRow, Resolutions } from "@/server/resolutions/queries";
import { type Column, DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { FilterLinks } from "@/ui/filter-links";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { Tag } from "@/ui/tag";
import { ownerWords } from "./owner";
import { ResolutionCard } from "./resolution-card";

type Props = {
  resolutions: Resolutions;
  /** The one that the address names. */
  opened: ResolutionRow | null;
  state: ResolutionState;
  role: Role;
};

/** What meetings decided, who does it and by when; the first due first. */
export function ResolutionsView({ resolutions, opened, state, role }: Props) {
  const t = useTranslations("resolutions");
  const { rows, counts } = resolutions;
  const headline = resolutionsHeadline(state, counts);
  const watches = mayEver({ role }, "district.view");
  const states = resolutionStates.filter(
    (each) => watches || (each !== "open" && each !== "others_late"),
  );
  // Whoever only has matters of their own sees them as such.
  const shown = !watches && state === "open" ? "mine" : state;
  return (
    <>
      <PageHeading
        eyebrow={t("title")}
        title={t(`headline_${headline.says}`, { ...headlineFigures, ...headline })}
        actions={
          mayEver({ role }, "resolution.record") && (
            <LinkButton href="/resolutions/new" icon={ClipboardPlus}>
              {t("record")}
            </LinkButton>
          )
        }
      />
      {opened && <ResolutionCard row={opened} />}
      <FilterLinks
        label={t("state")}
        choices={states.map((each) => ({
          href: resolutionsHref({ state: each }),
          label: t(`state_${each}`),
          count: counts[each],
          current: shown === each,
        }))}
      />
      <DataTable
        caption={t("caption")}
        captionHidden
        columns={useColumns()}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>}
      />
      {rows.length < counts[state] && (
        <p className="mt-3 text-soft">{t("first", { count: rows.length })}</p>
      )}
    </>
  );
}

function useColumns(): Column<ResolutionRow>[] {
  const t = useTranslations("resolutions");
  const words = useTranslations("words");
  return [
    {
      key: "matter",
      header: t("matter"),
      rowHeader: true,
      cell: ({ id, matter }) => (
        <Link href={resolutionsHref({ id })} className="touch font-semibold">
          {matter}
        </Link>
      ),
    },
    { key: "owner", header: t("owner"), cell: ownerWords },
    { key: "metOn", header: t("metOn"), cell: ({ metOn }) => formatThaiDateShort(metOn) },
    {
      key: "dueOn",
      header: t("dueOn"),
      cell: ({ due, dueOn }) => (
        <>
          <span className="keep">{formatThaiDateShort(dueOn)}</span>{" "}
          {due && <Tag tone={due.tone}>{words("due", due)}</Tag>}
        </>
      ),
    },
    {
      key: "result",
      header: t("result"),
      cell: ({ outcome, note, closedOn, closedBy }) =>
        outcome &&
        closedOn && (
          <>
            {t(outcome)}: {note}
            <span className="block text-sm text-soft">
              {t("endedBy", { date: formatThaiDate(closedOn), name: closedBy ?? "" })}
            </span>
          </>
        ),
    },
  ];
}
