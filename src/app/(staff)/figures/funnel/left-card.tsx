import { useTranslations } from "next-intl";
import { NumberLink } from "@/app/parts/number-link";
import { type FunnelStage, leftBys } from "@/domain/figures/funnel";
import { type HolderFilter, holdersHref } from "@/domain/holder-filter";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";

type Props = { stages: readonly FunnelStage[]; within: HolderFilter };

/** Why people go no further, by the step at which they stand. */
export function LeftCard({ stages, within }: Props) {
  const t = useTranslations("funnel");
  const words = useTranslations("words");
  const sum = (reason: (typeof leftBys)[number]) =>
    stages.reduce((all, { left }) => all + left[reason], 0);
  return (
    <Card title={t("leftTitle")} sub={t("leftSub")}>
      <DataTable
        caption={t("leftTitle")}
        captionHidden
        phone="scroll"
        rows={stages}
        rowKey={({ step }) => step}
        columns={[
          { key: "step", header: t("furthestStep"), cell: ({ step }) => words(`step_${step}`) },
          ...leftBys.map((reason) => ({
            key: reason,
            header: words(`leftBy_${reason}`),
            align: "end" as const,
            cell: ({ step, left }: FunnelStage) => (
              <NumberLink
                count={left[reason]}
                href={holdersHref({ ...within, furthest: step, leftBy: reason })}
              />
            ),
          })),
        ]}
        footer={[
          t("whole"),
          ...leftBys.map((reason) => (
            <NumberLink
              key={reason}
              strong
              count={sum(reason)}
              href={holdersHref({ ...within, leftBy: reason })}
            />
          )),
        ]}
      />
    </Card>
  );
}
