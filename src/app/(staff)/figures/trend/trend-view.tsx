import { useTranslations } from "next-intl";
import { EndWords } from "@/app/areas/at-a-glance";
import { TrendPicture } from "@/app/areas/trend-picture";
import type { PageQuery } from "@/app/parts/table-order";
import { signed } from "@/domain/daily";
import { percent } from "@/domain/dashboard";
import { type FigureArea, figureQuery } from "@/domain/figures/area";
import { changeSince, type Since, sinceChoices, sinceDay } from "@/domain/figures/trend";
import { holdersHref } from "@/domain/holder-filter";
import type { Role } from "@/domain/policy";
import { formatThaiDateShort, formatThaiDay } from "@/domain/thai-dates";
import type { Trends } from "@/server/figures/trends";
import { Card } from "@/ui/card";
import { Sparkline } from "@/ui/charts/sparkline";
import { DataTable } from "@/ui/data-table";
import { FilterLinks } from "@/ui/filter-links";
import { Link } from "@/ui/link";
import { useEndWords } from "../end-words";
import { FiguresFrame } from "../figures-frame";

type Props = { trends: Trends; role: Role; given: PageQuery };

/** How many days the table has: two weeks of working days. */
const daysInTable = 10;

/** The line of an area, its days as a table, and the lines of its parts side by side. */
export function TrendView({ trends, role, given }: Props) {
  const t = useTranslations("figures");
  const { area, trend, fieldwork, parts } = trends;
  const choices = sinceChoices.filter((each) => sinceDay(each, trends) !== null);
  const since: Since = choices.find((each) => each === given.since) ?? "week";
  const day = sinceDay(since, trends);
  const changed = day && changeSince(trend, day);
  const within = "districtCode" in area ? { district: area.districtCode } : {};
  return (
    <FiguresFrame
      {...trends}
      picture="trend"
      role={role}
      title={<EndWords trend={trend} from={fieldwork.from} />}
      sub={t("glanceSub", { goal: trend.goal })}
    >
      <div className="grid gap-4">
        <Card title={t("lineTitle")} sub={t("lineSub")}>
          <TrendPicture trend={trend} within={within} />
        </Card>
        <Card
          title={t("parts")}
          sub={
            changed
              ? t("changedSince", {
                  change: signed(changed.people) ?? "",
                  date: formatThaiDateShort(changed.day),
                })
              : t("changedUnknown")
          }
        >
          <FilterLinks
            label={t("since")}
            choices={choices.map((each) => ({
              href: `/figures/trend${withSince(area, each)}`,
              label: t(`since_${each}`),
              current: each === since,
            }))}
          />
          <ul className="grid gap-x-6 gap-y-5 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
            {parts.map((part) => (
              <li key={part.code} data-keep-together>
                <Part part={part} trends={trends} since={day} />
              </li>
            ))}
          </ul>
        </Card>
        <DaysTable trends={trends} />
      </div>
    </FiguresFrame>
  );
}

function withSince(area: FigureArea, since: Since) {
  const query = figureQuery(area);
  return `${query}${query ? "&" : "?"}since=${since}`;
}

type PartProps = { part: Trends["parts"][number]; trends: Trends; since: string | null };

function Part({ part, trends: { today, trend: whole }, since }: PartProps) {
  const t = useTranslations("figures");
  const endWords = useEndWords();
  const { name, filter, trend } = part;
  const { days, goal, answered, until, needed } = trend;
  const changed = since && changeSince(trend, since);
  const first = whole.days[0]?.day ?? today;
  return (
    <>
      <p className="flex items-baseline justify-between gap-3">
        <Link
          href={holdersHref({ ...filter, cohort: "must_reach", block: "answered" })}
          className="touch font-semibold"
        >
          {name}
        </Link>
        <span className="figures text-sm">
          {t("answeredOf", { people: answered, goal, share: percent(answered, goal) })}
        </span>
      </p>
      <Sparkline
        label={t("picture", {
          from: formatThaiDateShort(first),
          today: formatThaiDateShort(today),
          until: formatThaiDateShort(until),
          answered,
          goal,
        })}
        days={[first, today > until ? today : until]}
        max={goal}
        line={days.flatMap(({ day, answered }) =>
          answered === null ? [] : [{ day, value: answered }],
        )}
        needed={
          needed && [
            { day: needed.from, value: needed.answered },
            { day: until, value: goal },
          ]
        }
      />
      <p className="figures flex justify-between gap-3 text-sm text-soft">
        <span>{endWords(trend)}</span>
        <span>{changed ? t("more", { change: signed(changed.people) ?? "" }) : t("noData")}</span>
      </p>
    </>
  );
}

/** The newest days as numbers. */
function DaysTable({ trends: { trend } }: Pick<Props, "trends">) {
  const t = useTranslations("figures");
  const rows = trend.days.slice(-daysInTable).reverse();
  return (
    <Card title={t("days")}>
      <DataTable
        caption={t("days")}
        captionHidden
        phone="scroll"
        rows={rows}
        rowKey={({ day }) => day}
        columns={[
          {
            key: "day",
            header: t("day"),
            cell: ({ day }) => (
              <span className="keep">
                {day === trend.days.at(-1)?.day ? t("now") : formatThaiDay(day)}
              </span>
            ),
          },
          {
            key: "answered",
            header: t("rowAnswered"),
            align: "end",
            cell: ({ answered }) =>
              answered === null ? t("noData") : answered.toLocaleString("en-US"),
          },
          {
            key: "met",
            header: t("met"),
            align: "end",
            cell: ({ met }) => met.toLocaleString("en-US"),
          },
          {
            key: "goal",
            header: t("everyone"),
            align: "end",
            cell: ({ total, released }) => (total - released).toLocaleString("en-US"),
          },
        ]}
      />
    </Card>
  );
}
