import type { RuleSet } from "@/domain/rules/rule-set";
import { ruleSetSchema } from "@/domain/rules/rule-set-schema";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import type { RuleSets } from "@/domain/rules/sets";
import { Prisma } from "@/server/generated/prisma/client";

/** Asks the database in the caller's transaction: Prisma's for a command, the job's own connection for a job. */
export type Ask = <Row>(sql: Prisma.Sql) => Promise<Row[]>;

/** How a transaction of Prisma's asks, or its connection outside one. */
export const askIn =
  (reader: { $queryRaw: <Row>(sql: Prisma.Sql) => Promise<Row> }): Ask =>
  <Row>(sql: Prisma.Sql) =>
    reader.$queryRaw<Row[]>(sql);

/** How the database says which sets it knows (`app.rules_stamp`). */
const stampOf = (sets: RuleSets) =>
  sets
    .map(({ version }) => version)
    .sort()
    .join(" ");

/** What this process has read; a set is never changed, so only the list of them can be out of date. */
let kept = { stamp: stampOf(ruleSetsOfCode), sets: ruleSetsOfCode };

/** The rule sets of this installation, the earliest first: those of the code, and those that were recorded and checked. */
export async function loadRuleSets(ask: Ask): Promise<RuleSets> {
  const [row] = await ask<{ stamp: string }>(Prisma.sql`SELECT app.rules_stamp() AS stamp`);
  return ruleSetsAt(row?.stamp ?? "", ask);
}

/**
 * The same for a transaction that decides, and until it ends: a set that another transaction puts in force meanwhile waits. So
 * nothing is decided by the sets of before once a check is committed.
 */
export async function holdRuleSets(ask: Ask): Promise<RuleSets> {
  const [row] = await ask<{ stamp: string }>(Prisma.sql`SELECT app.hold_rules() AS stamp`);
  return ruleSetsAt(row?.stamp ?? "", ask);
}

/** The sets where the stamp was read already, with something else that was asked. */
export async function ruleSetsAt(stamp: string, ask: Ask): Promise<RuleSets> {
  if (kept.stamp !== stamp) kept = await readRuleSets(ask);
  return kept.sets;
}

async function readRuleSets(ask: Ask) {
  const [row] = await ask<{ stamp: string; documents: unknown[] }>(
    Prisma.sql`SELECT app.rules_stamp() AS stamp, app.recorded_rules() AS documents`,
  );
  const [first, ...others] = ruleSetsOfCode;
  const recorded = (row?.documents ?? []).map((document) => known(ruleSetSchema.parse(document)));
  const later = [...others, ...recorded].sort((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1));
  return { stamp: row?.stamp ?? "", sets: [first, ...later] as const };
}

/** The set as it was read before, for what is worked out once for each. */
const known = (rules: RuleSet) =>
  kept.sets.find(({ version }) => version === rules.version) ?? rules;
