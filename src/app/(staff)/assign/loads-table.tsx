import { useTranslations } from "next-intl";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";

type Change = { before: number; after: number };
export type LoadRow = Change & {
  key: string;
  name: string;
  /** How many villages and tambons the officer goes to; left out where the move does not count them. */
  villages?: Change;
  tambons?: Change;
};

/** How many holders each officer has before and after a move; officers whose number changes are marked. */
export function LoadsTable({ rows }: { rows: readonly LoadRow[] }) {
  const t = useTranslations("caseload");
  const figure = (count: number) => count.toLocaleString("en-US");
  return (
    <Card title={t("previewTitle")} sub={t("previewSub")}>
      <DataTable
        caption={t("previewTitle")}
        captionHidden
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
                ? "0"
                : `${after > before ? "+" : "−"}${figure(Math.abs(after - before))}`,
          },
          {
            key: "after",
            header: t("after"),
            align: "end",
            cell: ({ before, after }) =>
              before === after ? figure(after) : <strong>{figure(after)}</strong>,
          },
          ...(["tambons", "villages"] as const)
            .filter((places) => rows.some((row) => row[places]))
            .map((places) => ({
              key: places,
              header: t(places),
              align: "end" as const,
              cell: (row: LoadRow) => <FromTo {...row[places]} />,
            })),
        ]}
      />
    </Card>
  );
}

/** "4 → 3", or one number where nothing changes. */
function FromTo({ before = 0, after = 0 }: Partial<Change>) {
  if (before === after) return <span>{after}</span>;
  return (
    <span className="keep">
      {before} → <strong>{after}</strong>
    </span>
  );
}
