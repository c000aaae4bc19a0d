import { randomUUID } from "node:crypto";
import { projectAgencyOf } from "@/domain/agencies";
import { type Action, type Actor, reachOf } from "@/domain/policy";
import type { RuleSets } from "@/domain/rules/sets";
import { keepInstallation } from "./clock";
import { sayingBusy } from "./database-errors";
import { database, type Transaction } from "./db";
import type { Prisma } from "./generated/prisma/client";
import { askIn, ruleSetsAt } from "./rules/load";

declare const scopedBrand: unique symbol;
/** A transaction that has entered its actor's database role. A query cannot be called without one. */
export type Scoped = {
  tx: Transaction;
  actor: Actor;
  /** Ask `rulesOn` for the set of the day that the decision is about. */
  ruleSets: RuleSets;
  /** What was read and is not in the audit yet: `auditRead` notes it, the end of the transaction writes it. */
  reads: Read[];
  readonly [scopedBrand]: true;
};
type Read = {
  action: Action;
  subject: { type: string; id: string | null };
  detail: Record<string, unknown>;
};

/** Enters the actor's database role and gives row security the actor, until the transaction ends. */
export async function enterRole(tx: Transaction, actor: Actor, requestId: string = randomUUID()) {
  const [entered] = await tx.$queryRaw<
    { installation: Record<string, unknown>; rules: string }[]
  >`SELECT set_config('role', ${`r_${actor.role}`}, true), set_config('app.role', ${actor.role}, true),
    set_config('app.uid', ${actor.id}, true), set_config('app.province', ${actor.provinceCode ?? ""}, true),
    set_config('app.district', ${actor.districtCode ?? ""}, true), set_config('app.agency', ${actor.agency ?? ""}, true),
    set_config('app.request_id', ${requestId}, true),
    (SELECT jsonb_object_agg(key, value) FROM setting) AS installation, app.rules_stamp() AS rules`;
  // Every page and command asks for the day and the rules: they come with the same answer.
  keepInstallation(tx, entered?.installation ?? {});
  const ruleSets = await ruleSetsAt(entered?.rules ?? "", askIn(tx));
  const reads: Read[] = [];
  return { tx, actor, ruleSets, reads } as Scoped;
}

/** Runs reads as the actor: one transaction for each page, layout or route handler. What they audit is written last. */
export function scoped<Value>(
  actor: Actor,
  read: (scope: Scoped) => Promise<Value>,
): Promise<Value> {
  return sayingBusy(() =>
    database().$transaction(async (tx) => writingReads(await enterRole(tx, actor), read)),
  );
}

/** Works in a scope, then writes what was read: the audit chain is locked from there until commit, so it comes last. */
export async function writingReads<Value>(
  scope: Scoped,
  work: (scope: Scoped) => Promise<Value>,
): Promise<Value> {
  const value = await work(scope);
  for (const { action, subject, detail } of scope.reads)
    await appendAudit(scope, action, subject, detail);
  return value;
}

const nobody: Prisma.HolderWhereInput = { id: { in: [] } };

/** The same reach as `can`, as a filter on holders; combine it with AND. */
export function holdersFor(actor: Actor, action: Action): Prisma.HolderWhereInput {
  switch (reachOf(actor, action)) {
    case "all":
      return {};
    case "province":
    case "desk":
      return actor.provinceCode ? { provinceCode: actor.provinceCode } : nobody;
    case "district":
      return actor.districtCode ? { districtCode: actor.districtCode } : nobody;
    case "caseload":
      return { accountOfficerId: actor.id };
    case "agency":
    case "own":
    case undefined:
      return nobody;
  }
}

/** The same reach as `can`, as a filter on referrals; combine it with AND. An agency does not see drafts. */
export function referralsFor(actor: Actor, action: Action): Prisma.ReferralWhereInput {
  switch (reachOf(actor, action)) {
    case "province":
      return actor.provinceCode ? { provinceCode: actor.provinceCode } : nothing;
    case "district":
      return actor.districtCode ? { districtCode: actor.districtCode } : nothing;
    case "caseload":
      return { holder: { accountOfficerId: actor.id } };
    case "agency": {
      const { provinceCode, districtCode } = actor;
      const agency = projectAgencyOf(actor.agency);
      if (!agency || !provinceCode) return nothing;
      const sent = { agency, provinceCode, sentOn: { not: null } };
      return districtCode ? { ...sent, districtCode } : sent;
    }
    default:
      return nothing;
  }
}

const nothing: Prisma.ReferralWhereInput = { id: { in: [] } };

/**
 * The area of a list or a dashboard for this action: `{provinceCode}`, `{districtCode}` or `{accountOfficerId}`; undefined
 * if the role has no grant.
 */
export function areaFor(actor: Actor, action: Action) {
  switch (reachOf(actor, action)) {
    case "province":
    case "desk":
      return actor.provinceCode ? { provinceCode: actor.provinceCode } : undefined;
    case "district":
      return actor.districtCode ? { districtCode: actor.districtCode } : undefined;
    case "caseload":
      return { accountOfficerId: actor.id };
    default:
      return undefined;
  }
}

/** The actor's district if one of these actions reaches all of it; "" (no district) if none does. */
export function districtFor(actor: Actor, ...of: readonly Action[]): string {
  const reaches = of.some((action) => reachOf(actor, action) === "district");
  return (reaches && actor.districtCode) || "";
}

/**
 * Notes one read for the audit: who looked at what. Only ids and counts, never names or national IDs. It is written in the
 * same transaction, before anything that was read leaves it.
 */
export function auditRead(
  { reads }: Scoped,
  action: Action,
  subject: { type: string; id: string | null },
  detail: Record<string, unknown> = {},
) {
  reads.push({ action, subject, detail });
}

/** Writes one entry into the audit. Last in the transaction: it locks the audit chain until commit. */
export async function appendAudit(
  { tx }: Scoped,
  action: string,
  subject: { type: string; id: string | null },
  detail: object,
) {
  await tx.$queryRaw`SELECT audit.append(${action}, ${subject.type}, ${subject.id}, ${JSON.stringify(detail)}::jsonb)`;
}

/**
 * For long reads of the actor (an export) that must see the data of one moment: a snapshot that may take `timeout`
 * milliseconds. Each statement still has the login's own time limit.
 */
export function scopedSnapshot<Value>(
  actor: Actor,
  timeout: number,
  read: (scope: Scoped) => Promise<Value>,
): Promise<Value> {
  return database().$transaction(async (tx) => writingReads(await enterRole(tx, actor), read), {
    isolationLevel: "RepeatableRead",
    timeout,
  });
}

/** Ends the connections to the database: the last step of a command line. */
export function disconnect(): Promise<void> {
  return database().$disconnect();
}
