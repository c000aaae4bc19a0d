"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { NeverAskedWarning } from "@/app/forms/never-asked-warning";
import { GuideOf } from "@/app/parts/project-guides";
import { longestAnswer } from "@/domain/assessment";
import { offMenu } from "@/domain/assessment/recommend";
import { projectOf } from "@/domain/rules/menu";
import { Button } from "@/ui/button";
import { Disclosure } from "@/ui/disclosure";
import { Field } from "@/ui/field";
import { FieldError } from "@/ui/field-frame";
import { Notice } from "@/ui/notice";
import { useInterview } from "../hooks/interview-context";
import { AgencyLine, ProjectReasons, StatusTag } from "./project-reasons";

/** The plan as both agree on it: each project with agency and reason; projects outside the menu with their own reason. */
export function PlanPage() {
  const t = useTranslations("assessment");
  const { answers, set, decision, errorOf, rules } = useInterview();
  const chosen = answers.projects ?? [];
  const outside = offMenu(Object.keys(rules.projects), decision.menu).filter(
    (project) => !chosen.some((each) => each.project === project),
  );
  return (
    <div className="flex flex-col gap-4">
      {chosen.length === 0 && <Notice kind="warn">{t("planEmpty")}</Notice>}
      <ul className="flex flex-col gap-3">
        {chosen.map(({ project }, index) => (
          <PlannedProject key={project} project={project} number={index + 1} />
        ))}
      </ul>
      <FieldError id="projects">{errorOf("projects")}</FieldError>
      <Disclosure summary={t("menuOffMenu", { count: outside.length })}>
        <p className="text-sm text-soft">{t("menuOffMenuHint")}</p>
        <ul className="flex flex-col">
          {outside.map((project) => (
            <li
              key={project}
              className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line py-2"
            >
              <div className="min-w-0 flex-1 basis-60 text-sm text-soft">
                <strong className="block text-base leading-snug text-ink">
                  {projectOf(rules, project).name}
                </strong>
                <AgencyLine project={project} />
              </div>
              <Button
                tone="secondary"
                onClick={() => set("projects", [...chosen, { project, reason: "" }])}
              >
                {t("choose")} <span className="sr-only">{projectOf(rules, project).name}</span>
              </Button>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

function PlannedProject({ project, number }: { project: string; number: number }) {
  const t = useTranslations("assessment");
  const { answers, set, recommendations, rules } = useInterview();
  const chosen = answers.projects ?? [];
  const recommendation = recommendations.find((each) => each.project === project);
  const reason = chosen.find((each) => each.project === project)?.reason ?? "";
  const name = rules.projects[project]?.name ?? project;
  return (
    <li className="flex flex-col gap-2 rounded-card border border-line bg-card p-4">
      <div className="flex flex-col items-start gap-1">
        <strong className="leading-snug">
          {number}. {name}
        </strong>
        {recommendation && <StatusTag status={recommendation.status} />}
      </div>
      <GuideOf project={project} />
      {recommendation ? (
        <ProjectReasons recommendation={recommendation} />
      ) : (
        <>
          <div className="text-sm text-soft">
            <p>{t("menuOffMenuHint")}</p>
            <AgencyLine project={project} />
          </div>
          <Field
            name={`reason-${project}`}
            label={t("offMenuReason")}
            value={reason}
            longest={longestAnswer}
            autoComplete="off"
            onChange={({ target: { value } }) =>
              set(
                "projects",
                chosen.map((each) =>
                  each.project === project ? { project, reason: value } : each,
                ),
              )
            }
          />
          <NeverAskedWarning text={reason} />
        </>
      )}
      <div>
        <Button
          tone="quiet"
          icon={Trash2}
          onClick={() =>
            set(
              "projects",
              chosen.filter((each) => each.project !== project),
            )
          }
        >
          {t("remove")} <span className="sr-only">{name}</span>
        </Button>
      </div>
    </li>
  );
}
