import { useTranslations } from "next-intl";
import { ProjectGuideText } from "@/app/parts/project-guide";
import { projectAgencies } from "@/domain/agencies";
import type { PlanView } from "@/server/plans/queries";
import { DimensionHeading } from "@/ui/dimension-heading";

/** The projects of the plan in the four dimensions, each with its state. */
export function PlanProjects({ plan: { shown, referrals, guides } }: { plan: PlanView }) {
  const t = useTranslations("plan");
  const words = useTranslations("words");
  const states = useTranslations("referrals");
  const { projects } = shown;
  return (
    <section className="mt-5">
      <h2 className="text-lg print:text-[16pt]">{t("projects")}</h2>
      {projects.length === 0 && <p>{t("noProjects")}</p>}
      {([1, 2, 3, 4] as const)
        .filter((dimension) => projects.some((each) => each.dimension === dimension))
        .map((dimension) => (
          <div key={dimension} data-keep-together className="mt-3">
            <DimensionHeading number={dimension} level={3}>
              {words(`dimension_${dimension}`)}
            </DimensionHeading>
            <ol className="list-decimal pl-6">
              {projects
                .filter((each) => each.dimension === dimension)
                .map(({ project, name, owners }) => {
                  const guide = guides[project];
                  const found = referrals.filter((row) => row.project === project);
                  return (
                    <li key={project}>
                      {name}
                      <span className="block">
                        {t("action", {
                          agency: owners
                            .map((agency) => projectAgencies[agency].full)
                            .join(" และ "),
                        })}
                        {found[0] && ` · ${states(`state_${found[0].state}`)}`}
                      </span>
                      {guide && <ProjectGuideText guide={guide} />}
                    </li>
                  );
                })}
            </ol>
          </div>
        ))}
    </section>
  );
}
