import { type IsoMonth, monthOf } from "@/domain/calendar";
import { asHead } from "@/domain/delegation";
import { mayEver } from "@/domain/policy";
import {
  monthsUnreported,
  type ReportLevel,
  type ReportStatus,
  receivedLevelOf,
  reportFigures,
  reportLevelOf,
  reportMonths,
} from "@/domain/report";
import { roundsOf } from "@/domain/rules/rounds";
import { measureFrom, rulesOn } from "@/domain/rules/sets";
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

const ofMonth = { period: true, status: true } as const;

const reportsOfLevel = (scope: Scoped, level: ReportLevel) =>
  scope.tx.progressReport.findMany({
    where: { AND: [reportsFor(scope), { level }] },
    select: ofMonth,
  });

/** An account officer's reports and first code, in one statement. */
async function ownSinceFirstCode({ tx, actor }: Scoped) {
  const { reportsOwn, codes } = await tx.officer.findUniqueOrThrow({
    where: { id: actor.id },
    select: {
      reportsOwn: { where: { level: "officer" }, select: ofMonth },
      codes: { orderBy: { issuedOn: "asc" }, take: 1, select: { issuedOn: true } },
    },
  });
  return { reports: reportsOwn, code: codes[0] };
}

/**
 * The months of which the actor reports, the newest first, and those of them that have ended without their report, the oldest
 * first. An account officer reports from the month of their first code on.
 */
export async function listReportMonths(scope: Scoped, today: string) {
  const { actor, ruleSets } = scope;
  const level = reportLevelOf(actor.role);
  const now = monthOf(today);
  const begun = monthOf(measureFrom(ruleSets));
  if (!level) return { now, months: [], unreported: [], toPrepare: [] };
  const { reports, code } =
    level === "officer"
      ? await ownSinceFirstCode(scope)
      : { reports: await reportsOfLevel(scope, level), code: undefined };
  const first: IsoMonth = code ? monthOf(fromDateColumn(code.issuedOn)) : begun;
  const months = reportMonths(now, first > begun ? first : begun);
  const unreported = monthsUnreported(months, now, reports);
  const drafted = new Set(
    reports.flatMap(({ period, status }) => (status === "draft" ? period : [])),
  );
  return {
    ...{ now, months, unreported },
    // A draft waits for its signature.
    toPrepare: unreported.filter((month) => !drafted.has(month)),
  };
}

/**
 * The actor's own reports of a month that stand, with their words: a draft, or one that was sent and not returned. An account
 * officer has one for each of his districts.
 */
export async function listStanding(scope: Scoped, period: IsoMonth) {
  const level = reportLevelOf(scope.actor.role);
  if (!level) return [];
  const reports = await scope.tx.progressReport.findMany({
    where: { AND: [reportsFor(scope), { level, period, status: { not: "returned" } }] },
    select: { ...listed, note: true },
    orderBy: { preparedAt: "desc" },
  });
  return reports.map((report) => ({
    ...shown(report),
    districtCode: report.districtCode,
    note: report.note,
  }));
}

/**
 * The month's reports for the actor: their own, those of the level below, and who has not reported. Null for a role that
 * neither reports nor reads reports.
 */
export async function listReports(scope: Scoped, period: string) {
  const { tx, actor } = scope;
  const level = reportLevelOf(actor.role);
  if (!level) return null;
  const [own, received] = await Promise.all([
    tx.progressReport.findMany({
      where: { AND: [reportsFor(scope), { level }] },
      select: listed,
      orderBy: [{ period: "desc" }, { preparedAt: "desc" }],
      // A month may have been returned and sent again.
      take: 100,
    }),
    listReceived(scope, period),
  ]);
  return { level, own: own.map(shown), ...received };
}

/** What the level below has sent for a month, who should have, and who has not. */
export async function listReceived(scope: Scoped, period: string) {
  const below = receivedLevelOf(scope.actor.role) ?? null;
  if (!below) return { below, received: [], expected: 0, missing: [] };
  const [reports, senders] = await Promise.all([
    scope.tx.progressReport.findMany({
      where: { AND: [reportsFor(scope), { level: below, period, status: { not: "draft" } }] },
      select: listed,
      orderBy: [{ preparedAt: "desc" }],
    }),
    listSenders(scope, below),
  ]);
  const standing = new Set(
    reports
      .filter(({ status }) => status !== "returned")
      .map(({ districtCode, author }) => author?.id ?? districtCode),
  );
  return {
    below,
    received: reports.map((report) => ({
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

/** What a report waits for: to be read by the level above, to be signed, or to be sent as a letter. */
export type ReportStep = "read" | "sign" | "send";

/** The level and the status of the reports that wait for the actor at a step; null where the actor does not take it. */
async function waitingAt(
  scope: Scoped,
  step: ReportStep,
): Promise<{ level: ReportLevel; status: ReportStatus } | null> {
  const level = reportLevelOf(scope.actor.role);
  const below = receivedLevelOf(scope.actor.role);
  switch (step) {
    case "read":
      return below ? { level: below, status: "submitted" } : null;
    case "sign":
      return level && (await signsReports(scope)) ? { level, status: "draft" } : null;
    case "send":
      return level === "province" ? { level, status: "signed" } : null;
  }
}

/** The head does, and whoever acts under an order. */
async function signsReports(scope: Scoped): Promise<boolean> {
  const { tx, actor } = scope;
  if (!mayEver(actor, "report.sign")) return false;
  const order = asHead(actor.role) ?? (await findDelegation(scope, await programmeDate(tx)));
  return Boolean(order);
}

/** How many reports wait for the actor at each step: the home cards of exactly these lists. */
export async function countReportsWaiting(scope: Scoped): Promise<Record<ReportStep, number>> {
  const count = async (step: ReportStep) => {
    const waiting = await waitingAt(scope, step);
    if (!waiting) return 0;
    return scope.tx.progressReport.count({ where: { AND: [reportsFor(scope), waiting] } });
  };
  const [read, sign, send] = await Promise.all([count("read"), count("sign"), count("send")]);
  return { read, sign, send };
}

/** Those that wait for the actor at a step, of any month, the oldest first. */
export async function listReportsWaiting(scope: Scoped, step: ReportStep) {
  const waiting = await waitingAt(scope, step);
  if (!waiting) return [];
  const reports = await scope.tx.progressReport.findMany({
    where: { AND: [reportsFor(scope), waiting] },
    select: listed,
    orderBy: { preparedAt: "asc" },
  });
  const districts = await listDistrictNames(scope.actor.provinceCode ?? "", scope.tx);
  return reports.map((report) => ({
    ...shown(report),
    // Whose it is, where it is not one's own.
    name:
      step === "read"
        ? (report.author?.name ?? districts[report.districtCode ?? ""] ?? report.districtCode)
        : null,
  }));
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
