import { useTranslations } from "next-intl";
import { formatThaiPeriod } from "@/domain/thai-dates";
import type { ReceivingDuty } from "@/server/receiving/queries";
import { DataTable } from "@/ui/data-table";

export function DutiesTable({ duties }: { duties: readonly ReceivingDuty[] }) {
  const t = useTranslations("preparation");
  const papers = useTranslations("papers");
  return (
    <DataTable
      caption={t("receivingTitle")}
      captionHidden
      rows={duties}
      rowKey={({ id }) => id}
      columns={[
        { key: "name", header: t("name"), rowHeader: true, cell: ({ officer }) => officer.name },
        { key: "position", header: t("position"), cell: ({ officer }) => officer.position },
        { key: "place", header: t("place"), cell: ({ place }) => place.name },
        {
          key: "days",
          header: papers("days"),
          cell: ({ fromOn, untilOn }) => (
            <span className="keep">{formatThaiPeriod(fromOn, untilOn)}</span>
          ),
        },
      ]}
    />
  );
}
