import { type ProjectAgency, projectAgencyOf } from "@/domain/agencies";
import { type Due, dueOf } from "@/domain/due";
import type { FigureArea } from "@/domain/figures/area";
import { type Actor, can, mayEver, reachOf, type Subject } from "@/domain/policy";
import type { ResolutionState } from "@/domain/resolution";
import { fromDateColumn, programmeDate, toDateColumn } from "@/server/clock";
import type { Prisma } from "@/server/generated/prisma/client";
import type { Scoped } from "@/server/scope";

type Place = Pick<
  Prisma.ResolutionGetPayload<object>,
  "id" | "provinceCode" | "districtCode" | "ownerId" | "ownerAgency"
>;

/**
 * A resolution as the subject of its end: a matter of the actor's own meeting or of the actor. A chief may own a matter of the
 * province's meeting; the province's officers may own one of a district's, and end no other of it.
 */
function subjectOf({ actor }: Pick<Scoped, "actor">, row: Place): Subject {
  const own = row.ownerId === actor.id;
  const ofAgency = row.ownerAgency !== null && actor.role === "agency_officer";
  const provincial = actor.districtCode === null && !ofAgency;
  return {
    type: "resolution",
    id: row.id,
    provinceCode: provincial && row.districtCode !== null && !own ? null : row.provinceCode,
    districtCode: own || ofAgency ? actor.districtCode : row.districtCode,
    ownerId: row.ownerId,
    agency: row.ownerAgency,
  };
}

/** A resolution as the subject of its end; null out of reach. */
export async function resolutionSubject(scope: Scoped, id: string): Promise<Subject | null> {
  const row = await scope.tx.resolution.findUnique({ where: { id } });
  return row && subjectOf(scope, row);
}

const shownColumns = {
  id: true,
  provinceCode: true,
  districtCode: true,
  metOn: true,
  matter: true,
  ownerId: true,
  ownerAgency: true,
  dueOn: true,
  outcome: true,
  outcomeNote: true,
  closedOn: true,
  owner: { select: { name: true, position: true } },
  closedBy: { select: { name: true } },
  recordedBy: { select: { name: true } },
} as const satisfies Prisma.ResolutionSelect;

type Row = Prisma.ResolutionGetPayload<{ select: typeof shownColumns }>;

function shown(scope: Pick<Scoped, "actor">, row: Row, today: string) {
  const { actor } = scope;
  const dueOn = fromDateColumn(row.dueOn);
  const open = row.outcome === null;
  const due: Due | null = open ? dueOf(dueOn, today) : null;
  const mayClose = open && can(actor, "resolution.close", subjectOf(scope, row));
  return {
    id: row.id,
    metOn: fromDateColumn(row.metOn),
    matter: row.matter,
    /** By name and post; null where an agency owns it. */
    owner: row.owner,
    ownerAgency: row.ownerAgency,
    dueOn,
    due,
    outcome: row.outcome,
    note: row.outcomeNote,
    closedOn: row.closedOn && fromDateColumn(row.closedOn),
    closedBy: row.closedBy?.name ?? null,
    recordedBy: row.recordedBy.name,
    mayClose,
    mayWithdraw: mayClose && mayWithdraw(actor, row),
  };
}
export type ResolutionRow = ReturnType<typeof shown>;

/** Whether the actor keeps the list on which it stands: only then may it be withdrawn. */
export function mayWithdraw(actor: Actor, { districtCode }: Pick<Place, "districtCode">): boolean {
  return mayEver(actor, "resolution.record") && districtCode === actor.districtCode;
}

/** What an officer owns: by name, or as one of the agency. */
function owned({ actor }: Pick<Scoped, "actor">): Prisma.ResolutionWhereInput {
  const ownerAgency = actor.role === "agency_officer" ? projectAgencyOf(actor.agency) : null;
  return ownerAgency
    ? { provinceCode: actor.provinceCode ?? "", ownerAgency }
    : { ownerId: actor.id };
}

/** What stands on the actor's list: the matters of the own meeting and the own matters. */
function resolutionsFor(scope: Pick<Scoped, "actor">): Prisma.ResolutionWhereInput {
  const { actor } = scope;
  switch (reachOf(actor, "resolution.read")) {
    case "province":
      return { OR: [{ provinceCode: actor.provinceCode ?? "", districtCode: null }, owned(scope)] };
    case "district":
      return { OR: [{ districtCode: actor.districtCode ?? "" }, owned(scope)] };
    case "own":
    case "agency":
      return owned(scope);
    default:
      return { id: { in: [] } };
  }
}

function ofState(
  scope: Pick<Scoped, "actor">,
  state: ResolutionState,
  today: string,
): Prisma.ResolutionWhereInput {
  switch (state) {
    case "open":
      return { outcome: null };
    case "late":
      return { outcome: null, dueOn: { lt: toDateColumn(today) } };
    case "mine":
      return { AND: [{ outcome: null }, owned(scope)] };
    case "others_late":
      // A matter of an agency has no officer, and no `not` is true of it.
      return {
        AND: [
          ofState(scope, "late", today),
          { OR: [{ ownerId: null }, { ownerId: { not: scope.actor.id } }] },
        ],
      };
    case "ended":
      return { outcome: { not: null } };
  }
}

const perPage = 200;

/** How many there are of each state. */
export async function countResolutions(scope: Scoped, today: string) {
  const count = (state: ResolutionState) =>
    scope.tx.resolution.count({
      where: { AND: [resolutionsFor(scope), ofState(scope, state, today)] },
    });
  const [open, late, mine, others_late, ended] = await Promise.all([
    count("open"),
    count("late"),
    count("mine"),
    count("others_late"),
    count("ended"),
  ]);
  return { open, late, mine, others_late, ended };
}

/** The list: the first due first, of the ended ones the last first; and how many there are of each state. */
export async function listResolutions(scope: Scoped, state: ResolutionState) {
  const { tx } = scope;
  const today = await programmeDate(tx);
  const [rows, counts] = await Promise.all([
    tx.resolution.findMany({
      where: { AND: [resolutionsFor(scope), ofState(scope, state, today)] },
      select: shownColumns,
      orderBy:
        state === "ended"
          ? [{ closedOn: "desc" }, { id: "asc" }]
          : [{ dueOn: "asc" }, { id: "asc" }],
      take: perPage,
    }),
    countResolutions(scope, today),
  ]);
  return { today, rows: rows.map((row) => shown(scope, row, today)), counts };
}
export type Resolutions = Awaited<ReturnType<typeof listResolutions>>;

/** One of them; null out of reach. */
export async function findResolution(scope: Scoped, id: string) {
  const today = await programmeDate(scope.tx);
  const row = await scope.tx.resolution.findFirst({
    where: { AND: [{ id }, resolutionsFor(scope)] },
    select: shownColumns,
  });
  return row && shown(scope, row, today);
}

const rolesOfDistrict = [
  "district_chief",
  "district_secretary",
  "receiving_officer",
  "account_officer",
] as const;
const rolesOfProvince = ["governor", "provincial_officer", "district_chief"] as const;

/** Whom a meeting of the actor's area may give a matter by name: the officers of the district; at the province its own and the chiefs. */
export async function listResolutionOwners({ tx, actor }: Scoped) {
  const { provinceCode, districtCode } = actor;
  return tx.officer.findMany({
    where: {
      provinceCode: provinceCode ?? "",
      status: "active",
      ...(districtCode
        ? { districtCode, role: { in: [...rolesOfDistrict] } }
        : { role: { in: [...rolesOfProvince] } }),
    },
    select: { id: true, name: true, position: true },
    orderBy: [{ role: "asc" }, { name: "asc" }],
  });
}

/** The officers of an agency in the actor's province. */
export async function listAgencyOfficerIds({ tx, actor }: Scoped, agency: ProjectAgency) {
  const officers = await tx.officer.findMany({
    where: {
      role: "agency_officer",
      agency,
      provinceCode: actor.provinceCode ?? "",
      status: "active",
    },
    select: { id: true },
  });
  return officers.map(({ id }) => id);
}

/** The rows of a meeting of exactly this area. */
const ofArea = (area: FigureArea): Prisma.ResolutionWhereInput =>
  "districtCode" in area
    ? { districtCode: area.districtCode }
    : { provinceCode: area.provinceCode, districtCode: null };

/** The day of the last meeting of an area before today of which something is recorded; null where there is none. */
export async function lastMeetingOn(
  { tx }: Scoped,
  area: FigureArea,
  today: string,
): Promise<string | null> {
  const last = await tx.resolution.findFirst({
    where: { ...ofArea(area), metOn: { lt: toDateColumn(today) } },
    select: { metOn: true },
    orderBy: { metOn: "desc" },
  });
  return last && fromDateColumn(last.metOn);
}

/** What a pack has of the meetings of an area: all that is open, and what has ended since a day; the first due first. */
export async function listResolutionsSince(scope: Scoped, area: FigureArea, since: string) {
  const today = await programmeDate(scope.tx);
  const rows = await scope.tx.resolution.findMany({
    where: {
      AND: [ofArea(area), { OR: [{ outcome: null }, { closedOn: { gte: toDateColumn(since) } }] }],
    },
    select: shownColumns,
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => shown(scope, row, today));
}
