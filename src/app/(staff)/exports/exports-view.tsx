import { useTranslations } from "next-intl";
import { ExportFiles } from "@/app/parts/export-files";
import { filterWords } from "@/app/parts/filter-words";
import type { ExportList } from "@/domain/export-order";
import type { HolderFilter } from "@/domain/holder-filter";
import type { FilterNames } from "@/server/caseload/filter-names";
import type { ExportRow } from "@/server/exports/queries";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { PageHeading } from "@/ui/page-heading";
import { ExportForm } from "./export-form";

type Props = {
  files: readonly ExportRow[];
  filter: HolderFilter;
  names: FilterNames;
  people: number;
  list: ExportList;
  /** The lists that the reader may have. */
  lists: readonly ExportList[];
  /** The filters of the worklist that the reader comes from. */
  view: Readonly<Record<string, string>>;
  mayUnmask: boolean;
};

export function ExportsView({ files, filter, names, people, list, lists, view, mayUnmask }: Props) {
  const t = useTranslations("exports");
  const words = useTranslations("words");
  const holders = useTranslations("holders");
  const parts = filterWords(filter, names, { words, t: holders }).map(({ text }) => text);
  return (
    <>
      <PageHeading title={t("headline")} sub={t("sub")} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card>
          <ExportForm
            list={list}
            lists={lists}
            view={view}
            filter={filter}
            filterText={
              parts.length > 0 ? t("filter", { filter: parts.join(" · ") }) : t("noFilter")
            }
            people={people}
            mayUnmask={mayUnmask}
          />
        </Card>
        <Card title={t("own")}>
          {files.length === 0 ? (
            <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
          ) : (
            <ExportFiles files={files} />
          )}
        </Card>
      </div>
    </>
  );
}
