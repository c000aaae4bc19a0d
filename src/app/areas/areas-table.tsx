import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NumberLink } from "@/app/parts/number-link";
import { type CoverageBlock, coverageBlocks } from "@/domain/caseload";
import {
  type AreaProgress,
  fewestCompared,
  percent,
  unanswered,
  worstArea,
} from "@/domain/dashboard";
import { type HolderFilter, holdersHref } from "@/domain/holder-filter";
import { keysOf } from "@/domain/tables";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { Tag } from "@/ui/tag";

type Area = AreaProgress & { name: string };
type Figure = "mustReach" | CoverageBlock | "interviewsLeft" | "withoutOfficer" | "voluntaryYes";

/** The filter of the holders that each figure counts. The blocks of a row add up to its first number. */
const counted: Record<Figure, HolderFilter> = {
  mustReach: { cohort: "must_reach" },
  answered: { cohort: "must_reach", block: "answered" },
  met_waiting: { cohort: "must_reach", block: "met_waiting" },
  to_meet: { cohort: "must_reach", block: "to_meet" },
  released: { cohort: "must_reach", block: "released" },
  interviewsLeft: { interview: "all" },
  withoutOfficer: { withoutOfficer: "all" },
  voluntaryYes: { cohort: "voluntary", answer: "yes" },
};
const figures = keysOf(counted);
const isBlock = (figure: Figure): figure is CoverageBlock =>
  coverageBlocks.some((block) => block === figure);
const countOf = (area: Area, figure: Figure) =>
  isBlock(figure) ? area.blocks[figure] : area[figure];

type Props = {
  title: ReactNode;
  sub: string;
  areaHeader: ReactNode;
  areas: readonly Area[];
  nameOf: (area: Area) => ReactNode;
  filterOf: (area: Area) => HolderFilter;
  /** The sums and what they count. */
  whole: { label: ReactNode; filter: HolderFilter };
};

/** The area that is furthest behind, in words and with its share. */
function Worst({ area }: { area: Area }) {
  const t = useTranslations("district");
  const { people, of } = unanswered(area);
  return <Tag tone="late">{t("worst", { share: percent(people, of) })}</Tag>;
}

/** Areas side by side with totals below; every number opens its list. */
export function AreasTable({ title, sub, areaHeader, areas, nameOf, filterOf, whole }: Props) {
  const t = useTranslations("district");
  const worst = worstArea(areas);
  return (
    <Card
      title={title}
      sub={worst ? [sub, t("worstSub", { fewest: fewestCompared })].join(" · ") : sub}
    >
      <DataTable
        caption={title}
        captionHidden
        phone="scroll"
        rows={areas}
        rowKey={({ code }) => code}
        columns={[
          {
            key: "area",
            header: areaHeader,
            cell: (area) => (
              <span className="flex flex-wrap items-center gap-x-2">
                {nameOf(area)}
                {area.code === worst && <Worst area={area} />}
              </span>
            ),
          },
          ...figures.map((figure) => ({
            key: figure,
            header: t(figure),
            align: "end" as const,
            cell: (area: Area) => (
              <NumberLink
                count={countOf(area, figure)}
                href={holdersHref({ ...filterOf(area), ...counted[figure] })}
              />
            ),
          })),
        ]}
        footer={[
          whole.label,
          ...figures.map((figure) => (
            <NumberLink
              key={figure}
              strong
              count={areas.reduce((sum, area) => sum + countOf(area, figure), 0)}
              href={holdersHref({ ...whole.filter, ...counted[figure] })}
            />
          )),
        ]}
      />
    </Card>
  );
}
