import { addDays, addMonths, monthOf } from "@/domain/calendar";
import type { PackContents } from "@/domain/pack";
import { formatThaiDay } from "@/domain/thai-dates";
import { say } from "@/i18n/words";
import { type Piece, thaiPieces } from "./thai-breaks";

/** A place in a picture: parts of its width and height, from its lower left corner. */
type Place = readonly [number, number];
type Line = {
  look: "answered" | "met" | "needed";
  words: Piece[];
  points: Place[];
  /** Its words stand above its end and end there; else to the right of it. */
  before: boolean;
  /** How far the words are moved down, in mm, so that two of them do not touch. */
  shift: number;
};

/** The picture of how ทุกคน goes on, as places: the same lines as the page draws. */
export function trendPicture({ trend, day: today }: PackContents) {
  const { days, goal, answered, until, needed } = trend;
  const first = days[0]?.day ?? today;
  const last = [until, today].sort().at(-1) ?? until;
  const x = (day: string) =>
    partOf(Date.parse(day) - Date.parse(first), Date.parse(last) - Date.parse(first));
  const at = (day: string, value: number): Place => [x(day), partOf(value, goal)];
  const now = days.at(-1);
  const known = days.flatMap((each) =>
    each.answered === null ? [] : [at(each.day, each.answered)],
  );
  // Two ends closer than a line of words apart.
  const close = now ? partOf(now.met - answered, goal) < 0.07 : false;
  const lines: Line[] = [
    {
      look: "met",
      words: thaiPieces(say("figures.lineMet", { people: now?.met ?? 0 })),
      points: days.map((each) => at(each.day, each.met)),
      ...{ before: false, shift: close ? -2.6 : 0 },
    },
    {
      look: "answered",
      words: thaiPieces(say("figures.lineAnswered", { people: answered })),
      points: known,
      ...{ before: false, shift: close ? 2.6 : 0 },
    },
  ];
  if (needed && needed.from < until)
    lines.unshift({
      look: "needed",
      words: thaiPieces(say("figures.lineNeeded", { people: goal })),
      points: [at(needed.from, needed.answered), at(until, goal)],
      ...{ before: true, shift: 0 },
    });
  return {
    kind: "lines" as const,
    lines: lines.filter(({ points }) => points.length > 0),
    levels: levelsOf(goal),
    ticks: ticksOf(first, last, until).map((day) => ({ at: x(day), words: formatThaiDay(day) })),
  };
}

const partOf = (part: number, whole: number) =>
  whole <= 0 ? 0 : Math.min(1, Math.max(0, part / whole));

/** Half and all. */
const levelsOf = (goal: number) =>
  [Math.round(goal / 2), goal].map((value) => ({
    at: partOf(value, goal),
    words: value.toLocaleString("en-US"),
  }));

/** The first of each month and the deadline; a month that would touch it gives way. */
function ticksOf(first: string, last: string, until: string): string[] {
  const near = (Date.parse(last) - Date.parse(first)) / 9;
  const months: string[] = [];
  for (let month = monthOf(addDays(first, 1)); `${month}-01` < last; month = addMonths(month, 1))
    if (`${month}-01` > first) months.push(`${month}-01`);
  return [...months.filter((day) => Math.abs(Date.parse(day) - Date.parse(until)) > near), until];
}
