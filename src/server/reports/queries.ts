import { asHead } from "@/domain/delegation";
import { mayEver } from "@/domain/policy";
import {
  type ReportLevel,
  type ReportStatus,
  receivedLevelOf,
  reportFigures,
  reportLevelOf,
} from "@/domain/report";
import { roundsOf } from "@/domain/rules/rounds";
import { rulesOn } from "@/domain/rules/sets";
import { getAreaNames, listDistrictNames } from "@/server/areas/queries";
import { fromDateColumn, programmeDate } from "@/server/clock";
import { findDelegation, namedOrder, orderColumns } from "@/server/delegations/queries";
import type { Prisma } from "@/server/generated/prisma/client";
import { areaFor, auditRead, type Scoped } from "@/server/scope";

/** The reports in the actor's reach: an account officer's own, otherwise those of their area. */
function reportsFor({ actor }: Scoped): Prisma.ProgressReportWhereInput {
  const area = areaFor(actor, "report.read");
  if (!area) return { id: { in: [] } };
  return "accountOfficerId" in area ? { authorId: area.accountOfficerId } : area;
}

const named = { select: { name: true, position: true, role: true } } as const;

const listed = {
  id: true,
  level: true,
  period: true,
  status: true,
  districtCode: true,
  preparedOn: true,
  signedOn: true,
  author: { select: { id: true, name: true } },
} as const;

/**
 * The month's reports for the actor: their own, those of the level below, and who has not reported. Null for a role that
 * neither reports nor reads reports.
 */
export async function listReports(scope: Scoped, period: string) {
  const { tx, actor } = scope;
  const level = reportLevelOf(actor.role);
  if (!level) return null;
  const below = receivedLevelOf(actor.role) ?? null;
  const own = await tx.progressReport.findMany({
    where: { AND: [reportsFor(scope), { level }] },
    select: listed,
    orderBy: [{ period: "desc" }, { preparedAt: "desc" }],
    // A month may have been returned and sent again.
    take: 100,
  });
  const received = below
    ? await tx.progressReport.findMany({
        where: { AND: [reportsFor(scope), { level: below, period, status: { not: "draft" } }] },
        select: listed,
        orderBy: [{ preparedAt: "desc" }],
      })
    : [];
  const senders = below ? await listSenders(scope, below) : [];
  const standing = new Set(
    received
      .filter(({ status }) => status !== "returned")
      .map(({ districtCode, author }) => author?.id ?? districtCode),
  );
  return {
    level,
    below,
    own: own.map(shown),
    received: received.map((report) => ({
      ...shown(report),
      name:
        report.author?.name ??
        senders.find(({ key }) => key === report.districtCode)?.name ??
        report.districtCode,
    })),
    expected: senders.length,
    missing: senders.filter(({ key }) => !standing.has(key)),
  };
}
export type ReportsList = NonNullable<Awaited<ReturnType<typeof listReports>>>;

function shown(report: {
  id: string;
  level: string;
  period: string;
  status: ReportStatus;
  preparedOn: Date;
  signedOn: Date | null;
}) {
  return {
    id: report.id,
    level: report.level,
    period: report.period,
    status: report.status,
    on: fromDateColumn(report.signedOn ?? report.preparedOn),
  };
}

/** Who should report to the actor: the account officers of the district, or the districts of the province. */
async function listSenders({ tx, actor }: Scoped, below: ReportLevel) {
  if (below === "district") {
    const districts = await listDistrictNames(actor.provinceCode ?? "", tx);
    return Object.entries(districts).map(([key, name]) => ({ key, name, code: null }));
  }
  const codes = await tx.accountOfficerCode.findMany({
    where: { districtCode: actor.districtCode ?? "", officer: { status: "active" } },
    select: { code: true, officer: { select: { id: true, name: true } } },
    orderBy: { code: "asc" },
  });
  return codes.map(({ code, officer }) => ({ key: officer.id, name: officer.name, code }));
}

/** One report with its frozen figures; null out of reach. Looking at it is audited. */
export async function viewReport(scope: Scoped, id: string) {
  const { tx } = scope;
  const report = await tx.progressReport.findFirst({
    where: { AND: [{ id }, reportsFor(scope)] },
    include: {
      author: { select: { id: true, name: true } },
      preparedBy: named,
      signedBy: named,
      decidedBy: named,
      delegation: { select: orderColumns },
      decidedDelegation: { select: orderColumns },
    },
  });
  if (!report) return null;
  auditRead(scope, "report.read", { type: "progress_report", id });
  const { provinceCode, districtCode } = report;
  const names = await getAreaNames({ provinceCode, districtCode }, tx);
  const date = (day: Date | null) => day && fromDateColumn(day);
  const unsigned = report.level === "province" && report.status === "draft";
  return {
    id,
    /** Of a letter that is not signed yet. */
    missing: unsigned ? await listMissingDistricts(scope, provinceCode, report.period) : [],
    level: report.level,
    status: report.status,
    period: report.period,
    note: report.note,
    figures: shownFigures(scope, report.figures),
    letterNumber: report.letterNumber,
    sentHow: report.sentHow,
    returnReason: report.returnReason,
    districtCode,
    ...names,
    author: report.author,
    preparedBy: report.preparedBy,
    signedBy: report.signedBy,
    signedInFile: report.signedInFile,
    decidedBy: report.decidedBy,
    signedOrder: namedOrder(report.delegation),
    decidedOrder: namedOrder(report.decidedDelegation),
    preparedOn: fromDateColumn(report.preparedOn),
    signedOn: date(report.signedOn),
    sentOn: date(report.sentOn),
    decidedOn: date(report.decidedOn),
  };
}
export type ReportView = NonNullable<Awaited<ReturnType<typeof viewReport>>>;

/** The figures as stored, with the names of rounds by the rules of that day; null if they cannot be read. */
export function shownFigures({ ruleSets }: Scoped, kept: unknown) {
  const figures = reportFigures.safeParse(kept).data;
  if (!figures) return null;
  if ("kept" in figures) return figures;
  const rounds = roundsOf(rulesOn(ruleSets, figures.asOf)).flatMap(({ id, words, from }) => {
    const sum = figures.rounds[id];
    return sum ? [{ name: words.long, from, ...sum }] : [];
  });
  return { ...figures, rounds };
}

/** Reports of the level below that wait to be read, of any month; null where there is no such level. */
function waitingReports(scope: Scoped): Prisma.ProgressReportWhereInput | null {
  const below = receivedLevelOf(scope.actor.role);
  return below ? { AND: [reportsFor(scope), { level: below, status: "submitted" }] } : null;
}

/** How many reports wait to be read: the home card of exactly that list. */
export async function countReportsToRead(scope: Scoped): Promise<number> {
  const where = waitingReports(scope);
  return where ? scope.tx.progressReport.count({ where }) : 0;
}

/** The province's letters that are signed and not sent. */
function unsentReports(scope: Scoped): Prisma.ProgressReportWhereInput | null {
  return reportLevelOf(scope.actor.role) === "province"
    ? { AND: [reportsFor(scope), { level: "province", status: "signed" }] }
    : null;
}

/** Drafts that only wait for the actor's signature: for the head's, and for that of whoever acts under an order. */
async function unsignedReports(scope: Scoped): Promise<Prisma.ProgressReportWhereInput | null> {
  const { tx, actor } = scope;
  const level = reportLevelOf(actor.role);
  if (!level || !mayEver(actor, "report.sign")) return null;
  const signs = asHead(actor.role) ?? (await findDelegation(scope, await programmeDate(tx)));
  return signs ? { AND: [reportsFor(scope), { level, status: "draft" }] } : null;
}

/** How many drafts wait for the actor's signature: the home card of exactly that list. */
export async function countReportsToSign(scope: Scoped): Promise<number> {
  const where = await unsignedReports(scope);
  return where ? scope.tx.progressReport.count({ where }) : 0;
}

/** Those that wait for the actor's signature, the oldest first. */
export async function listReportsToSign(scope: Scoped) {
  return listOldestFirst(scope, await unsignedReports(scope));
}

/** How many signed letters wait to be sent: the home card of exactly that list. */
export async function countReportsToSend(scope: Scoped): Promise<number> {
  const where = unsentReports(scope);
  return where ? scope.tx.progressReport.count({ where }) : 0;
}

/** Those signed and not sent, the oldest first. */
export async function listReportsToSend(scope: Scoped) {
  return listOldestFirst(scope, unsentReports(scope));
}

async function listOldestFirst({ tx }: Scoped, where: Prisma.ProgressReportWhereInput | null) {
  if (!where) return [];
  const reports = await tx.progressReport.findMany({
    where,
    select: listed,
    orderBy: { preparedAt: "asc" },
  });
  return reports.map((report) => ({ ...shown(report), name: null }));
}

/** The districts whose report of the month a province's letter would not have. */
export async function listMissingDistricts(scope: Scoped, provinceCode: string, period: string) {
  const districts = await listDistrictNames(provinceCode, scope.tx);
  const received = await scope.tx.progressReport.findMany({
    where: {
      provinceCode,
      period,
      level: "district",
      status: { in: ["submitted", "acknowledged"] },
    },
    select: { districtCode: true },
  });
  const there = new Set(received.map(({ districtCode }) => districtCode));
  return Object.entries(districts).flatMap(([code, name]) =>
    there.has(code) ? [] : [{ code, name }],
  );
}

/** Those that wait to be read, the oldest first. */
export async function listReportsToRead(scope: Scoped) {
  const where = waitingReports(scope);
  const rows = where
    ? await scope.tx.progressReport.findMany({
        where,
        select: listed,
        orderBy: { preparedAt: "asc" },
      })
    : [];
  const districts = await listDistrictNames(scope.actor.provinceCode ?? "", scope.tx);
  return rows.map((report) => ({
    ...shown(report),
    name: report.author?.name ?? districts[report.districtCode ?? ""] ?? report.districtCode,
  }));
}

/** The districts from which an account officer may report. */
export async function listOwnDistricts({ tx, actor }: Scoped) {
  const codes = await tx.accountOfficerCode.findMany({
    where: { officerId: actor.id },
    select: { code: true, districtCode: true },
    orderBy: { code: "asc" },
  });
  const names = await listDistrictNames(actor.provinceCode ?? "", tx);
  return codes.map(({ code, districtCode }) => ({
    code: districtCode,
    name: names[districtCode] ?? code,
  }));
}
