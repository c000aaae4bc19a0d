import { useTranslations } from "next-intl";
import { maskNationalId } from "@/domain/national-id";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { RecordedRow } from "@/server/intents/queries";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { Tag } from "@/ui/tag";

/** The forms of the day, the latest first; each number opens its receipt to print again. */
export function RecordedTable({ rows }: { rows: readonly RecordedRow[] }) {
  const t = useTranslations("desk");
  const words = useTranslations("words");
  return (
    <DataTable
      caption={t("recordedToday")}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("todayNone")}>{t("todayNoneText")}</EmptyState>}
      columns={[
        {
          key: "name",
          header: t("todayName"),
          cell: (row) => (
            <>
              <span className="block">{row.name}</span>
              <span className="keep block text-sm font-normal text-soft">
                {maskNationalId(row.idLastFour)}
              </span>
            </>
          ),
        },
        {
          key: "answer",
          header: t("todayAnswer"),
          cell: (row) => (
            <>
              {words(row.answer === "yes" ? "answer_yes" : "answer_no")}
              {row.confirmation && (
                <span className="block text-sm text-soft">
                  {t("onDay", { date: formatThaiDateShort(row.intentOn) })}
                </span>
              )}
              {row.confirmation === "pending" && <Tag tone="due">{t("pending")}</Tag>}
              {row.confirmation === "rejected" && <Tag tone="late">{t("rejected")}</Tag>}
              {row.afterDeath && (
                <Tag tone={row.afterDeath === "void" ? "quiet" : "due"}>
                  {t(`afterDeath_${row.afterDeath}`)}
                </Tag>
              )}
            </>
          ),
        },
        {
          key: "receipt",
          header: t("todayReceipt"),
          cell: (row) => (
            <Link href={`/desk/receipts/${row.id}`} className="keep inline-block py-2">
              {row.receiptNumber}
            </Link>
          ),
        },
        { key: "by", header: t("todayBy"), cell: (row) => row.recordedBy },
      ]}
    />
  );
}
