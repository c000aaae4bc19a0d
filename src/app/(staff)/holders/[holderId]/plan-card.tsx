import { useTranslations } from "next-intl";
import { SentOn, StateTag } from "@/app/parts/referral-state-tag";
import { projectAgencies } from "@/domain/agencies";
import { askedBefore } from "@/domain/referral";
import { formatThaiDate, formatThaiDateShort } from "@/domain/thai-dates";
import type { Casework } from "@/server/holders/casework";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { Link } from "@/ui/link";

type Assessment = Casework["assessments"][number];

type Props = {
  assessment: Assessment | null;
  referrals: Casework["referrals"];
  today: string;
};

/** The plan of the latest interview: its projects with agency and dimension, and the state of each. */
export function PlanCard({ assessment, referrals, today }: Props) {
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
        date: formatThaiDate(assessment.interviewedOn),
        name: assessment.recordedBy.name,
      })}
    >
      {assessment.answer === "no" && (
        <p>{t("planDeclined", { reason: assessment.reason ?? "-" })}</p>
      )}
      {assessment.projects.length > 0 && (
        <Projects projects={assessment.projects} referrals={referrals} today={today} />
      )}
      <p data-screen-only className="mt-3 flex flex-wrap gap-x-5">
        {assessment.projects.length > 0 && (
          <Link href={`/holders/${assessment.holderId}/referrals`}>{t("openReferrals")}</Link>
        )}
        {assessment.answer === "yes" && (
          <Link href={`/holders/${assessment.holderId}/plan`}>{t("openPlan")}</Link>
        )}
        <Link href={`/holders/${assessment.holderId}/assessment/${assessment.id}`}>
          {t("openAssessment")}
        </Link>
      </p>
    </Card>
  );
}

/** One line per project and agency: ตลาดประชารัฐ has two agencies. */
function Projects({
  projects,
  referrals,
  today,
}: Omit<Props, "assessment"> & { projects: Assessment["projects"] }) {
  const t = useTranslations("caseFile");
  const lines = projects.flatMap((chosen) =>
    chosen.owners.map((agency) => {
      // The newest of this project and agency.
      const referral = referrals.find(
        (row) => row.project === chosen.project && row.agency === agency,
      );
      const before = askedBefore(referrals, [agency]).filter(({ id }) => id !== referral?.id);
      return { ...chosen, agency, referral, before: referral?.state === "draft" ? before : [] };
    }),
  );
  const states = useTranslations("referrals");
  const words = useTranslations("words");
  return (
    <DataTable
      caption={t("plan")}
      captionHidden
      rows={lines}
      rowKey={({ project, agency }) => `${project} ${agency}`}
      columns={[
        {
          key: "project",
          header: t("project"),
          rowHeader: true,
          cell: ({ name, dimension, category, offMenu, reason }) => (
            <>
              <span className="block font-semibold">{name}</span>
              <span className="block text-sm font-normal text-soft">
                {words(`dimension_${dimension}`)}
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
          cell: ({ agency }) => projectAgencies[agency].short,
        },
        {
          key: "state",
          header: t("referralState"),
          cell: ({ referral, before }) =>
            referral ? (
              <span className="inline-grid justify-items-start gap-1 max-md:justify-items-end">
                <StateTag state={referral.state} nextOn={referral.nextOn} today={today} />
                <SentOn on={referral.sentOn} />
                {referral.nextOn && (
                  <span className="keep text-sm">
                    {t("referralDue")} {formatThaiDateShort(referral.nextOn)}
                  </span>
                )}
                {before.map(({ id, sentOn, state }) => (
                  <span key={id} className="text-sm text-soft">
                    {t("askedBefore", {
                      date: formatThaiDateShort(sentOn ?? ""),
                      state: states(`state_${state}`),
                    })}
                  </span>
                ))}
              </span>
            ) : (
              "-"
            ),
        },
      ]}
    />
  );
}
