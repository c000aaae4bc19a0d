import {
  isPaperOver,
  type OfficialPaper,
  type PaperIssue,
  type PaperKind,
  usualClasses,
} from "@/domain/official-paper";
import { reachOf } from "@/domain/policy";
import { rulesOn } from "@/domain/rules/sets";
import { fromDateColumn, programmeDate } from "@/server/clock";
import { findHeadName } from "@/server/delegations/queries";
import type { Prisma } from "@/server/generated/prisma/client";
import { areaFor, auditRead, referralsFor, type Scoped } from "@/server/scope";
import { composePaper } from "./compose";

/** The issued papers in the actor's reach. */
function inReach({ actor }: Scoped): Prisma.IssuedPaperWhereInput {
  const area = areaFor(actor, "paper.read");
  return !area || "accountOfficerId" in area ? { id: { in: [] } } : area;
}

const columns = {
  id: true,
  kind: true,
  about: true,
  number: true,
  issuedOn: true,
  speed: true,
  secrecy: true,
  subject: true,
  addressee: true,
  signedBy: true,
  recordedOn: true,
  recordedBy: { select: { name: true, position: true } },
} as const;

type Row = Prisma.IssuedPaperGetPayload<{ select: typeof columns }>;
const shown = ({ issuedOn, recordedOn, ...row }: Row) => ({
  ...row,
  issuedOn: fromDateColumn(issuedOn),
  recordedOn: fromDateColumn(recordedOn),
});
export type IssuedRow = ReturnType<typeof shown>;

const issueOf = (row: IssuedRow): PaperIssue => ({
  number: row.number,
  issuedOn: row.issuedOn,
  month: row.issuedOn.slice(0, 7),
  speed: row.speed,
  secrecy: row.secrecy,
  signedBy: row.signedBy,
});

/** What the office numbered itself, the newest first. */
export async function listIssued(scope: Scoped): Promise<IssuedRow[]> {
  const rows = await scope.tx.issuedPaper.findMany({
    where: inReach(scope),
    select: columns,
    orderBy: [{ issuedOn: "desc" }, { recordedAt: "desc" }],
    take: 500,
  });
  return rows.map(shown);
}

/** One paper of the register as it was signed; null out of reach. The look is audited. */
export async function findIssued(scope: Scoped, id: string) {
  const row = await scope.tx.issuedPaper.findFirst({
    where: { AND: [{ id }, inReach(scope)] },
    select: { ...columns, content: true },
  });
  if (!row) return null;
  auditRead(scope, "paper.read", { type: "issued_paper", id });
  const { content, ...rest } = row;
  const issued = shown(rest);
  return { ...issued, content, issue: issueOf(issued) };
}
export type IssuedPage = NonNullable<Awaited<ReturnType<typeof findIssued>>>;

/**
 * Which issued papers of a kind about a thing its page shows: those in reach of who keeps the register; to an account officer
 * the letter with a link of their own caseload. Null: none.
 */
async function issuedFor(
  scope: Scoped,
  kind: PaperKind,
  about: string,
): Promise<Prisma.IssuedPaperWhereInput | null> {
  if (reachOf(scope.actor, "paper.read") !== undefined) return inReach(scope);
  if (kind !== "referral_letter") return null;
  const links = await scope.tx.referralLink.count({
    where: { id: about, referral: referralsFor(scope.actor, "referral.link") },
  });
  return links > 0 ? {} : null;
}

export type PaperDraft = {
  kind: PaperKind;
  about: string;
  paper: OfficialPaper;
  issue: PaperIssue;
  /** Whether this is the text that was issued, and not that of now. */
  asIssued: boolean;
  /** The one that was issued last about this; null where none was, or the reader does not keep the register. */
  issued: IssuedRow | null;
  /** Whether the reader records that it was signed; the name that is proposed. */
  mayIssue: boolean;
  /** The time of such papers has gone by (`isPaperOver`). */
  over: boolean;
  signer: string;
};

/** Whether the actor's district has issued a paper of this kind. */
export async function isIssued(scope: Scoped, kind: PaperKind): Promise<boolean> {
  const where = { AND: [{ kind }, inReach(scope)] };
  return (await scope.tx.issuedPaper.count({ where })) > 0;
}

/** Whether the time of a kind of paper has gone by. */
export async function isOver({ tx, ruleSets }: Scoped, kind: PaperKind): Promise<boolean> {
  const today = await programmeDate(tx);
  return isPaperOver(kind, today, rulesOn(ruleSets, today).walkIn.value);
}

/**
 * A paper as it would be issued now, with the one that was issued last. Null where there is nothing to write; once its time has
 * gone by, where none was issued.
 * @param again show the text of now although one was issued
 */
export async function draftPaper(
  scope: Scoped,
  kind: PaperKind,
  about: string,
  again: boolean,
): Promise<PaperDraft | null> {
  const today = await programmeDate(scope.tx);
  const over = await isOver(scope, kind);
  const area = again && !over ? null : await issuedFor(scope, kind, about);
  const last =
    area &&
    (await scope.tx.issuedPaper.findFirst({
      where: { AND: [{ kind, about }, area] },
      select: { ...columns, content: true },
      orderBy: { recordedAt: "desc" },
    }));
  const issued = last && shown(last);
  const paper = last?.content ?? (over ? null : await composePaper(scope, kind, about));
  if (!paper) return null;
  const signer = (await findHeadName(scope, "district_chief")) ?? "";
  const draft: PaperIssue = {
    number: null,
    issuedOn: null,
    month: today.slice(0, 7),
    ...usualClasses[kind],
    signedBy: signer || null,
  };
  return {
    kind,
    about,
    paper,
    issue: issued ? issueOf(issued) : draft,
    asIssued: issued !== null,
    issued: reachOf(scope.actor, "paper.read") === undefined ? null : issued,
    mayIssue: !over && reachOf(scope.actor, "paper.issue") === "district",
    over,
    signer,
  };
}
