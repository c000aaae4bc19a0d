import { can, reachOf } from "@/domain/policy";
import { memberLine, type TeamMembership, teamOn } from "@/domain/team";
import { getAreaNames, listDistrictNames } from "@/server/areas/queries";
import { fromDateColumn, programmeDate, toDateColumn } from "@/server/clock";
import { decidedWords, paperDecisionSelect } from "@/server/delegations/decision";
import type { Prisma } from "@/server/generated/prisma/client";
import { areaFor, type Scoped } from "@/server/scope";

const teamColumns = {
  id: true,
  districtCode: true,
  fromOn: true,
  untilOn: true,
  orderNumber: true,
  orderedOn: true,
  members: {
    select: { seat: true, membership: true, name: true, position: true, agency: true },
    orderBy: { seat: "asc" },
  },
  ...paperDecisionSelect,
} as const;

async function listOrders({ tx }: Scoped, where: Prisma.DistrictTeamWhereInput) {
  const rows = await tx.districtTeam.findMany({
    where,
    select: teamColumns,
    orderBy: [{ fromOn: "desc" }, { preparedAt: "desc" }],
    take: 500,
  });
  return rows.map(({ members, fromOn, untilOn, orderedOn, ...row }) => ({
    ...row,
    ...decidedWords(row),
    decision: row.decision,
    fromOn: fromDateColumn(fromOn),
    untilOn: untilOn && fromDateColumn(untilOn),
    orderedOn: orderedOn && fromDateColumn(orderedOn),
    members,
  }));
}
export type Team = Awaited<ReturnType<typeof listOrders>>[number];

function teamsOf(orders: readonly Team[], today: string) {
  const appointed = orders.filter(({ decision }) => decision === "approved");
  return {
    current: teamOn(appointed, today),
    coming: appointed.filter(({ fromOn }) => fromOn > today),
    pending: orders.find(({ decision }) => decision === "pending") ?? null,
  };
}

/** Every district of the province with the team in force today. */
export async function listTeams(scope: Scoped) {
  const { tx, actor } = scope;
  const provinceCode = actor.provinceCode ?? "";
  if (reachOf(actor, "team.view") !== "province") return [];
  const today = await programmeDate(tx);
  const names = await listDistrictNames(provinceCode, tx);
  const orders = await listOrders(scope, { provinceCode });
  return Object.entries(names).map(([code, name]) => ({
    code,
    name,
    ...teamsOf(
      orders.filter(({ districtCode }) => districtCode === code),
      today,
    ),
  }));
}
export type TeamRow = Awaited<ReturnType<typeof listTeams>>[number];

/**
 * The districts in reach that have no team today, and none that is appointed for a later day; to the province, which must act,
 * without those whose order waits for the governor.
 */
export async function listWithoutTeam(scope: Scoped) {
  const { tx, actor } = scope;
  const area = areaFor(actor, "team.view");
  if (!area || "accountOfficerId" in area) return [];
  const today = toDateColumn(await programmeDate(tx));
  const teams = await tx.districtTeam.findMany({
    where: {
      AND: [
        area,
        {
          OR: [
            { decision: "approved", OR: [{ untilOn: null }, { untilOn: { gte: today } }] },
            ...(reachOf(actor, "team.view") === "province"
              ? [{ decision: "pending" as const }]
              : []),
          ],
        },
      ],
    },
    select: { districtCode: true },
  });
  const has = new Set(teams.map(({ districtCode }) => districtCode));
  const names = Object.entries(await listDistrictNames(actor.provinceCode ?? "", tx));
  return names
    .filter(([code]) => !has.has(code) && (actor.districtCode ?? code) === code)
    .map(([code, name]) => ({ code, name }));
}

/** A district's team: now, to come, waiting, and all earlier ones; null if the district is out of reach. */
export async function getTeam(scope: Scoped, districtCode: string) {
  const { tx, actor } = scope;
  const district = await tx.district.findUnique({ where: { code: districtCode } });
  const subject = { type: "district", id: districtCode, districtCode };
  if (!district || !can(actor, "team.view", { ...subject, provinceCode: district.provinceCode }))
    return null;
  const { provinceCode, name } = district;
  const today = await programmeDate(tx);
  const { province } = await getAreaNames({ provinceCode, districtCode: null }, tx);
  // A district reads only signed orders; drafts belong to the province.
  const drafts =
    reachOf(actor, "team.view") === "province" ? {} : { decision: "approved" as const };
  const orders = await listOrders(scope, { districtCode, ...drafts });
  return {
    today,
    districtCode,
    name,
    province: province ?? provinceCode,
    ...teamsOf(orders, today),
    orders,
  };
}
export type DistrictTeamPage = NonNullable<Awaited<ReturnType<typeof getTeam>>>;

/**
 * The first content of the form of a new order: the team in force; if there is none, the chief, the secretary and the
 * district's officers who have a sign-in.
 */
export async function suggestTeam({ tx }: Scoped, { districtCode, current }: DistrictTeamPage) {
  if (current) {
    const of = (membership: TeamMembership) =>
      current.members.filter((member) => member.membership === membership);
    return {
      chair: of("chair")[0] ?? null,
      secretary: of("secretary")[0] ?? null,
      members: of("member").map(memberLine).join("\n"),
    };
  }
  const officers = await tx.officer.findMany({
    where: { districtCode, status: "active" },
    select: { name: true, position: true, role: true },
    orderBy: [{ role: "desc" }, { name: "asc" }],
    take: 40,
  });
  const of = (role: string) => officers.find((officer) => officer.role === role) ?? null;
  return {
    chair: of("district_chief"),
    secretary: of("district_secretary"),
    members: officers
      .filter(({ role }) => role === "receiving_officer" || role === "account_officer")
      .map((officer) => memberLine({ ...officer, agency: null }))
      .join("\n"),
  };
}
export type TeamSuggestion = Awaited<ReturnType<typeof suggestTeam>>;
