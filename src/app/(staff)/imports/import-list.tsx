import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ImportStatus } from "@/domain/import/status";
import { formatThaiDate, formatThaiDateShort } from "@/domain/thai-dates";
import type { ImportRow } from "@/server/imports/queries";
import { DataTable } from "@/ui/data-table";
import { Tag, type Tone } from "@/ui/tag";

const tones: Record<ImportStatus, Tone> = {
  uploaded: "due",
  checking: "selected",
  checked: "due",
  running: "selected",
  done: "done",
  failed: "late",
  undoing: "selected",
  undone: "quiet",
  discarded: "quiet",
};

type Props = { batches: readonly ImportRow[]; link: (batch: ImportRow) => ReactNode };

export function ImportList({ batches, link }: Props) {
  const t = useTranslations("imports");
  return (
    <DataTable
      caption={t("listCaption")}
      captionHidden
      rows={batches}
      rowKey={({ id }) => id}
      columns={[
        { key: "file", header: t("columnFile"), rowHeader: true, cell: link },
        { key: "number", header: t("columnNumber"), cell: ({ number }) => number },
        {
          key: "when",
          header: t("columnWhen"),
          cell: ({ programmeOn }) => <span className="keep">{formatThaiDate(programmeOn)}</span>,
        },
        {
          key: "letter",
          header: t("columnLetter"),
          cell: ({ delivery }) =>
            delivery ? (
              t("letterShort", {
                number: delivery.letterNumber,
                date: formatThaiDateShort(delivery.letterOn),
              })
            ) : (
              <span className="text-soft">{t("deliveryNoneShort")}</span>
            ),
        },
        {
          key: "rows",
          header: t("columnRows"),
          align: "end",
          cell: ({ rowsIn }) => rowsIn.toLocaleString("en-US"),
        },
        { key: "by", header: t("columnBy"), cell: ({ createdBy }) => createdBy.name },
        {
          key: "state",
          header: t("columnState"),
          cell: ({ status }) => <Tag tone={tones[status]}>{t(`status_${status}`)}</Tag>,
        },
      ]}
    />
  );
}
