import { z } from "zod";
import {
  addDays,
  addMonths,
  daysInMonth,
  type IsoDate,
  isIsoDate,
  monthOf,
  partsOf,
  workingDays,
} from "@/domain/calendar";

/** The files of a pack: the workbook, the same as pages, and one page for the governor. */
export const packFiles = ["xlsx", "pdf", "brief"] as const;
export type PackFile = (typeof packFiles)[number];

/** Of what a pack is: of this moment, of a day whose numbers of 16:30 are kept, or of a round of follow-up as it stands now. */
export const packKinds = ["now", "day", "round"] as const;
export type PackKind = (typeof packKinds)[number];

/** What a form says of it: `now`, a day, or the id of a round. */
export const packPeriod = z.string({ error: "choose" }).min(1, "choose").max(40, "choose");

/** What that means; a round is not looked up here. */
export function readPackPeriod(text: string): { kind: PackKind; day?: IsoDate; round?: string } {
  if (text === "now") return { kind: "now" };
  return isIsoDate(text) ? { kind: "day", day: text } : { kind: "round", round: text };
}

/** What is kept of a pack's order: the job's input. */
export const packJob = z.object({ packId: z.uuid() });

/**
 * The day that stands beside a pack's: the last one with numbers up to a month before, as one monthly meeting follows another; before
 * a month has passed the first day that has numbers. Null where nothing earlier is known.
 * @param days those with numbers, the oldest first
 */
export function dayBeside(days: readonly IsoDate[], day: IsoDate): IsoDate | null {
  const earlier = days.filter((each) => each < day);
  const month = addMonths(monthOf(day), -1);
  const monthAgo = [`${month}${day.slice(7)}`, addDays(`${monthOf(day)}-01`, -1)].sort()[0] ?? day;
  return earlier.findLast((each) => each <= monthAgo) ?? earlier[0] ?? null;
}

/** The next meeting after a day: on that day of the month, or on the last one of a month that is shorter. */
export function meetingAfter(day: IsoDate, dayOfMonth: number): IsoDate {
  const held = (month: string) => {
    const { year, month: number } = partsOf(`${month}-01`);
    const on = Math.min(dayOfMonth, daysInMonth(year, number));
    return `${month}-${String(on).padStart(2, "0")}`;
  };
  const month = monthOf(day);
  return held(month) > day ? held(month) : held(addMonths(month, 1));
}

/** Whether no working day lies between a day and a meeting: its papers are made on this day. */
export const isEveOf = (day: IsoDate, meeting: IsoDate, holidays: readonly IsoDate[]) =>
  workingDays(addDays(day, 1), addDays(meeting, -1), holidays).length === 0;

const whole = z.int();
/** ทุกคน of an area in four blocks. */
const blocks = z.object({
  total: whole,
  answered: whole,
  metWaiting: whole,
  toMeet: whole,
  released: whole,
});
export type PackBlocks = z.infer<typeof blocks>;

/** `domain/figures/trend.ts`: when the last will have answered. */
const end = z.object({
  says: z.enum([
    "done",
    "not_begun",
    "unknown",
    "standstill",
    "never",
    "on_time",
    "late",
    // After the last day of the home visits.
    "over",
  ]),
  day: z.string().nullable(),
});

const speed = z.object({
  recentPerDay: z.number().nullable(),
  neededPerDay: whole.nullable(),
  end,
});

/** Of one area; null: not known of that day, which is never 0. */
const areaLine = z.object({
  code: z.string(),
  name: z.string(),
  now: blocks.nullable(),
  before: blocks.nullable(),
  speed: speed.nullable(),
});
export type PackArea = z.infer<typeof areaLine>;

const states = z.object({
  sent: whole,
  accepted: whole,
  waiting_list: whole,
  in_progress: whole,
  completed: whole,
  refused: whole,
  withdrawn: whole,
});

const project = z.object({
  code: z.string(),
  name: z.string(),
  chosen: whole,
  sent: whole,
  states,
  days: z.object({ median: z.number(), people: whole }).nullable(),
  places: z.object({ places: whole, taken: whole }).nullable(),
});

const money = z.object({
  month: z.string(),
  until: z.string(),
  rates: z.array(z.object({ rate: whole, people: whole })),
  people: whole,
  monthBaht: whole,
  totalBaht: whole,
  /** If everybody who may still say yes says it: people and baht, and until which day that brings as many months. */
  forecast: z.object({ people: whole, baht: whole, until: z.string() }).nullable(),
  /** Of a province its districts; a district has no parts. */
  parts: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      people: whole,
      monthBaht: whole,
      totalBaht: whole,
    }),
  ),
});

/** What a round of follow-up came to, and the results of all contacts so far. */
const round = z.object({ asked: whole, done: whole, open: whole });
const followUp = z.object({
  /** The round of the pack, and the one before it beside it. */
  names: z.object({ now: z.string(), before: z.string().nullable() }),
  days: z.object({ from: z.string(), until: z.string() }),
  areas: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      now: round,
      before: round.nullable(),
    }),
  ),
  whole: z.object({ now: round, before: round.nullable() }),
  people: whole,
  contacts: whole,
  /** People by the number of their contacts: none, one, two, three and more. */
  dose: z.array(z.object({ contacts: whole, people: whole })),
  income: z.object({ people: whole, before: whole, now: whole, up: whole }).nullable(),
  jobs: whole,
  loans: whole,
  loanBaht: whole,
  trained: whole,
  trainingHours: whole,
  projects: whole,
  takenUp: whole,
});

/**
 * Everything that the files of a pack say, read once in one snapshot of the database and kept: the files can be made again from it, the
 * same byte for byte. Null is what that day has no numbers of. Nobody is named in it, and no account officer is counted.
 */
export const packContents = z.object({
  version: z.literal(1),
  kind: z.enum(packKinds),
  provinceCode: z.string(),
  districtCode: z.string().nullable(),
  /** The names without อำเภอ and จังหวัด. */
  province: z.string(),
  district: z.string().nullable(),
  day: z.string(),
  /** The hour of the numbers: 16.30 of a day, else that of the reading. */
  time: z.string(),
  round: z.string().nullable(),
  /** The day that stands beside. */
  before: z.string().nullable(),
  madeBy: z.object({ name: z.string(), position: z.string() }).nullable(),
  /** The meeting for which it was made by itself. */
  meetingOn: z.string().nullable(),
  fieldwork: z.object({ from: z.string(), until: z.string() }),
  whole: areaLine,
  /** Of ทุกคน at that time: interviewed and ประสงค์; away of those to be met. */
  interviewed: whole.nullable(),
  away: whole.nullable(),
  interviewedBefore: whole.nullable(),
  awayBefore: whole.nullable(),
  /** Districts of a province; empty of a district. */
  districts: z.array(areaLine),
  /** All subdistricts of the area, in the order of their districts. */
  subdistricts: z.array(areaLine.extend({ district: z.string() })),
  trend: z.object({
    days: z.array(
      z.object({ day: z.string(), answered: whole.nullable(), met: whole, goal: whole }),
    ),
    goal: whole,
    answered: whole,
    until: z.string(),
    needed: z.object({ from: z.string(), answered: whole }).nullable(),
  }),
  /** Areas to be helped first, furthest behind first. */
  behind: z.array(z.object({ name: z.string(), people: whole, of: whole })),
  projects: z.array(project).nullable(),
  agencies: z
    .array(
      z.object({
        agency: z.string(),
        ages: z.object({ to_7: whole, to_14: whole, to_30: whole, over_30: whole }),
      }),
    )
    .nullable(),
  money: money.nullable(),
  followUp: followUp.nullable(),
  /** The most pressing of what waited for whoever made it, in words and as a number. */
  matters: z.array(z.object({ words: z.string(), count: whole, late: z.boolean() })).nullable(),
});
export type PackContents = z.infer<typeof packContents>;

/** Who has to answer: all without those who have left. */
export const goalOf = ({ total, released }: PackBlocks) => total - released;
