import { scaleLinear, scaleUtc } from "@visx/scale";
import { LinePath } from "@visx/shape";
import { tenths, timeOf } from "./places";

/** Dates as YYYY-MM-DD. */
type Point = { day: string; value: number };

export type ChartLine = {
  key: string;
  /** Where the line ends, in a few words: they stand beside its last point. */
  label: string;
  /** Solid for what is known, dashed for what is expected or asked for. */
  look: "done" | "half" | "needed" | "expected";
  points: readonly Point[];
  labelSide?: "before" | "after";
};

/** A point that opens the list that it counts. */
export type ChartMark = Point & { label: string; href: string };

type Props = {
  /** The picture in one sentence, for who does not see it. */
  label: string;
  /** The first and the last day of the picture. */
  days: readonly [string, string];
  max: number;
  lines: readonly ChartLine[];
  marks?: readonly ChartMark[];
  /** Days written below the picture, each with a thin line. */
  ticks: readonly { day: string; label: string }[];
  /** Its height as a class: a number of steps, or that of what stands beside it. */
  height?: string;
};

// In grey the lines differ by weight and dashes.
const looks: Record<
  ChartLine["look"],
  { line: string; words: string; dash?: string; width: number }
> = {
  done: { line: "stroke-leaf", words: "fill-leaf font-semibold", width: 3 },
  half: { line: "stroke-edge", words: "fill-soft", width: 2 },
  needed: { line: "stroke-indigo", words: "fill-indigo", width: 2, dash: "6 5" },
  expected: { line: "stroke-leaf", words: "fill-leaf", width: 2, dash: "2 5" },
};

/**
 * Lines over days, drawn by the server. Paths lie in a box that stretches with the page, words and points beside it, so that the
 * words keep their size on a telephone.
 */
export function LineChart({
  label,
  days,
  max,
  lines,
  marks = [],
  ticks,
  height = "h-64 sm:h-72",
}: Props) {
  const x = scaleUtc({ domain: [timeOf(days[0]), timeOf(days[1])], range: [0, 100] });
  const y = scaleLinear({ domain: [0, max], range: [100, 0], nice: true });
  const at = ({ day, value }: Point) => ({ x: tenths(x(timeOf(day))), y: tenths(y(value)) });
  const levels = y.ticks(4).filter((level) => level > 0);
  return (
    <svg
      // A picture with links in it is a group: the links are found.
      role={marks.length > 0 ? "group" : "img"}
      aria-label={label}
      className={`w-full overflow-visible pt-5 pb-7 ${height}`}
    >
      {levels.map((level) => (
        <g key={level} aria-hidden>
          <line className="stroke-line" x1="0" x2="100%" y1={`${y(level)}%`} y2={`${y(level)}%`} />
          <text className="figures fill-soft text-sm" x="0" y={`${y(level)}%`} dy="-4">
            {level.toLocaleString("en-US")}
          </text>
        </g>
      ))}
      <line className="stroke-edge" x1="0" x2="100%" y1="100%" y2="100%" />
      {ticks.map(({ day, label }) => {
        const left = x(timeOf(day));
        return (
          <g key={day} aria-hidden>
            <line className="stroke-edge" x1={`${left}%`} x2={`${left}%`} y1="100%" y2="98%" />
            <text
              className="fill-soft text-sm"
              x={`${left}%`}
              y="100%"
              dy="20"
              textAnchor={anchorAt(left)}
            >
              {label}
            </text>
          </g>
        );
      })}
      <svg
        aria-hidden
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        className="overflow-visible"
      >
        {lines.map(({ key, look, points }) => (
          <LinePath
            key={key}
            data={[...points]}
            x={(point) => at(point).x}
            y={(point) => at(point).y}
            className={looks[look].line}
            strokeWidth={looks[look].width}
            strokeDasharray={looks[look].dash}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      {lines.map(({ key, label, look, points, labelSide = "before" }) => {
        const last = points.at(-1);
        if (!last) return null;
        const { x: left, y: top } = at(last);
        return (
          <text
            key={key}
            className={`stroke-card text-sm ${looks[look].words}`}
            strokeWidth="5"
            paintOrder="stroke"
            x={`${left}%`}
            y={`${top}%`}
            dx={labelSide === "before" ? 0 : 10}
            dy={labelSide === "before" ? -10 : 5}
            textAnchor={labelSide === "before" ? anchorAt(left) : "start"}
          >
            {label}
          </text>
        );
      })}
      {marks.map((mark) => {
        const { x: left, y: top } = at(mark);
        return (
          <a key={mark.label} href={mark.href} aria-label={mark.label}>
            <circle
              className="fill-white stroke-leaf"
              strokeWidth="3"
              cx={`${left}%`}
              cy={`${top}%`}
              r="6"
            />
            <circle className="fill-transparent" cx={`${left}%`} cy={`${top}%`} r="24" />
          </a>
        );
      })}
    </svg>
  );
}

/** Words near the edges of a picture stay inside it. */
function anchorAt(percent: number) {
  if (percent < 15) return "start";
  return percent > 85 ? "end" : "middle";
}
