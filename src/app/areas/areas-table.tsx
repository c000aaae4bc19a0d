import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NumberLink } from "@/app/parts/number-link";
import { type PageQuery, tableOrder } from "@/app/parts/table-order";
import { type CoverageBlock, coverageBlocks } from "@/domain/caseload";
import {
  type AreaProgress,
  fewestCompared,
  percent,
  unanswered,
  worstArea,
} from "@/domain/dashboard";
import { type HolderFilter, holdersHref } from "@/domain/holder-filter";
import { largestFirst } from "@/domain/table-order";
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
  areaHeader: string;
  areas: readonly Area[];
  nameOf: (area: Area) => ReactNode;
  filterOf: (area: Area) => HolderFilter;
  /** The sums and what they count. */
  whole: { label: ReactNode; filter: HolderFilter };
  /** The page's address, which says by which figure the areas are ordered. */
  given: PageQuery;
};

/** The area that is furthest behind, in words and with its share. */
function Worst({ area }: { area: Area }) {
  const t = useTranslations("district");
  const { people, of } = unanswered(area);
  return <Tag tone="late">{t("worst", { share: percent(people, of) })}</Tag>;
}

/** Areas side by side with totals below; every number opens its list. */
export function AreasTable(props: Props) {
  const { title, sub, areaHeader, areas, nameOf, filterOf, whole, given } = props;
  const t = useTranslations("district");
  const worst = worstArea(areas);
  const order = tableOrder<Figure>("areas", figures, given);
  const { by } = order;
  return (
    <Card
      id="areas"
      title={title}
      sub={worst ? [sub, t("worstSub", { fewest: fewestCompared })].join(" · ") : sub}
    >
      <DataTable
        caption={title}
        captionHidden
        phone="scroll"
        rows={largestFirst(areas, by && ((area) => countOf(area, by)))}
        rowKey={({ code }) => code}
        columns={[
          {
            key: "area",
            ...order.names(areaHeader),
            cell: (area) => (
              <span className="flex flex-wrap items-center gap-x-2">
                {nameOf(area)}
                {area.code === worst && <Worst area={area} />}
              </span>
            ),
          },
          ...figures.map((figure) => ({
            key: figure,
            ...order.figure(figure, t(figure)),
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
