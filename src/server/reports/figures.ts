import { sumCoverage } from "@/domain/caseload";
import { sumFollowUps } from "@/domain/follow-up";
import { figuresOfFollowUp, type ReportFigures, type ReportLevel } from "@/domain/report";
import { rulesOn } from "@/domain/rules/sets";
import { countHolders } from "@/server/caseload/holders";
import { mustReach } from "@/server/caseload/queries";
import { systemTime } from "@/server/clock";
import { listFollowUpsByOfficer, listFollowUpTally } from "@/server/follow-ups/queries";
import type { Prisma } from "@/server/generated/prisma/client";
import { countMinistry } from "@/server/ministry/counts";
import { countOpenRegistrations } from "@/server/registrations/queries";
import type { Scoped } from "@/server/scope";

/** The level and area of a report. */
export type ReportOf = {
  level: ReportLevel;
  provinceCode: string;
  districtCode: string | null;
  period: string;
};

/** The numbers of a report at this moment: what its annex keeps. */
export async function figuresNow(
  scope: Scoped,
  of: ReportOf,
  today: string,
): Promise<ReportFigures> {
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
  const counts = await countMinistry(scope, "districtCode");
  const reported = { unreported: 0, reported: 0, bounced: 0 };
  for (const [district, count] of counts)
    if (!districtCode || district === districtCode)
      for (const state of ["unreported", "reported", "bounced"] as const)
        reported[state] += count[state];
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
    ...figuresOfFollowUp(sumFollowUps(rows, rulesOn(ruleSets, today).followUpRounds.value)),
    ministry: reported,
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
