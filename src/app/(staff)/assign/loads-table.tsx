import { useTranslations } from "next-intl";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";

export type LoadRow = { key: string; name: string; before: number; after: number };

/** How many holders each officer has before and after a move; officers whose number changes are marked. */
export function LoadsTable({ rows }: { rows: readonly LoadRow[] }) {
  const t = useTranslations("caseload");
  const figure = (count: number) => count.toLocaleString("en-US");
  return (
    <Card title={t("previewTitle")} sub={t("previewSub")}>
      <DataTable
        caption={t("previewTitle")}
        captionHidden
        phone="grid"
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "officer",
            header: t("officer"),
            cell: ({ name, before, after }) =>
              before === after ? <span className="font-normal">{name}</span> : name,
          },
          {
            key: "before",
            header: t("before"),
            align: "end",
            cell: ({ before }) => figure(before),
          },
          {
            key: "change",
            header: t("change"),
            align: "end",
            cell: ({ before, after }) =>
              after === before
                ? "–"
                : `${after > before ? "+" : "−"}${figure(Math.abs(after - before))}`,
          },
          {
            key: "after",
            header: t("after"),
            align: "end",
            cell: ({ before, after }) =>
              before === after ? figure(after) : <strong>{figure(after)}</strong>,
          },
        ]}
      />
    </Card>
  );
}
