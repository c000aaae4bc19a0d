"use client";

import { useTranslations } from "next-intl";
import { projectAgencies } from "@/domain/agencies";
import type { Recommendation } from "@/domain/assessment/recommend";
import { menuLineSources } from "@/domain/rules/menu";
import { toArabicDigits } from "@/domain/thai";
import { Tag } from "@/ui/tag";
import { useInterview } from "../hooks/interview-context";

const tones = { recommended: "done", available: "quiet", waiting: "due", check: "due" } as const;

/** Whether a project is recommended, in words. */
export function StatusTag({ status }: { status: Recommendation["status"] }) {
  const t = useTranslations("assessment");
  return <Tag tone={tones[status]}>{t(`status_${status}`)}</Tag>;
}

/** Why a project is recommended or not, its agency, and where the programme's documents offer it. */
export function ProjectReasons({ recommendation }: { recommendation: Recommendation }) {
  const t = useTranslations("assessment");
  const { project, status, condition, waitsFor } = recommendation;
  const { targetGroup, words } = useInterview();
  const why = useWhy(recommendation);
  return (
    <div className="flex flex-col gap-1 text-sm text-soft">
      <p>{why}</p>
      {condition === "waiting" && waitsFor && (
        <p>{t("waitsFor", { question: words.formal(waitsFor) })}</p>
      )}
      {condition === "not_met" && waitsFor && (
        <p>{t("conditionNotMet", { question: words.formal(waitsFor) })}</p>
      )}
      {condition === "check" && status !== "check" && <p>{t("status_check")}</p>}
      <AgencyLine project={project} />
      {targetGroup && <Sources project={project} group={targetGroup} />}
    </div>
  );
}

function useWhy({ causes, forMainCause, trains }: Recommendation): string {
  const t = useTranslations("assessment");
  const { answers, words } = useInterview();
  const named = causes.map((cause) => words.option("causes", cause));
  if (forMainCause) return t("whyMain", { cause: named[0] ?? "" });
  if (named.length > 0) return t("whyCause", { causes: named.join(", ") });
  if (trains) return t("whyTraining");
  return answers.causes?.length ? t("whyNot") : t("whyNotYet");
}

export function AgencyLine({ project }: { project: string }) {
  const t = useTranslations("assessment");
  const { rules } = useInterview();
  const known = rules.projects[project];
  // The day of the interview may have been moved to a time that does not know the project.
  if (!known) return null;
  const names = known.agencies.map((agency) => projectAgencies[agency].full).join(", ");
  return (
    <>
      <p>{t("agency", { agency: names })}</p>
      {known.note && <p>{known.note}</p>}
    </>
  );
}

type Group = Parameters<typeof menuLineSources>[1];

function Sources({ project, group }: { project: string; group: Group }) {
  const t = useTranslations("assessment");
  const { rules } = useInterview();
  return menuLineSources(rules, group, project).map(({ clause, quote }) => (
    <div key={clause}>
      <p>{t("clause", { clause: toArabicDigits(clause) })}</p>
      {quote && <blockquote className="border-l-4 border-line pl-3">“{quote}”</blockquote>}
    </div>
  ));
}
