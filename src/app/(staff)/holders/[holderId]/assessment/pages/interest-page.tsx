"use client";

import { useTranslations } from "next-intl";
import { GuideOf } from "@/app/parts/project-guides";
import type { Recommendation } from "@/domain/assessment/recommend";
import { projectOf } from "@/domain/rules/menu";
import { DimensionGroup, DimensionHeading } from "@/ui/dimension-heading";
import { Disclosure } from "@/ui/disclosure";
import { FieldError } from "@/ui/field-frame";
import { Notice } from "@/ui/notice";
import { useInterview } from "../hooks/interview-context";
import { ProjectReasons, StatusTag } from "./project-reasons";

const dimensions = [1, 2, 3, 4] as const;

/** The menu to choose from: by dimension and category, those that fit the causes first; no limit on the number. */
export function InterestPage() {
  const t = useTranslations("assessment");
  const words = useTranslations("words");
  const { recommendations, errorOf } = useInterview();
  if (recommendations.length === 0) return <Notice kind="info">{t("noGroupPlan")}</Notice>;
  return (
    <div className="flex flex-col gap-6">
      <FieldError id="projects">{errorOf("projects")}</FieldError>
      {dimensions.map((dimension) => {
        const own = recommendations.filter((each) => each.dimension === dimension);
        if (own.length === 0) return null;
        return (
          <section key={dimension} className="flex flex-col gap-3">
            <DimensionGroup number={dimension}>
              <DimensionHeading number={dimension} level={2}>
                {words(`dimension_${dimension}`)}
              </DimensionHeading>
              {categoriesIn(own).map((category) => (
                <fieldset key={category ?? "-"} className="flex min-w-0 flex-col gap-2">
                  <legend className="mb-1 text-sm text-soft">{category ?? t("noCategory")}</legend>
                  {own
                    .filter((each) => each.category === category)
                    .map((each) => (
                      <ProjectChoice key={each.project} recommendation={each} />
                    ))}
                </fieldset>
              ))}
            </DimensionGroup>
          </section>
        );
      })}
    </div>
  );
}

function categoriesIn(projects: readonly Recommendation[]) {
  return [...new Set(projects.map(({ category }) => category))];
}

function ProjectChoice({ recommendation }: { recommendation: Recommendation }) {
  const t = useTranslations("assessment");
  const { answers, set, rules } = useInterview();
  const { project, status } = recommendation;
  const chosen = answers.projects ?? [];
  const isChosen = chosen.some((each) => each.project === project);
  const id = `project-${project}`;
  return (
    <div className="rounded-card border border-edge bg-card has-checked:border-indigo has-checked:bg-indigo-tint">
      <label htmlFor={id} className="flex min-h-12 items-start gap-3 px-4 py-3">
        <input
          id={id}
          type="checkbox"
          className="mt-0.5 size-6 shrink-0 accent-indigo"
          checked={isChosen}
          onChange={({ target: { checked } }) =>
            set(
              "projects",
              checked
                ? [...chosen, { project }]
                : chosen.filter((each) => each.project !== project),
            )
          }
        />
        <span className="flex min-w-0 flex-col items-start gap-1">
          <span className="font-semibold leading-snug">{projectOf(rules, project).name}</span>
          <StatusTag status={status} />
        </span>
      </label>
      <div className="px-4 pb-2 pl-13">
        <GuideOf project={project} />
      </div>
      <div className="border-t border-line px-4">
        <Disclosure summary={t("why")}>
          <ProjectReasons recommendation={recommendation} />
        </Disclosure>
      </div>
    </div>
  );
}
