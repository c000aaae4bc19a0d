import { z } from "zod";
import { addDays, monthAfter, monthOf } from "@/domain/calendar";
import { sumCoverage } from "@/domain/caseload";
import { snapshotTime } from "@/domain/daily";
import { sumFollowUps } from "@/domain/follow-up";
import { inTheMinistry } from "@/domain/ministry";
import {
  type FiguresAtEnd,
  type FiguresNow,
  figuresOfFollowUp,
  type ReportFigures,
  type ReportLevel,
  type Worked,
} from "@/domain/report";
import { rulesOn } from "@/domain/rules/sets";
import { countHolders } from "@/server/caseload/holders";
import { mustReach } from "@/server/caseload/queries";
import { fromDateColumn, systemTime, toDateColumn } from "@/server/clock";
import { sumsNow } from "@/server/entitlements/sums";
import { listFollowUpsByOfficer, listFollowUpTally } from "@/server/follow-ups/queries";
import type { DaySnapshot, Prisma } from "@/server/generated/prisma/client";
import { countMinistry } from "@/server/ministry/counts";
import { countOpenRegistrations } from "@/server/registrations/queries";
import type { Scoped } from "@/server/scope";
import { areasNow } from "./areas";

/** The level and area of a report. */
export type ReportOf = {
  level: ReportLevel;
  provinceCode: string;
  districtCode: string | null;
  period: string;
};

/** The numbers of a report: of the running month at this moment, of one that has ended as they were kept at its end. */
export async function figuresFor(
  scope: Scoped,
  of: ReportOf,
  today: string,
): Promise<ReportFigures> {
  return of.period < monthOf(today) ? figuresAtEnd(scope, of) : figuresNow(scope, of, today);
}

/**
 * What the last numbers of 16:30 in the month have, and the work that is dated in it. The numbers are kept by district, so an
 * account officer's are not known.
 */
async function figuresAtEnd(scope: Scoped, of: ReportOf): Promise<FiguresAtEnd> {
  const { level, provinceCode, districtCode, period } = of;
  const area = districtCode ? { districtCode } : { provinceCode };
  const [from, until] = [`${period}-01`, addDays(`${monthAfter(period)}-01`, -1)];
  const rows =
    level === "officer"
      ? []
      : await scope.tx.daySnapshot.findMany({
          where: { ...area, takenFor: { gte: toDateColumn(from), lte: toDateColumn(until) } },
          orderBy: { takenFor: "desc" },
        });
  const last = rows[0]?.takenFor.getTime();
  const atEnd = rows.filter(({ takenFor }) => takenFor.getTime() === last);
  // A sum of districts is not known where one of them is not.
  const districts = new Set(rows.map((row) => row.districtCode));
  return {
    kept: "month_end",
    asOf: rows[0] ? fromDateColumn(rows[0].takenFor) : until,
    time: snapshotTime,
    coverage: atEnd.length > 0 && atEnd.length === districts.size ? coverageKept(atEnd) : null,
    worked: await workedIn(scope, of, { gte: toDateColumn(from), lte: toDateColumn(until) }),
    below: await countBelow(scope, of),
  };
}

/** Interviews and contacts by the day they were on; an account officer's own, of the people still in their care. */
async function workedIn(
  { tx, actor }: Scoped,
  { level, provinceCode, districtCode }: ReportOf,
  month: Prisma.DateTimeFilter,
): Promise<Worked> {
  const whose = {
    ...(districtCode ? { districtCode } : { provinceCode }),
    ...(level === "officer" && { recordedById: actor.id }),
  };
  return {
    interviews: await tx.assessment.count({
      where: { ...whose, counts: true, interviewedOn: month },
    }),
    // A contact that was corrected is the same contact.
    contacts: await tx.contact.count({
      where: { ...whose, correction: null, contactedOn: month },
    }),
  };
}

type Kept = Pick<
  DaySnapshot,
  "total" | "met" | "answered" | "metWaiting" | "away" | "toMeet" | "released" | "states"
>;

/** Of the states that a day keeps, the one that the blocks do not have. A state that nobody is in is not kept. */
const keptStates = z.object({ interviewed: z.int().default(0) });

/** The sum of kept days; in three blocks where one of them was kept so. */
export function coverageKept(days: readonly Kept[]): FiguresAtEnd["coverage"] {
  const sum = (of: (day: Kept) => number) => days.reduce((all, day) => all + of(day), 0);
  const all = {
    total: sum(({ total }) => total),
    toMeet: sum(({ toMeet }) => toMeet),
    released: sum(({ released }) => released),
  };
  if (days.some(({ answered, metWaiting }) => answered === null || metWaiting === null))
    return { ...all, met: sum(({ met }) => met) };
  return {
    ...all,
    answered: sum(({ answered }) => answered ?? 0),
    interviewed: sum(({ states }) => keptStates.parse(states).interviewed),
    metWaiting: sum(({ metWaiting }) => metWaiting ?? 0),
    away: sum(({ away }) => away ?? 0),
  };
}

/** The numbers at this moment: what the annex of the running month keeps. */
export async function figuresNow(scope: Scoped, of: ReportOf, today: string): Promise<FiguresNow> {
  const { tx, actor, ruleSets } = scope;
  const { level, provinceCode, districtCode } = of;
  const area = districtCode ? { districtCode } : { provinceCode };
  const people = await tx.holderTally.groupBy({
    by: ["state"],
    where: {
      AND: [area, mustReach, level === "officer" ? { accountOfficerId: actor.id } : {}],
    },
    _sum: { people: true },
  });
  const { total, blocks, states } = sumCoverage(
    people.map(({ state, _sum }) => ({
      state,
      people: _sum.people ?? 0,
    })),
  );
  const rows =
    level === "officer"
      ? await listFollowUpsByOfficer(scope, { district: districtCode, officer: actor.id })
      : await listFollowUpTally(scope, area);
  const counts = await countMinistry(scope);
  const reported = { unreported: 0, reported: 0, bounced: 0 };
  for (const [district, count] of counts)
    if (!districtCode || district === districtCode) {
      reported.unreported += count.unreported;
      reported.bounced += count.bounced;
      for (const state of inTheMinistry) reported.reported += count[state];
    }
  return {
    asOf: today,
    time: systemTime(),
    coverage: {
      total,
      answered: blocks.answered,
      interviewed: states.interviewed,
      metWaiting: blocks.met_waiting,
      toMeet: blocks.to_meet,
      away: states.away,
      released: blocks.released,
    },
    awaiting:
      level === "officer"
        ? await countHolders(scope, { standing: "awaiting" })
        : await countOpenRegistrations(scope, area),
    due: await sumsNow(scope, today, districtCode ?? undefined),
    ...figuresOfFollowUp(sumFollowUps(rows, rulesOn(ruleSets, today).followUpRounds.value)),
    ministry: reported,
    ...(level !== "officer" && { areas: await areasNow(scope, of) }),
    below: await countBelow(scope, of),
  };
}

/** Reports of the level below for the same month: how many there are, and how many there should be. */
async function countBelow({ tx }: Scoped, { level, provinceCode, districtCode, period }: ReportOf) {
  if (level === "officer") return { expected: 0, received: 0 };
  const standing = {
    period,
    status: { in: ["submitted", "acknowledged"] },
  } satisfies Prisma.ProgressReportWhereInput;
  if (level === "district" && districtCode) {
    const officers = await tx.accountOfficerCode.findMany({
      where: { districtCode, officer: { status: "active" } },
      select: { officerId: true },
    });
    const received = await tx.progressReport.count({
      where: { ...standing, level: "officer", districtCode },
    });
    return { expected: officers.length, received };
  }
  const expected = await tx.district.count({ where: { provinceCode } });
  const received = await tx.progressReport.count({
    where: { ...standing, level: "district", provinceCode },
  });
  return { expected, received };
}
