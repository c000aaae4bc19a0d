import { useTranslations } from "next-intl";
import { formatThaiDate } from "@/domain/thai-dates";
import type { ShownFigures } from "@/server/reports/new-report";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";

type Props = { figures: readonly ShownFigures[] };

/** The annex as it would be kept, beside the opinion that is written about it. */
export function FiguresCards({ figures }: Props) {
  const t = useTranslations("reports");
  const words = useTranslations("words");
  return figures.map(({ key, name, asOf, head, rows }) => (
    <Card
      key={key}
      title={t("figuresNow", { date: formatThaiDate(asOf) })}
      sub={name ? words("district", { name }) : undefined}
    >
      <DataTable
        caption={t("figuresNow", { date: formatThaiDate(asOf) })}
        captionHidden
        rows={rows}
        rowKey={([order = ""]) => order}
        columns={[
          { key: "item", header: head[1], cell: (row) => row[1] },
          { key: "target", header: head[2], align: "end", cell: (row) => row[2] },
          { key: "result", header: head[3], align: "end", cell: (row) => row[3] },
          { key: "rate", header: head[4], align: "end", cell: (row) => row[4] },
        ]}
      />
    </Card>
  ));
}
