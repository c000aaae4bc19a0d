import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NumberLink } from "@/app/parts/number-link";
import { type PageQuery, tableOrder } from "@/app/parts/table-order";
import { addDays } from "@/domain/calendar";
import { signed } from "@/domain/daily";
import { percent, shareDifference } from "@/domain/dashboard";
import { changeSince, type Trend } from "@/domain/figures/trend";
import { holdersHref } from "@/domain/holder-filter";
import type { Role } from "@/domain/policy";
import { largestFirst } from "@/domain/table-order";
import { keysOf } from "@/domain/tables";
import type { Trends } from "@/server/figures/trends";
import { Card } from "@/ui/card";
import { type Column, DataTable } from "@/ui/data-table";
import { Link } from "@/ui/link";
import { Progress } from "@/ui/progress";
import { useEndWords } from "../end-words";
import { FiguresFrame } from "../figures-frame";

type Props = { trends: Trends; role: Role; given: PageQuery };
type Part = Trends["parts"][number];

const shareOf = ({ trend: { answered, goal } }: Part) => (goal === 0 ? -1 : answered / goal);
/** The figures by which the areas can be ordered. */
const figures = {
  goal: ({ trend }: Part) => trend.goal,
  answered: shareOf,
  left: ({ trend }: Part) => trend.goal - trend.answered,
  recent: ({ trend }: Part) => trend.recentPerDay ?? -1,
  needed: ({ trend }: Part) => trend.neededPerDay ?? -1,
};

/** The parts of an area in one table: how far, how fast, and how far from the whole. */
export function CompareView({ trends, role, given }: Props) {
  const t = useTranslations("figures");
  const words = useTranslations("words");
  const { area, trend: whole, parts, behind } = trends;
  const [worst] = behind;
  const nameOf = (code: string) => parts.find((part) => part.code === code)?.name ?? code;
  const order = tableOrder("areas", keysOf(figures), given);
  return (
    <FiguresFrame
      {...trends}
      picture="compare"
      role={role}
      title={
        worst
          ? t("worst", {
              place: words("districtCode" in area ? "subdistrict" : "district", {
                name: nameOf(worst.code),
              }),
              share: percent(worst.people, worst.of),
            })
          : t("allAlike")
      }
      sub={t("glanceSub", { goal: whole.goal })}
    >
      <Card
        id="areas"
        title={t("districtCode" in area ? "compareSubdistricts" : "compareDistricts")}
        sub={t("compareSub")}
      >
        <DataTable
          caption={t("picture_compare")}
          captionHidden
          phone="scroll"
          rows={largestFirst(parts, order.by && figures[order.by])}
          rowKey={({ code }) => code}
          columns={[...usePeopleColumns(trends, order), ...useSpeedColumns(trends, order)]}
          footer={useSums(trends)}
        />
      </Card>
    </FiguresFrame>
  );
}

type Order = ReturnType<typeof tableOrder<keyof typeof figures>>;

const cohort = { cohort: "must_reach" } as const;

/** How many there are, and how many of them have answered. */
function usePeopleColumns({ area, trend: whole }: Trends, order: Order): Column<Part>[] {
  const t = useTranslations("figures");
  const ofDistrict = "districtCode" in area;
  return [
    {
      key: "area",
      ...order.names(t(ofDistrict ? "subdistrict" : "district")),
      cell: ({ code, name }) =>
        ofDistrict ? (
          name
        ) : (
          <Link href={`/figures/compare?district=${code}`} className="touch">
            {name}
          </Link>
        ),
    },
    {
      key: "goal",
      ...order.figure("goal", t("goal")),
      align: "end",
      cell: ({ trend }) => trend.goal.toLocaleString("en-US"),
    },
    {
      key: "answered",
      ...order.figure("answered", t("rowAnswered")),
      cell: ({ filter, trend: { answered, goal } }) => (
        <span className="flex items-center gap-3">
          <NumberLink
            count={answered}
            href={holdersHref({ ...filter, ...cohort, block: "answered" })}
          />
          <span className="min-w-28 flex-1">
            <Progress
              label={t("rowAnswered")}
              labelHidden
              value={answered}
              max={goal}
              text={percent(answered, goal)}
            />
          </span>
        </span>
      ),
    },
    {
      key: "difference",
      header: t("difference"),
      align: "end",
      cell: ({ trend }) => shareDifference(trend, whole) ?? t("noData"),
    },
    {
      key: "left",
      ...order.figure("left", t("left")),
      align: "end",
      cell: ({ filter, trend: { answered, goal } }) => (
        <NumberLink
          count={goal - answered}
          href={holdersHref({ ...filter, ...cohort, block: "unanswered" })}
        />
      ),
    },
  ];
}

/** What came lately, and what is needed on each day that is left. */
function useSpeedColumns(trends: Trends, order: Order): Column<Part>[] {
  const t = useTranslations("figures");
  const endWords = useEndWords();
  const changed = useChange(trends);
  return [
    {
      key: "change",
      header: t("changeOfWeek"),
      align: "end",
      cell: ({ trend }) => changed(trend),
    },
    {
      key: "recent",
      ...order.figure("recent", t("recentPerDay")),
      align: "end",
      cell: ({ trend }) => trend.recentPerDay?.toLocaleString("en-US") ?? t("noData"),
    },
    {
      key: "needed",
      ...order.figure("needed", t("neededPerDay")),
      align: "end",
      cell: ({ trend }) => trend.neededPerDay?.toLocaleString("en-US") ?? t("noData"),
    },
    { key: "end", header: t("end"), cell: ({ trend }) => endWords(trend) },
  ];
}

/** How many more have answered than a week ago, in words. */
function useChange({ today }: Trends) {
  const t = useTranslations("figures");
  const since = addDays(today, -7);
  return (trend: Trend) => signed(changeSince(trend, since)?.people ?? null) ?? t("noData");
}

/** The whole area, column by column. */
function useSums(trends: Trends): ReactNode[] {
  const t = useTranslations("figures");
  const endWords = useEndWords();
  const changed = useChange(trends);
  const { area, trend: whole } = trends;
  const within = "districtCode" in area ? { district: area.districtCode } : {};
  return [
    t("whole"),
    whole.goal.toLocaleString("en-US"),
    <span key="answered" className="flex items-center gap-3">
      <NumberLink
        strong
        count={whole.answered}
        href={holdersHref({ ...within, ...cohort, block: "answered" })}
      />
      {percent(whole.answered, whole.goal)}
    </span>,
    "",
    <NumberLink
      key="left"
      strong
      count={whole.goal - whole.answered}
      href={holdersHref({ ...within, ...cohort, block: "unanswered" })}
    />,
    changed(whole),
    whole.recentPerDay?.toLocaleString("en-US") ?? t("noData"),
    whole.neededPerDay?.toLocaleString("en-US") ?? t("noData"),
    endWords(whole),
  ];
}
