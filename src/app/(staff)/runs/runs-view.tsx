import { useTranslations } from "next-intl";
import { RunState } from "@/app/parts/run-line";
import type { NextRun } from "@/domain/month-run";
import { mayEver, type Role } from "@/domain/policy";
import { formatThaiDateShort, formatThaiMonth } from "@/domain/thai-dates";
import type { RunRow } from "@/server/month-runs/queries";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { Calculate } from "./calculate";

type Props = { runs: readonly RunRow[]; next: NextRun | null; waiting: number; role: Role };

/** The runs of the province, the newest first, and what can be calculated next. */
export function RunsView({ runs, next, waiting, role }: Props) {
  const t = useTranslations("runs");
  return (
    <>
      <PageHeading
        title={t("title")}
        sub={t("sub")}
        actions={
          <>
            <LinkButton tone="secondary" href="/differences">
              {t("differencesTitle")}
            </LinkButton>
            {mayEver({ role }, "ministry.configure") && (
              <LinkButton tone="secondary" href="/runs/fields">
                {t("fieldsTitle")}
              </LinkButton>
            )}
          </>
        }
      />
      <div className="grid gap-4">
        {next && next.month !== runs[0]?.month && (
          <Card title={t("run", { month: formatThaiMonth(next.month) })}>
            <Calculate next={next} waiting={waiting} role={role} />
          </Card>
        )}
        {runs.length === 0 ? (
          <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
        ) : (
          <Card>
            <DataTable
              caption={t("title")}
              captionHidden
              rows={runs}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: "run",
                  header: t("inRun"),
                  rowHeader: true,
                  cell: ({ id, month }) => (
                    <Link href={`/runs/${id}`} className="touch">
                      {t("run", { month: formatThaiMonth(month) })}
                    </Link>
                  ),
                },
                { key: "state", header: t("state"), cell: ({ step }) => <RunState step={step} /> },
                {
                  key: "last",
                  header: t("lastStep"),
                  cell: ({ steps }) => <LastStep step={steps.at(-1)} />,
                },
              ]}
            />
          </Card>
        )}
      </div>
    </>
  );
}

function LastStep({ step }: { step: RunRow["steps"][number] | undefined }) {
  const t = useTranslations("runs");
  if (!step) return "–";
  const on = formatThaiDateShort(step.happenedOn);
  return t("lastStepBy", { event: t(`event_${step.step}`), name: step.recordedBy.name, date: on });
}
