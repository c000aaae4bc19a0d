import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { rulesOn } from "@/domain/rules/sets";
import { getLocalCatalogue } from "@/server/catalogue/queries";
import { programmeDate } from "@/server/clock";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Card } from "@/ui/card";
import { DimensionHeading } from "@/ui/dimension-heading";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";
import { AgenciesCard } from "./agencies-card";
import { CatalogueFilters } from "./catalogue-filters";
import { dimensions, listProjects, readFilter } from "./filter";
import { ProjectEntry } from "./project-entry";

type Props = PageProps<"/catalogue">;

export async function generateMetadata() {
  return { title: (await getTranslations("shell"))("catalogue") };
}

export default async function CataloguePage({ searchParams }: Props) {
  const t = await getTranslations("catalogue");
  const words = await getTranslations("words");
  const actor = await requireActor();
  if (!mayEver(actor, "catalogue.view")) notFound();
  const { local, rules } = await scoped(actor, async (scope) => ({
    local: await getLocalCatalogue(scope),
    rules: rulesOn(scope.ruleSets, await programmeDate(scope.tx)),
  }));
  const filter = readFilter(rules, await searchParams);
  const shown = listProjects(rules, filter);
  const announced = rules.projectsAnnounced.value;
  const named = Object.keys(rules.projects).length;
  const filtered = Object.values(filter).some(Boolean);
  return (
    <>
      <PageHeading
        eyebrow={t("eyebrow")}
        title={
          filtered ? t("filteredTitle", { shown: shown.length }) : t("title", { named, announced })
        }
        sub={filtered ? t("filteredSub", { named }) : t("sub", { missing: announced - named })}
      />
      <CatalogueFilters filter={filter} categories={rules.categories} />
      {shown.length === 0 && (
        <EmptyState
          title={t("none")}
          action={
            <LinkButton tone="secondary" href="/catalogue">
              {t("clear")}
            </LinkButton>
          }
        />
      )}
      <div className="flex flex-col gap-5">
        <Notice>{t("conditions")}</Notice>
        {dimensions.map((dimension) => {
          const projects = shown.filter((project) => project.dimension === dimension);
          if (projects.length === 0) return null;
          return (
            <Card key={dimension}>
              <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4">
                <DimensionHeading number={dimension} level={2}>
                  {words(`dimension_${dimension}`)}
                </DimensionHeading>
                <p className="text-soft">{t("count", { count: projects.length })}</p>
              </div>
              <ul className="divide-y divide-line">
                {projects.map((project) => (
                  <ProjectEntry
                    key={project.code}
                    project={project}
                    local={local}
                    mayDescribe={mayEver(actor, "project.describe")}
                  />
                ))}
              </ul>
            </Card>
          );
        })}
        {!filtered && <AgenciesCard />}
      </div>
    </>
  );
}
