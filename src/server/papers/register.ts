import { projectAgencies } from "@/domain/agencies";
import type { WrittenKind, WrittenPaper } from "@/domain/official-paper";
import { mayEver } from "@/domain/policy";
import { governorOf } from "@/domain/province-name";
import { formatThaiMonth } from "@/domain/thai-dates";
import { say } from "@/i18n/words";
import { listDistrictNames } from "@/server/areas/queries";
import { fromDateColumn } from "@/server/clock";
import { findOffice } from "@/server/offices/queries";
import type { Scoped } from "@/server/scope";
import { listIssued } from "./queries";

/** A line of the register of letters sent, wherever its number is kept. */
type RegisterLine = {
  id: string;
  kind:
    | "away_letter"
    | "host_letter"
    | "place_notice"
    | "receiving_order"
    | "officers_request"
    | "referral_letter"
    | "team_order"
    | "announcement"
    | "task_letter"
    | "district_report"
    | "province_report";
  number: string | null;
  issuedOn: string;
  subject: string;
  to: string | null;
  signedBy: string | null;
  href: string;
  /** The paper of which scans are kept (`listScans`). */
  written: { kind: WrittenKind; about: string };
};

/**
 * ทะเบียนหนังสือส่ง of the actor's office, the newest first: what it numbered itself, and for the province also what a
 * decision signed.
 */
export async function listRegister(scope: Scoped): Promise<RegisterLine[]> {
  const own = (await listIssued(scope)).map(
    ({ id, kind, number, issuedOn, subject, addressee, signedBy }): RegisterLine => ({
      id,
      kind,
      number,
      issuedOn,
      subject,
      to: addressee,
      signedBy,
      href: `/papers/${id}`,
      written: { kind: "issued", about: id },
    }),
  );
  const decided = mayEver(scope.actor, "province.decide") ? await listDecided(scope) : [];
  const reports = mayEver(scope.actor, "report.read") ? await listReportLetters(scope) : [];
  return [...own, ...decided, ...reports].sort((a, b) => (a.issuedOn < b.issuedOn ? 1 : -1));
}

/** The papers of the province whose number and day are those of a decision or a signature. */
async function listDecided(scope: Scoped): Promise<RegisterLine[]> {
  const names = await listDistrictNames(scope.actor.provinceCode ?? "", scope.tx);
  const teams = await listTeamOrders(scope, names);
  const announcements = await listAnnounced(scope, names);
  const tasks = await listTaskLetters(scope);
  return [...teams, ...announcements, ...tasks];
}

const approved = ({ actor }: Scoped) => ({
  provinceCode: actor.provinceCode ?? "",
  decision: "approved" as const,
});
const signer = { select: { name: true } } as const;

/** What the register says of a paper: as it was signed; of one that was signed before papers were kept, in words of today. */
function asSigned(
  kept: WrittenPaper | null,
  now: { issuedOn: Date; subject: string; to: string | null; signedBy: { name: string } | null },
) {
  const day = fromDateColumn(now.issuedOn);
  if (!kept) return { ...now, issuedOn: day, signedBy: now.signedBy?.name ?? null };
  const { paper, issue } = kept;
  const { subject, to } = paper;
  return { issuedOn: issue.issuedOn ?? day, subject, to, signedBy: issue.signedBy };
}

async function listTeamOrders(scope: Scoped, names: Record<string, string>) {
  const rows = await scope.tx.districtTeam.findMany({
    where: approved(scope),
    select: {
      id: true,
      districtCode: true,
      orderNumber: true,
      orderedOn: true,
      decidedOn: true,
      decidedBy: signer,
      signedPaper: true,
    },
    take: 500,
  });
  return rows.flatMap((row): RegisterLine[] => {
    const day = row.orderedOn ?? row.decidedOn;
    if (!day) return [];
    const district = names[row.districtCode] ?? row.districtCode;
    return [
      {
        id: row.id,
        kind: "team_order",
        number: row.orderNumber,
        ...asSigned(row.signedPaper, {
          issuedOn: day,
          subject: say("teams.docSubject", { district }),
          to: null,
          signedBy: row.decidedBy,
        }),
        href: `/province/teams/${row.districtCode}/${row.id}`,
        written: { kind: "team_order", about: `${row.districtCode}/${row.id}` },
      },
    ];
  });
}

async function listAnnounced(scope: Scoped, names: Record<string, string>) {
  const rows = await scope.tx.announcement.findMany({
    where: approved(scope),
    select: {
      id: true,
      title: true,
      letterNumber: true,
      decidedOn: true,
      decidedBy: signer,
      signedPaper: true,
      districts: { select: { districtCode: true } },
    },
    take: 500,
  });
  return rows.flatMap((row): RegisterLine[] => {
    if (!row.decidedOn) return [];
    const to = row.districts.map(({ districtCode }) => names[districtCode] ?? districtCode);
    return [
      {
        id: row.id,
        kind: "announcement",
        number: row.letterNumber,
        ...asSigned(row.signedPaper, {
          issuedOn: row.decidedOn,
          subject: row.title,
          to:
            to.length === Object.keys(names).length
              ? say("announcements.letterToAll")
              : say("announcements.letterTo", { districts: to.join(" ") }),
          signedBy: row.decidedBy,
        }),
        href: `/announcements/${row.id}`,
        written: { kind: "announcement", about: row.id },
      },
    ];
  });
}

async function listTaskLetters(scope: Scoped) {
  const rows = await scope.tx.agencyTask.findMany({
    where: approved(scope),
    select: {
      id: true,
      agency: true,
      subject: true,
      letterNumber: true,
      decidedOn: true,
      decidedBy: signer,
      signedPaper: true,
    },
    take: 500,
  });
  return rows.flatMap((row): RegisterLine[] =>
    row.decidedOn
      ? [
          {
            id: row.id,
            kind: "task_letter",
            number: row.letterNumber,
            ...asSigned(row.signedPaper, {
              issuedOn: row.decidedOn,
              subject: row.subject,
              to: projectAgencies[row.agency].full,
              signedBy: row.decidedBy,
            }),
            href: `/province/agencies/${row.id}`,
            written: { kind: "task_letter", about: row.id },
          },
        ]
      : [],
  );
}

/** The reports of the actor's own office that were sent as letters. */
async function listReportLetters(scope: Scoped) {
  const { tx, actor } = scope;
  const { provinceCode, districtCode } = actor;
  const level = districtCode === null ? "province" : "district";
  const rows = await tx.progressReport.findMany({
    where: {
      provinceCode: provinceCode ?? "",
      districtCode,
      level,
      signedOn: { not: null },
      letterNumber: { not: null },
    },
    select: {
      id: true,
      period: true,
      letterNumber: true,
      signedOn: true,
      signedBy: signer,
      signedPaper: true,
    },
    take: 500,
  });
  const { provinceName, reportsTo } = await findOffice(scope, districtCode);
  return rows.flatMap((row): RegisterLine[] =>
    row.signedOn
      ? [
          {
            id: row.id,
            kind: `${level}_report`,
            number: row.letterNumber,
            ...asSigned(row.signedPaper, {
              issuedOn: row.signedOn,
              subject: say("reports.letterSubject", { month: formatThaiMonth(row.period) }),
              to: level === "province" ? reportsTo : governorOf(provinceName),
              signedBy: row.signedBy,
            }),
            href: `/reports/${row.id}`,
            written: { kind: "report", about: row.id },
          },
        ]
      : [],
  );
}
