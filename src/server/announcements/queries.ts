import { newestVersions } from "@/domain/announcement";
import { reachOf } from "@/domain/policy";
import { getAreaNames, listDistrictNames } from "@/server/areas/queries";
import { fromDateColumn, programmeDate } from "@/server/clock";
import { decidedWords, paperDecisionSelect } from "@/server/delegations/decision";
import type { Prisma } from "@/server/generated/prisma/client";
import type { Scoped } from "@/server/scope";

/** The announcements in reach: the province's, or those issued to the actor's district. */
function inReach({ actor }: Scoped): Prisma.AnnouncementWhereInput | null {
  switch (reachOf(actor, "announcement.read")) {
    case "province":
      return { provinceCode: actor.provinceCode ?? "" };
    case "district":
      return {
        decision: "approved",
        districts: { some: { districtCode: actor.districtCode ?? "", issuedOn: { not: null } } },
      };
    default:
      return null;
  }
}

/** The receipts in reach: all of the province, or those of the actor's district. */
function receiptsInReach({ actor }: Scoped) {
  return reachOf(actor, "announcement.read") === "province"
    ? {}
    : { districtCode: actor.districtCode ?? "", issuedOn: { not: null } };
}

const columns = (scope: Scoped) =>
  ({
    id: true,
    seriesId: true,
    version: true,
    provinceCode: true,
    kind: true,
    title: true,
    body: true,
    letterNumber: true,
    ...paperDecisionSelect,
    districts: {
      where: receiptsInReach(scope),
      select: {
        districtCode: true,
        acknowledgedOn: true,
        acknowledgedBy: { select: { name: true, position: true } },
      },
      orderBy: { districtCode: "asc" as const },
    },
  }) as const;

async function listRows(scope: Scoped, where: Prisma.AnnouncementWhereInput) {
  const rows = await scope.tx.announcement.findMany({
    where,
    select: columns(scope),
    orderBy: [{ preparedAt: "desc" }],
    take: 500,
  });
  return rows.map((row) => ({
    ...row,
    ...decidedWords(row),
    kind: row.kind,
    decision: row.decision,
    districts: row.districts.map(({ acknowledgedOn, ...district }) => ({
      ...district,
      acknowledgedOn: acknowledgedOn && fromDateColumn(acknowledgedOn),
    })),
  }));
}
export type Announcement = Awaited<ReturnType<typeof listRows>>[number];

/**
 * The announcements in reach: what waits for the decision, and the version in force of what was issued. A district
 * sees first what it has not acknowledged.
 */
export async function listAnnouncements(scope: Scoped) {
  const reach = inReach(scope);
  if (!reach) return { pending: [], issued: [], districts: {} };
  const rows = await listRows(scope, reach);
  const districts = await listDistrictNames(scope.actor.provinceCode ?? "", scope.tx);
  return {
    pending: rows.filter(({ decision }) => decision === "pending"),
    issued: newestVersions(rows.filter(({ decision }) => decision === "approved")),
    districts,
  };
}
export type AnnouncementList = Awaited<ReturnType<typeof listAnnouncements>>;

/** One announcement with the other versions of its series; null out of reach. */
export async function findAnnouncement(scope: Scoped, id: string) {
  const reach = inReach(scope);
  if (!reach) return null;
  const [row] = await listRows(scope, { AND: [reach, { id }] });
  if (!row) return null;
  const series = await listRows(scope, { AND: [reach, { seriesId: row.seriesId }] });
  const names = await getAreaNames(
    { provinceCode: row.provinceCode, districtCode: null },
    scope.tx,
  );
  return {
    ...row,
    today: await programmeDate(scope.tx),
    province: names.province ?? row.provinceCode,
    districtNames: await listDistrictNames(row.provinceCode, scope.tx),
    versions: series.filter(({ decision }) => decision === "approved"),
  };
}
export type AnnouncementPage = NonNullable<Awaited<ReturnType<typeof findAnnouncement>>>;

/** How many announcements in force the actor's district has not acknowledged. */
export async function countUnreadAnnouncements(scope: Scoped): Promise<number> {
  const reach = inReach(scope);
  if (!reach) return 0;
  const rows = await scope.tx.announcement.findMany({
    where: { AND: [reach, { decision: "approved" }] },
    select: {
      seriesId: true,
      version: true,
      districts: { where: receiptsInReach(scope), select: { acknowledgedOn: true } },
    },
  });
  return newestVersions(rows).filter(isUnread).length;
}

const isUnread = ({ districts }: { districts: readonly { acknowledgedOn: unknown }[] }) =>
  districts.some(({ acknowledgedOn }) => !acknowledgedOn);

/** The announcements in reach that a district has not acknowledged. */
export async function listUnread(scope: Scoped): Promise<AnnouncementList> {
  const { issued, districts } = await listAnnouncements(scope);
  return {
    pending: [],
    issued: issued.filter(isUnread),
    districts,
  };
}
