import { reachOf } from "@/domain/policy";
import { lacksOf, type Preparation } from "@/domain/readiness";
import { listAnnouncements } from "@/server/announcements/queries";
import { programmeDate, toDateColumn } from "@/server/clock";
import type { Scoped } from "@/server/scope";
import { listTeams } from "@/server/teams/queries";

/** Which districts of the province are ready and what each lacks, the one that lacks most first. */
export async function listReadiness(scope: Scoped) {
  if (reachOf(scope.actor, "province.view") !== "province") return [];
  const { tx, actor } = scope;
  const today = await programmeDate(tx);
  const teams = await listTeams(scope);
  const { issued } = await listAnnouncements(scope);
  const here = { provinceCode: actor.provinceCode ?? "" };
  const day = toDateColumn(today);
  const places = await tx.place.findMany({
    where: here,
    select: { id: true, districtCode: true },
  });
  const duties = await tx.receivingDuty.findMany({ where: here, select: { placeId: true } });
  const staffed = new Set(duties.map(({ placeId }) => placeId));
  const codes = await tx.accountOfficerCode.findMany({
    where: { ...here, OR: [{ endsOn: null }, { endsOn: { gte: day } }] },
    select: { districtCode: true },
  });
  const plans = await tx.outreachPlan.findMany({ where: here, select: { districtCode: true } });
  const briefings = await tx.briefing.findMany({
    where: { ...here, meetOn: { lte: day } },
    select: { districtCode: true },
  });
  const rows = teams.map(({ code, name, current, pending }) => {
    const mine = ({ districtCode }: { districtCode: string }) => districtCode === code;
    const unread = issued.filter(({ districts }) =>
      districts.some((district) => mine(district) && !district.acknowledgedOn),
    );
    const own = places.filter(mine);
    const there: Preparation = {
      hasTeam: current !== null,
      plans: plans.filter(mine).length,
      briefingsHeld: briefings.filter(mine).length,
      places: own.length,
      placesWithoutOfficer: own.filter(({ id }) => !staffed.has(id)).length,
      codes: codes.filter(mine).length,
      unreadGuidelines: unread.length,
    };
    return {
      code,
      name,
      there,
      teamPending: pending !== null,
      unreadId: unread[0]?.id ?? null,
      lacks: lacksOf(there),
    };
  });
  return rows.sort((a, b) => b.lacks.length - a.lacks.length || (a.code < b.code ? -1 : 1));
}
export type ReadinessRow = Awaited<ReturnType<typeof listReadiness>>[number];
