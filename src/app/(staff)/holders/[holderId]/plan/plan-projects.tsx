import { useTranslations } from "next-intl";
import { ProjectGuideText } from "@/app/parts/project-guide";
import { PaperText } from "@/app/printed/paper-text";
import { projectAgencies } from "@/domain/agencies";
import { formatThaiDate } from "@/domain/thai-dates";
import type { PlanView } from "@/server/plans/queries";

type PlannedProject = PlanView["shown"]["projects"][number];

type Props = { plan: PlanView; today: string };

/** The projects of the plan, numbered through: who does what, by when, and what the holder brings. */
export function PlanProjects({ plan, today }: Props) {
  const t = useTranslations("plan");
  const { projects } = plan.shown;
  return (
    <section className="mt-5 print:mt-3">
      <h2 className="text-lg print:text-[16pt]">{t("projects")}</h2>
      {projects.length === 0 && <p>{t("noProjects")}</p>}
      <ol className="list-decimal pl-7">
        {projects.map((project) => (
          <li key={project.project} data-keep-together className="mt-2">
            <strong>{project.name}</strong>
            <WhoDoes project={project} plan={plan} today={today} />
          </li>
        ))}
      </ol>
      {projects.length > 0 && <p className="mt-3 print:mt-2">{t("bring")}</p>}
    </section>
  );
}

function WhoDoes({ project, plan, today }: Props & { project: PlannedProject }) {
  const t = useTranslations("plan");
  const states = useTranslations("referrals");
  const guide = plan.guides[project.project];
  const agency = project.owners.map((owner) => projectAgencies[owner].full).join(" และ ");
  const sent = plan.referrals.find((row) => row.project === project.project);
  // A day that went by promises nothing: then only what was sent, and how it stands.
  const by = sent?.nextOn && sent.nextOn >= today ? formatThaiDate(sent.nextOn) : null;
  function words(): string {
    if (!sent || sent.state === "draft") {
      if (!plan.shown.assessment.consentReferral) return t("goYourself", { agency });
      return by ? t("willSendBy", { agency, date: by }) : t("willSend", { agency });
    }
    const on = sent.sentOn ? formatThaiDate(sent.sentOn) : "";
    return sent.state === "sent" && by
      ? t("sentBy", { agency, on, date: by })
      : t("sentState", { agency, on, state: states(`state_${sent.state}`) });
  }
  return (
    <>
      <span className="block">
        <PaperText>{words()}</PaperText>
      </span>
      {guide && <ProjectGuideText guide={guide} />}
    </>
  );
}
