import { useTranslations } from "next-intl";
import { addDays, addMonths, type IsoDate, monthOf } from "@/domain/calendar";
import type { Trend } from "@/domain/figures/trend";
import { type HolderFilter, holdersHref } from "@/domain/holder-filter";
import { formatThaiDateShort, formatThaiDay } from "@/domain/thai-dates";
import { type ChartLine, LineChart } from "@/ui/charts/line-chart";

type Props = { trend: Trend; within: HolderFilter; height?: string };

/** How far beyond the deadline an expected end is still drawn; a later one is said in words alone. */
const daysBeyond = 60;

/**
 * ทุกคน answered and met, day by day, beside the line that is needed and the end that is expected. The points of this moment open their
 * lists; those of days past are kept numbers, whose lists nobody can open any more.
 */
export function TrendPicture({ trend, within, height }: Props) {
  const t = useTranslations("figures");
  const { days, goal, answered, until, needed } = trend;
  const [first, now] = [days[0], days.at(-1)];
  if (!first || !now || goal === 0) return null;
  const last = lastDay(trend, now.day);
  const cohort = { ...within, cohort: "must_reach" } as const;
  const lines: (ChartLine | null)[] = [
    needed && {
      key: "needed",
      look: "needed",
      label: t("lineNeeded", { people: goal }),
      points: [
        { day: needed.from, value: needed.answered },
        { day: until, value: goal },
      ],
    },
    expectedLine(trend, now.day, last, t("lineExpected")),
    {
      key: "met",
      look: "half",
      label: t("lineMet", { people: now.met }),
      points: days.map(({ day, met }) => ({ day, value: met })),
    },
    {
      key: "answered",
      look: "done",
      label: t("lineAnswered", { people: answered }),
      points: days.flatMap(({ day, answered }) =>
        answered === null ? [] : [{ day, value: answered }],
      ),
    },
  ];
  return (
    <LineChart
      height={height}
      label={t("picture", {
        from: formatThaiDateShort(first.day),
        today: formatThaiDateShort(now.day),
        until: formatThaiDateShort(until),
        answered,
        goal,
      })}
      days={[first.day, last]}
      max={goal}
      lines={lines.filter((line) => line !== null)}
      marks={[
        {
          day: now.day,
          value: answered,
          label: t("markAnswered", { people: answered }),
          href: holdersHref({ ...cohort, block: "answered" }),
        },
      ]}
      ticks={ticksOf(first.day, last, until)}
    />
  );
}

function lastDay({ until, end }: Trend, today: IsoDate): IsoDate {
  const expected = "day" in end && end.day <= addDays(until, daysBeyond) ? end.day : until;
  return [until, expected, today].sort().at(-1) ?? until;
}

/** From this moment to the expected end, or as far as the picture reaches. */
function expectedLine(
  { end, answered, goal, recentPerDay }: Trend,
  today: IsoDate,
  last: IsoDate,
  label: string,
): ChartLine | null {
  if (!("day" in end) || recentPerDay === null) return null;
  const whole = Date.parse(end.day) - Date.parse(today);
  const drawn = Date.parse(last) - Date.parse(today);
  const reached = end.day <= last ? goal : answered + ((goal - answered) * drawn) / whole;
  return {
    key: "expected",
    look: "expected",
    label,
    points: [
      { day: today, value: answered },
      { day: end.day <= last ? end.day : last, value: reached },
    ],
  };
}

/** The first of each month, and the deadline in place of one that would touch it. */
function ticksOf(first: IsoDate, last: IsoDate, until: IsoDate) {
  const months: IsoDate[] = [];
  for (let month = addMonths(monthOf(first), 1); `${month}-01` < last; month = addMonths(month, 1))
    months.push(`${month}-01`);
  const near = (Date.parse(last) - Date.parse(first)) / 8;
  const kept = months.filter((day) => Math.abs(Date.parse(day) - Date.parse(until)) > near);
  return [...kept, until].map((day) => ({ day, label: formatThaiDay(day) }));
}
