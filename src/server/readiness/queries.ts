import { reachOf } from "@/domain/policy";
import { type Preparation, readinessOn } from "@/domain/readiness";
import { rulesOn } from "@/domain/rules/sets";
import { listAnnouncements } from "@/server/announcements/queries";
import { programmeDate, toDateColumn } from "@/server/clock";
import type { Scoped } from "@/server/scope";
import { homeVisits } from "@/server/settings/queries";
import { listTeams } from "@/server/teams/queries";

/** What each district lacks today, the one that lacks most first, and what it lacked when that was still needed. */
export async function listReadiness(scope: Scoped) {
  if (reachOf(scope.actor, "province.prepare") !== "province") return [];
  const { tx, actor } = scope;
  const today = await programmeDate(tx);
  const windows = {
    walkIn: rulesOn(scope.ruleSets, today).walkIn.value,
    homeVisits: await homeVisits(scope, today),
  };
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
      ...readinessOn(today, windows, there),
    };
  });
  return rows.sort((a, b) => b.now.length - a.now.length || (a.code < b.code ? -1 : 1));
}
export type ReadinessRow = Awaited<ReturnType<typeof listReadiness>>[number];
