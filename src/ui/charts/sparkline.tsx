import { scaleLinear, scaleUtc } from "@visx/scale";
import { LinePath } from "@visx/shape";
import { tenths, timeOf } from "./places";

type Point = { day: string; value: number };
type Props = {
  /** The picture in one sentence, for who does not see it. */
  label: string;
  days: readonly [string, string];
  max: number;
  line: readonly Point[];
  /** The line that is needed; null: none is left. */
  needed: readonly Point[] | null;
};

/** A small picture beside many like it: a line and the line that is needed. Its words stand beside it. */
export function Sparkline({ label, days, max, line, needed }: Props) {
  const x = scaleUtc({ domain: [timeOf(days[0]), timeOf(days[1])], range: [0, 100] });
  const y = scaleLinear({ domain: [0, max], range: [100, 0] });
  const drawn = (points: readonly Point[], look: string, dash?: string) => (
    <LinePath
      data={[...points]}
      x={({ day }) => tenths(x(timeOf(day)))}
      y={({ value }) => tenths(y(value))}
      className={look}
      strokeDasharray={dash}
      vectorEffect="non-scaling-stroke"
    />
  );
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      className="h-16 w-full overflow-visible border-b border-edge"
    >
      {needed && drawn(needed, "stroke-indigo stroke-1", "4 4")}
      {drawn(line, "stroke-leaf stroke-2")}
    </svg>
  );
}
