import Link from "next/link";
import { useTranslations } from "next-intl";
import { agencyLabel, projectOf } from "@/domain/rules/menu";
import { rules2018 } from "@/domain/rules/rules-2018";
import { formatThaiDate } from "@/domain/thai-dates";
import type { Casework } from "@/server/holders/casework";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";

type Assessment = Casework["assessments"][number];

/** The plan of the latest interview: its projects with agency and dimension. */
export function PlanCard({ assessment }: { assessment: Assessment | null }) {
  const t = useTranslations("caseFile");
  if (!assessment)
    return (
      <Card title={t("plan")}>
        <p>{t("planEmpty")}</p>
        <p className="text-soft">{t("planEmptyText")}</p>
      </Card>
    );
  return (
    <Card
      title={t("plan")}
      sub={t("planSub", {
        date: formatThaiDate(assessment.interviewedOn.toISOString().slice(0, 10)),
        name: assessment.recordedBy.name,
      })}
    >
      {assessment.answer === "no" && (
        <p>{t("planDeclined", { reason: assessment.reason ?? "-" })}</p>
      )}
      {assessment.projects.length > 0 && <Projects projects={assessment.projects} />}
      <p data-screen-only className="mt-3">
        <Link href={`/holders/${assessment.holderId}/assessment/${assessment.id}`} prefetch={false}>
          {t("openAssessment")}
        </Link>
      </p>
    </Card>
  );
}

function Projects({ projects }: { projects: Assessment["projects"] }) {
  const t = useTranslations("caseFile");
  const words = useTranslations("words");
  return (
    <DataTable
      caption={t("plan")}
      captionHidden
      rows={projects}
      rowKey={({ project }) => project}
      columns={[
        {
          key: "project",
          header: t("project"),
          rowHeader: true,
          cell: ({ project, dimension, category, offMenu, reason }) => (
            <>
              <span className="block font-semibold">{projectOf(rules2018, project).name}</span>
              <span className="block text-sm font-normal text-soft">
                {words(`dimension_${dimension as 1 | 2 | 3 | 4}`)}
                {category && ` · ${category}`}
              </span>
              {offMenu && reason && (
                <span className="block text-sm font-normal">{t("offMenu", { reason })}</span>
              )}
            </>
          ),
        },
        {
          key: "agency",
          header: t("agency"),
          cell: ({ project }) => agencyLabel(projectOf(rules2018, project)),
        },
      ]}
    />
  );
}
