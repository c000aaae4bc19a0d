"use client";

import { useTranslations } from "next-intl";
import { GuideOf } from "@/app/parts/project-guides";
import { groupWaitsFor } from "@/domain/assessment/groups";
import type { Recommendation } from "@/domain/assessment/recommend";
import { projectOf } from "@/domain/rules/menu";
import { Button } from "@/ui/button";
import { DimensionGroup, DimensionHeading } from "@/ui/dimension-heading";
import { Disclosure } from "@/ui/disclosure";
import { FieldError } from "@/ui/field-frame";
import { Notice } from "@/ui/notice";
import { useInterview } from "../hooks/interview-context";
import { ProjectReasons, StatusTag } from "./project-reasons";

const dimensions = [1, 2, 3, 4] as const;

/** The menu to choose from: what is recommended first, then the others by dimension; no limit on the number. */
export function InterestPage() {
  const t = useTranslations("assessment");
  const words = useTranslations("words");
  const { recommendations, errorOf } = useInterview();
  if (recommendations.length === 0) return <NoMenu />;
  const first = recommendations.filter(fits);
  const others = recommendations.filter((each) => !fits(each));
  return (
    <div className="flex flex-col gap-6">
      <FieldError id="projects">{errorOf("projects")}</FieldError>
      {first.length > 0 && (
        <section aria-labelledby="recommended" className="flex flex-col gap-2">
          <h2 id="recommended" className="text-lg">
            {t("recommendedFirst", { count: first.length })}
          </h2>
          {first.map((each) => (
            <ProjectChoice key={each.project} recommendation={each} />
          ))}
        </section>
      )}
      {first.length > 0 && others.length > 0 && (
        <h2 className="text-lg">{t("menuOthers", { count: others.length })}</h2>
      )}
      {dimensions.map((dimension) => {
        const own = others.filter((each) => each.dimension === dimension);
        if (own.length === 0) return null;
        return (
          <section key={dimension} className="flex flex-col gap-2">
            <DimensionGroup number={dimension}>
              <DimensionHeading number={dimension} level={first.length > 0 ? 3 : 2}>
                {words(`dimension_${dimension}`)}
              </DimensionHeading>
              {own.map((each) => (
                <ProjectChoice key={each.project} recommendation={each} />
              ))}
            </DimensionGroup>
          </section>
        );
      })}
      <p className="text-sm text-soft">{t("checkAll")}</p>
    </div>
  );
}

/** A cause or the wish to be trained speaks for it, and no answer speaks against it. */
function fits({ causes, trains, condition }: Recommendation): boolean {
  return (causes.length > 0 || trains) && condition !== "not_met";
}

/** Why there is no menu, with the way to the answer that it waits for. */
function NoMenu() {
  const t = useTranslations("assessment");
  const { answers, goTo, words, rules } = useInterview();
  const waitsFor = groupWaitsFor(rules, answers);
  return (
    <Notice kind="info">
      <p>{t("noGroupPlan")}</p>
      {waitsFor && (
        <Button tone="secondary" className="mt-2" onClick={() => goTo(waitsFor)}>
          {t("goToMissing", { question: words.formal(waitsFor) })}
        </Button>
      )}
    </Notice>
  );
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
          <span className="text-sm text-soft">{recommendation.category ?? t("noCategory")}</span>
          {status !== "check" && <StatusTag status={status} />}
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
