import { z } from "zod";
import { addMonths, type IsoMonth, isIsoMonth } from "@/domain/calendar";
import { optionalNumberOfPaper, requiredText } from "@/domain/fields";
import type { FollowUpSum } from "@/domain/follow-up";
import { packContents } from "@/domain/pack";
import type { Role } from "@/domain/policy";

/** Who reports: an account officer, a district, a province; each to the next above. */
export const reportLevels = ["officer", "district", "province"] as const;
export type ReportLevel = (typeof reportLevels)[number];

/**
 * An account officer's report is submitted as it is made; a district's and a province's are drafts first. The
 * sub-committee above the province reads letters: its reports are signed and sent on.
 */
export const reportStatuses = [
  "draft",
  "submitted",
  "acknowledged",
  "returned",
  "signed",
  "sent",
] as const;
export type ReportStatus = (typeof reportStatuses)[number];

const nextStatuses: Record<ReportLevel, Partial<Record<ReportStatus, readonly ReportStatus[]>>> = {
  officer: { submitted: ["acknowledged", "returned"] },
  district: { draft: ["submitted"], submitted: ["acknowledged", "returned"] },
  province: { draft: ["signed"], signed: ["sent"] },
};

/** What may become of a report; nothing of one that has arrived. */
export function nextReportStatuses(
  level: ReportLevel,
  status: ReportStatus,
): readonly ReportStatus[] {
  return nextStatuses[level][status] ?? [];
}

/** The level at which a role reports; undefined where it does not. */
export function reportLevelOf(role: Role): ReportLevel | undefined {
  switch (role) {
    case "account_officer":
      return "officer";
    case "district_chief":
    case "district_secretary":
      return "district";
    case "governor":
    case "provincial_officer":
      return "province";
    default:
      return undefined;
  }
}

/** Whose reports a role receives. */
export function receivedLevelOf(role: Role): ReportLevel | undefined {
  const own = reportLevelOf(role);
  return own === "district" ? "officer" : own === "province" ? "district" : undefined;
}

export const reportMonth = z.string({ error: "choose" }).refine(isIsoMonth, "choose");
export const reportNote = requiredText(1000);
export const letterNumber = optionalNumberOfPaper(60);

/** ทุกคน in four blocks; in the reports of before in three, with `met` for the first two. */
const coverage = z.union([
  z.object({
    total: z.int(),
    answered: z.int(),
    /** Of those who answered: interviewed, and ประสงค์. */
    interviewed: z.int(),
    metWaiting: z.int(),
    toMeet: z.int(),
    away: z.int(),
    released: z.int(),
  }),
  z.object({ total: z.int(), met: z.int(), toMeet: z.int(), released: z.int() }),
]);
/** Reports of those below for the same month, and how many there should be. */
const below = z.object({ expected: z.int(), received: z.int() });

/** The work of a month that can be counted on any later day, since each record has the day it was done on. */
const worked = z.object({ interviews: z.int(), contacts: z.int() });
export type Worked = z.infer<typeof worked>;

/**
 * The annex of a month that had ended when its report was prepared: what was kept at its end, and the work of that month.
 * Null: nothing was kept.
 */
const figuresAtEnd = z.object({
  kept: z.literal("month_end"),
  asOf: z.string(),
  time: z.string(),
  coverage: coverage.nullable(),
  /** Reports of before do not have it. */
  worked: worked.optional(),
  /** Of a district or a province: the tables of its annex. Reports of before do not have it. */
  pack: packContents.optional(),
  below,
});
export type FiguresAtEnd = z.infer<typeof figuresAtEnd>;

/** What is due by the rules to the people of the report: ตามสิทธิที่คำนวณได้, never what was paid. */
const due = z.object({
  month: z.string(),
  until: z.string(),
  rates: z.array(z.object({ rate: z.int(), people: z.int() })),
  monthBaht: z.int(),
  totalBaht: z.int(),
});

/** The numbers of a report of the running month as they were that moment: its annex. */
const figuresNow = z.object({
  asOf: z.string(),
  time: z.string(),
  coverage,
  /** Beside ทุกคน: registered and not confirmed yet. Reports of before do not have it. */
  awaiting: z.int().optional(),
  /** Reports of before do not have it. */
  due: due.optional(),
  people: z.int(),
  contacts: z.int(),
  dose: z.object({ 0: z.int(), 1: z.int(), 2: z.int(), 3: z.int() }),
  /** By the round's id. */
  rounds: z.record(z.string(), z.object({ asked: z.int(), done: z.int(), open: z.int() })),
  /** The means are null where nobody told both; reports of before have 0 for it. */
  income: z.object({
    people: z.int(),
    before: z.int().nullable(),
    now: z.int().nullable(),
    up: z.int(),
  }),
  jobs: z.int(),
  loans: z.int(),
  loanBaht: z.int(),
  trained: z.int(),
  trainingHours: z.int(),
  projects: z.int(),
  takenUp: z.int(),
  takers: z.int(),
  ministry: z.object({ unreported: z.int(), reported: z.int(), bounced: z.int() }),
  /** ทุกคน by subdistrict or district; the report of an account officer and those of before do not have it. */
  areas: z
    .array(
      z.object({
        name: z.string(),
        total: z.int(),
        answered: z.int(),
        metWaiting: z.int(),
        toMeet: z.int(),
        released: z.int(),
      }),
    )
    .optional(),
  /** Of a district or a province: the tables of its annex. Reports of before do not have it. */
  pack: packContents.optional(),
  below,
});
export type FiguresNow = z.infer<typeof figuresNow>;

export const reportFigures = z.union([figuresAtEnd, figuresNow]);
export type ReportFigures = z.infer<typeof reportFigures>;

/** The follow-up's part of the figures. */
export function figuresOfFollowUp(sum: FollowUpSum) {
  const mean = (total: number) =>
    sum.incomePeople === 0 ? null : Math.round(total / sum.incomePeople);
  const { people, contacts, dose, jobs, loans, loanBaht } = sum;
  const rounds = Object.fromEntries(
    sum.rounds.map(({ id, asked, done, open }) => [id, { asked, done, open }]),
  );
  const { trained, trainingHours, projects, takenUp, takers } = sum;
  return {
    ...{ people, contacts, dose, rounds, jobs, loans, loanBaht },
    ...{ trained, trainingHours, projects, takenUp, takers },
    income: {
      people: sum.incomePeople,
      before: mean(sum.incomeThen),
      now: mean(sum.incomeNow),
      up: sum.incomeUp,
    },
  };
}

/** How many months a list of months goes back. */
const monthsBack = 23;

/** The months one may report for: all of the measure up to this one (of two years), the newest first. */
export function reportMonths(thisMonth: IsoMonth, first: IsoMonth): IsoMonth[] {
  const all = Array.from({ length: monthsBack + 1 }, (_, months) => addMonths(thisMonth, -months));
  return all.filter((month) => month >= first);
}

/** Whether a report is with the next above, or on its way: a draft and a returned one are not. */
export const isReported = (status: ReportStatus) => status !== "draft" && status !== "returned";

/** The months that have ended without a report of one's own, the oldest first. */
export function monthsUnreported(
  months: readonly IsoMonth[],
  thisMonth: IsoMonth,
  own: readonly { period: IsoMonth; status: ReportStatus }[],
): IsoMonth[] {
  const done = new Set(own.flatMap(({ period, status }) => (isReported(status) ? period : [])));
  return months.filter((month) => month < thisMonth && !done.has(month)).sort();
}
