"use client";

import { useTranslations } from "next-intl";
import { GuideOf } from "@/app/parts/project-guides";
import { offMenu, type Recommendation } from "@/domain/assessment/recommend";
import { projectOf } from "@/domain/rules/menu";
import { DimensionGroup, DimensionHeading } from "@/ui/dimension-heading";
import { Disclosure } from "@/ui/disclosure";
import { useInterview } from "../hooks/interview-context";
import { AgencyLine, ProjectReasons } from "./project-reasons";

const dimensions = [1, 2, 3, 4] as const;

/** The menu as it grows beside the questions; it shows no top-up. */
export function ProjectMenu({ headless = false }: { headless?: boolean }) {
  const t = useTranslations("assessment");
  const group = useTranslations("words");
  const { recommendations, targetGroup, answers, decision, rules } = useInterview();
  const sorted = recommendations.some(({ causes, trains }) => causes.length > 0 || trains);
  const first = sorted
    ? recommendations.filter(({ causes, trains }) => causes.length > 0 || trains)
    : recommendations;
  const others = recommendations.filter((each) => !first.includes(each));
  const outside = offMenu(Object.keys(rules.projects), decision.menu);
  return (
    <div className="flex flex-col gap-4">
      {!headless && (
        <div>
          <h2 className="text-lg">{t("menuTitle")}</h2>
          {recommendations.length > 0 && (
            <p className="text-sm text-soft">{t("menuSub", { count: recommendations.length })}</p>
          )}
        </div>
      )}
      {targetGroup ? (
        <p className="text-sm">
          {t(answers.wantedOccupation ? "menuTarget" : "menuTargetProvisional", {
            group: group(`group_${targetGroup}`),
          })}
        </p>
      ) : (
        <p>{t("menuNone")}</p>
      )}
      <ByDimension projects={first} />
      {others.length > 0 && (
        <Disclosure summary={t("menuOthers", { count: others.length })}>
          <ByDimension projects={others} />
        </Disclosure>
      )}
      {targetGroup && (
        <Disclosure summary={t("menuOffMenu", { count: outside.length })}>
          <p className="text-sm text-soft">{t("menuOffMenuHint")}</p>
          <ul className="flex flex-col gap-3 pt-2">
            {outside.map((project) => (
              <li key={project} className="text-sm">
                <strong className="block">{projectOf(rules, project).name}</strong>
                <span className="text-soft">
                  {t("whyOffMenu", { group: group(`group_${targetGroup}`) })}
                </span>
                <div className="text-soft">
                  <AgencyLine project={project} />
                </div>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {recommendations.length > 0 && (
        <p className="border-t border-line pt-3 text-sm text-soft">{t("menuWhy")}</p>
      )}
    </div>
  );
}

function ByDimension({ projects }: { projects: readonly Recommendation[] }) {
  const words = useTranslations("words");
  return dimensions.map((dimension) => {
    const own = projects.filter((each) => each.dimension === dimension);
    if (own.length === 0) return null;
    return (
      <DimensionGroup key={dimension} number={dimension}>
        <DimensionHeading number={dimension}>{words(`dimension_${dimension}`)}</DimensionHeading>
        <ul className="flex flex-col">
          {own.map((each) => (
            <li key={each.project}>
              <ProjectLine recommendation={each} />
            </li>
          ))}
        </ul>
      </DimensionGroup>
    );
  });
}

function ProjectLine({ recommendation }: { recommendation: Recommendation }) {
  const t = useTranslations("assessment");
  const { rules } = useInterview();
  const { project, category, status } = recommendation;
  return (
    <details>
      <summary className="flex min-h-12 list-none flex-col justify-center rounded-small py-1 leading-snug [&::-webkit-details-marker]:hidden">
        <span className="font-semibold underline decoration-line decoration-2 underline-offset-4">
          {projectOf(rules, project).name}
        </span>
        <span className="text-sm text-soft">
          {[category ?? t("noCategory"), status === "waiting" && t("status_waiting")]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </summary>
      <div className="flex flex-col gap-2 pb-3">
        <GuideOf project={project} />
        <ProjectReasons recommendation={recommendation} />
      </div>
    </details>
  );
}
