import { mayEver } from "@/domain/policy";
import { differencesOf } from "@/domain/rules/differences";
import { hindrancesOf } from "@/domain/rules/readiness";
import { outcomeOf } from "@/domain/rules/rule-case";
import type { RuleSet } from "@/domain/rules/rule-set";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { type RuleSets, rulesOn } from "@/domain/rules/sets";
import { fromDateColumn, programmeDate } from "@/server/clock";
import type { Scoped } from "@/server/scope";
import { rulesProvince } from "./drafts";
import { findRedetermination } from "./redetermination";

/** Where a version stands on a day. `kept`: it is in the code. */
export type RuleState = "in_force" | "past" | "coming" | "waiting" | "returned" | "replaced";

const officer = { select: { name: true, position: true } } as const;
const columns = {
  id: true,
  version: true,
  inForceFrom: true,
  letterNumber: true,
  letterOn: true,
  about: true,
  scanId: true,
  recordedById: true,
  recordedOn: true,
  recordedAt: true,
  recordedBy: officer,
  replacedBy: { select: { id: true } },
  step: { select: { step: true, note: true, takenOn: true, takenBy: officer } },
} as const;

type Stored = Awaited<ReturnType<typeof listStored>>[number];
const listStored = ({ tx }: Scoped) =>
  tx.ruleVersion.findMany({ select: columns, orderBy: { recordedAt: "desc" }, take: 200 });

const shaped = (sets: RuleSets, today: string, row: Stored) => ({
  ...row,
  inForceFrom: fromDateColumn(row.inForceFrom),
  letterOn: fromDateColumn(row.letterOn),
  recordedOn: fromDateColumn(row.recordedOn),
  step: row.step && { ...row.step, takenOn: fromDateColumn(row.step.takenOn) },
  state: stateOf(sets, today, row),
});
export type RuleVersionRow = ReturnType<typeof shaped>;

function stateOf(sets: RuleSets, today: string, { version, step, replacedBy }: Stored): RuleState {
  if (step?.step === "returned") return "returned";
  if (!step) return replacedBy ? "replaced" : "waiting";
  return stateOfSet(sets, today, version);
}

function stateOfSet(sets: RuleSets, today: string, version: string): RuleState {
  if (rulesOn(sets, today).version === version) return "in_force";
  const coming = sets.some((set) => set.version === version && set.inForceFrom > today);
  return coming ? "coming" : "past";
}

/** Whether the actor belongs to the treasury that records rules here, and to the province that reads its drafts. */
async function rightsOn(scope: Scoped) {
  const province = await rulesProvince(scope);
  const own = province !== null && scope.actor.provinceCode === province;
  return {
    mayRecord: own && mayEver(scope.actor, "rules.record"),
    /** The letter lies in the province's papers. */
    seesScan: own && mayEver(scope.actor, "rules.draft"),
  };
}

/** Whether the actor records rules here. */
export const mayRecordRules = async (scope: Scoped) => (await rightsOn(scope)).mayRecord;

/** The versions in force and coming, the drafts that the actor may see, and the sets of the code. */
export async function listRuleVersions(scope: Scoped) {
  const today = await programmeDate(scope.tx);
  const rows = (await listStored(scope)).map((row) => shaped(scope.ruleSets, today, row));
  const ofCode = ruleSetsOfCode.map((rules) => ({
    rules,
    state: stateOfSet(scope.ruleSets, today, rules.version),
  }));
  const inForce = rulesOn(scope.ruleSets, today);
  return { today, rows, ofCode, inForce, ...(await rightsOn(scope)) };
}
export type RuleVersions = Awaited<ReturnType<typeof listRuleVersions>>;

/** The scan of a letter that the actor kept and from which nothing was recorded yet, the newest; null without one. */
export async function findUnusedLetter({ tx, actor }: Scoped) {
  const scan = await tx.paperFile.findFirst({
    where: { kind: "rule_letter", recordedById: actor.id, ruleVersions: { none: {} } },
    select: { id: true, recordedOn: true },
    orderBy: { recordedAt: "desc" },
  });
  return scan && { id: scan.id, recordedOn: fromDateColumn(scan.recordedOn) };
}

/** A recorded version with its cases, what it changes and what stands between it and its check; null out of reach. */
export async function viewRuleVersion(scope: Scoped, id: string) {
  const today = await programmeDate(scope.tx);
  const row = await scope.tx.ruleVersion.findUnique({
    where: { id },
    select: { ...columns, document: true, cases: true },
  });
  if (!row) return null;
  const { document: rules, cases, ...stored } = row;
  const others = othersOf(scope.ruleSets, rules);
  const shown = shaped(scope.ruleSets, today, stored);
  const rights = await rightsOn(scope);
  return {
    ...shown,
    rules,
    before: rulesOn(others, rules.inForceFrom),
    differences: differencesOf(rulesOn(others, rules.inForceFrom), rules),
    cases: cases.map((each) => ({ ...each, outcome: outcomeOf(rules, each) })),
    hindrances: shown.state === "waiting" ? hindrancesOf(rules, cases, scope.ruleSets) : [],
    redetermination: rights.seesScan ? await findRedetermination(scope, id) : null,
    ...rights,
  };
}
export type RuleVersionView = NonNullable<Awaited<ReturnType<typeof viewRuleVersion>>>;

/** The sets without this version: what it is compared with. */
function othersOf([first, ...more]: RuleSets, { version }: RuleSet): RuleSets {
  return [first, ...more.filter((set) => set.version !== version)];
}

/** The rule set of a draft or a recorded version, for an actor who may read it; null out of reach. */
export async function draftRules({ tx }: Scoped, id: string): Promise<RuleSet | null> {
  const row = await tx.ruleVersion.findUnique({ where: { id }, select: { document: true } });
  return row?.document ?? null;
}

/** The whole set with its cases, as a file for review; null out of reach. */
export async function ruleFileOf({ tx }: Scoped, id: string) {
  const row = await tx.ruleVersion.findUnique({
    where: { id },
    select: { version: true, document: true, cases: true },
  });
  return row && { version: row.version, file: { rules: row.document, cases: row.cases } };
}
