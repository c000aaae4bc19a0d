import { useTranslations } from "next-intl";
import { provenRepairs, type RepairField, repairFields } from "@/domain/import/repairs";
import { DataTable } from "@/ui/data-table";
import { Disclosure } from "@/ui/disclosure";
import type { ImportViewProps } from "./import-view-props";

type Props = { mended: ImportViewProps["mended"]; counts: Record<string, number> };
type Row = { rowNumber: number; field: RepairField; from: string; to: string };

/** Rows shown; the counts above them are of all. */
const shown = 100;

/** What was read otherwise than it stands: first what somebody should look at, then what was mended with proof. */
export function MendedList({ mended, counts }: Props) {
  const t = useTranslations("imports");
  const rows = mended.flatMap(({ rowNumber, repairs }) =>
    repairs.map((repair) => ({ rowNumber, ...repair })),
  );
  const kinds: Record<"look" | "mended", readonly RepairField[]> = {
    look: repairFields.filter((field) => !provenRepairs.includes(field)),
    mended: provenRepairs,
  };
  return (["look", "mended"] as const).map((kind) => {
    const fields = kinds[kind];
    const count = fields.reduce((sum, field) => sum + (counts[field] ?? 0), 0);
    if (count === 0) return null;
    return (
      <Disclosure key={kind} summary={t(`${kind}Title`, { count })} open={kind === "look"}>
        <p className="mb-3 text-soft">{t(`${kind}Sub`)}</p>
        <Repairs
          caption={t(`${kind}Title`, { count })}
          to={t(`${kind}To`)}
          rows={rows.filter(({ field }) => fields.includes(field)).slice(0, shown)}
        />
      </Disclosure>
    );
  });
}

function Repairs({ caption, to, rows }: { caption: string; to: string; rows: Row[] }) {
  const t = useTranslations("imports");
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
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
        { key: "to", header: to, cell: ({ to }) => <span className="keep">{to}</span> },
      ]}
    />
  );
}
