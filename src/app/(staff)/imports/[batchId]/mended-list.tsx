import { useTranslations } from "next-intl";
import { DataTable } from "@/ui/data-table";
import { Disclosure } from "@/ui/disclosure";
import type { ImportViewProps } from "./import-view-props";

type Props = { mended: ImportViewProps["mended"]; counts: Record<string, number> };

const kinds = ["phone", "houseNo"] as const;

/** Values that a spreadsheet damaged and the import repaired: before and after, row by row. */
export function MendedList({ mended, counts }: Props) {
  const t = useTranslations("imports");
  const rows = mended.flatMap(({ rowNumber, repairs }) =>
    repairs.map((repair) => ({ rowNumber, ...repair })),
  );
  const count = kinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
  return (
    <Disclosure summary={t("mendedTitle", { count })}>
      <p className="mb-3 text-soft">{t("mendedSub")}</p>
      <DataTable
        caption={t("mendedTitle", { count })}
        captionHidden
        rows={rows.slice(0, 100)}
        rowKey={({ rowNumber, field }) => `${rowNumber}-${field}`}
        columns={[
          {
            key: "row",
            header: t("columnRow"),
            cell: ({ rowNumber }) => rowNumber.toLocaleString("en-US"),
          },
          { key: "kind", header: t("columnMend"), cell: ({ field }) => t(`mended_${field}`) },
          {
            key: "from",
            header: t("mendedFrom"),
            cell: ({ from }) => <span className="keep">{from}</span>,
          },
          {
            key: "to",
            header: t("mendedTo"),
            cell: ({ to }) => <span className="keep">{to}</span>,
          },
        ]}
      />
    </Disclosure>
  );
}
