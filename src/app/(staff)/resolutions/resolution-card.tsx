import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { resolutionOutcomes } from "@/domain/resolution";
import { formatThaiDate } from "@/domain/thai-dates";
import type { ResolutionRow } from "@/server/resolutions/queries";
import { Card } from "@/ui/card";
import { DescriptionList } from "@/ui/description-list";
import { ownerWords } from "./owner";

/** One matter, and the form that ends it for whoever may. */
export function ResolutionCard({ row }: { row: ResolutionRow }) {
  const t = useTranslations("resolutions");
  const { id, outcome, closedOn } = row;
  return (
    <div className="mb-6 max-w-form">
      <Card title={row.matter}>
        <DescriptionList
          items={[
            { term: t("owner"), detail: ownerWords(row) },
            { term: t("metOn"), detail: formatThaiDate(row.metOn) },
            { term: t("dueOn"), detail: formatThaiDate(row.dueOn) },
            { term: t("recordedBy"), detail: row.recordedBy },
            ...(outcome && closedOn
              ? [
                  {
                    term: t(outcome),
                    detail: `${row.note} (${t("endedBy", { date: formatThaiDate(closedOn), name: row.closedBy ?? "" })})`,
                  },
                ]
              : []),
          ]}
        />
        {row.mayClose && (
          <div className="mt-5">
            <CommandForm
              command="closeResolution"
              fixed={row.mayWithdraw ? { resolutionId: id } : { resolutionId: id, outcome: "done" }}
              fields={[
                ...(row.mayWithdraw
                  ? [
                      {
                        name: "outcome" as const,
                        kind: "choice" as const,
                        label: t("outcome"),
                        initial: "done",
                        choices: resolutionOutcomes.map((value) => ({
                          value,
                          label: t(`outcome_${value}`),
                        })),
                      },
                    ]
                  : []),
                { name: "note", kind: "long", label: t("note") },
              ]}
              submit={t("closeSave")}
              then="/resolutions"
            />
          </div>
        )}
      </Card>
    </div>
  );
}
