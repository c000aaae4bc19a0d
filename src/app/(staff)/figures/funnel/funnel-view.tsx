import { useTranslations } from "next-intl";
import { NumberLink } from "@/app/parts/number-link";
import { percent } from "@/domain/dashboard";
import { figureQuery } from "@/domain/figures/area";
import {
  type FunnelStage,
  type FunnelStep,
  funnelCohorts,
  funnelSteps,
  partsOfFunnel,
  wholeOf,
} from "@/domain/figures/funnel";
import { type HolderFilter, holdersHref } from "@/domain/holder-filter";
import type { Role } from "@/domain/policy";
import type { Funnel } from "@/server/figures/funnel";
import { Card } from "@/ui/card";
import { Bars } from "@/ui/charts/bars";
import { DataTable } from "@/ui/data-table";
import { FilterLinks } from "@/ui/filter-links";
import { FiguresFrame } from "../figures-frame";
import { LeftCard } from "./left-card";
import { PartsCard } from "./parts-card";

/** How many of a cohort have come how far: the picture, its table, why the others stopped, and the same of each part. */
export function FunnelView({ funnel, role }: { funnel: Funnel; role: Role }) {
  const t = useTranslations("funnel");
  const words = useTranslations("words");
  const { area, cohort, by, stages } = funnel;
  const people = (step: FunnelStep) => stages[funnelSteps.indexOf(step)]?.people ?? 0;
  const at = (change: Partial<Pick<Funnel, "cohort" | "by">>) => {
    const query = figureQuery(area);
    const asked = new URLSearchParams({ cohort, by, ...change });
    return `/figures/funnel${query}${query ? "&" : "?"}${asked}`;
  };
  return (
    <FiguresFrame
      {...funnel}
      picture="funnel"
      role={role}
      title={t("title", {
        whole: wholeOf(stages),
        interviewed: people("interviewed"),
        referred: people("referred"),
        completed: people("completed"),
      })}
      sub={t("sub")}
    >
      <FilterLinks
        label={t("cohort")}
        choices={funnelCohorts.map((each) => ({
          href: at({ cohort: each }),
          label: each === "must_reach" ? words("mustReach") : cohortName(each, t, words),
          current: each === cohort,
        }))}
      />
      <div className="grid grid-cols-1 gap-4">
        <Card title={t("picture")} sub={t("pictureSub")}>
          <Bars
            label={t("picture")}
            max={wholeOf(stages)}
            bars={stages.map((stage) => ({
              key: stage.step,
              label: words(`step_${stage.step}`),
              count: stage.people,
              share: percent(stage.people, wholeOf(stages)),
              href: holdersHref(reached(funnel, stage.step)),
              estimated: stage.step === "above_line",
            }))}
          />
        </Card>
        <StepsCard funnel={funnel} />
        <LeftCard stages={stages} within={whomOf(funnel)} />
        <PartsCard
          funnel={funnel}
          within={whomOf(funnel)}
          choices={partsOfFunnel(area).map((each) => ({
            href: at({ by: each }),
            label: t(`by_${each}`),
            current: each === by,
          }))}
        />
      </div>
    </FiguresFrame>
  );
}

function cohortName(
  cohort: "voluntary" | "all",
  t: ReturnType<typeof useTranslations<"funnel">>,
  words: ReturnType<typeof useTranslations<"words">>,
) {
  return cohort === "all" ? t("all") : words("voluntary");
}

/** Whom a funnel is of, as a filter of the list. */
const whomOf = ({ area, cohort }: Funnel): HolderFilter => ({
  ...("districtCode" in area && { district: area.districtCode }),
  ...(cohort !== "all" && { cohort }),
});

const reached = (funnel: Funnel, step: FunnelStep): HolderFilter => ({
  ...whomOf(funnel),
  ...(step !== "listed" && { reached: step }),
});

/** Each step as numbers: of the step before, of all, and how long it took. */
function StepsCard({ funnel }: { funnel: Funnel }) {
  const t = useTranslations("funnel");
  const words = useTranslations("words");
  const { stages } = funnel;
  const before = ({ step }: FunnelStage) => stages[funnelSteps.indexOf(step) - 1]?.people;
  return (
    <Card title={t("steps")} sub={t("stepsSub")}>
      <DataTable
        caption={t("steps")}
        captionHidden
        phone="scroll"
        rows={stages}
        rowKey={({ step }) => step}
        columns={[
          { key: "step", header: t("step"), cell: ({ step }) => words(`step_${step}`) },
          {
            key: "people",
            header: t("people"),
            align: "end",
            cell: ({ step, people }) => (
              <NumberLink count={people} href={holdersHref(reached(funnel, step))} />
            ),
          },
          {
            key: "before",
            header: t("ofBefore"),
            align: "end",
            cell: (stage) => {
              const of = before(stage);
              return of ? percent(stage.people, of) : "–";
            },
          },
          {
            key: "whole",
            header: t("ofWhole"),
            align: "end",
            cell: ({ people }) => (wholeOf(stages) ? percent(people, wholeOf(stages)) : "–"),
          },
          {
            key: "days",
            header: t("medianDays"),
            align: "end",
            cell: ({ step, days }) =>
              step === "listed" ? "–" : days ? t("median", days) : t("noData"),
          },
        ]}
      />
    </Card>
  );
}
