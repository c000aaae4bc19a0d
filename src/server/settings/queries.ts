import type { Period, RuleSet } from "@/domain/rules/rule-set";
import { rulesOn } from "@/domain/rules/sets";
import {
  defaultOf,
  entryInForce,
  fitsRules,
  homeVisitsUntil,
  isNational,
  type LocalSettingKey,
  type SettingKey,
  settingKeys,
} from "@/domain/settings";
import { listDistrictNames } from "@/server/areas/queries";
import { fromDateColumn, programmeDate } from "@/server/clock";
import type { Transaction } from "@/server/db";
import { decidedWords, decisionSelect } from "@/server/delegations/decision";
import type { Scoped } from "@/server/scope";

/**
 * A local setting in force on this day: the district's newest entry, else the province's, else the default.
 * @param districtCode whose entry wins over the province's; without it the actor's own district
 */
export async function localSetting(
  scope: Scoped,
  key: LocalSettingKey,
  today: string,
  districtCode: string | null = scope.actor.districtCode,
): Promise<number> {
  return Number(await valueInForce(scope, key, today, districtCode));
}

/** The home visits of the actor's province with the end that is in force on this day. */
export async function homeVisits(scope: Scoped, today: string): Promise<Period> {
  const until = await valueInForce(scope, "home_visits_until", today, null);
  return homeVisitsUntil(rulesOn(scope.ruleSets, today), until);
}

async function valueInForce(
  { tx, actor, ruleSets }: Scoped,
  key: SettingKey,
  today: string,
  districtCode: string | null,
): Promise<string> {
  const rules = rulesOn(ruleSets, today);
  // The administrator has no province, and so no settings of one.
  if (!actor.provinceCode) return defaultOf(rules, key);
  const entries = await listApproved(tx, actor.provinceCode);
  const fitting = entries.filter(
    (entry) => entry.key === key && fitsRules(rules, key, entry.value),
  );
  const found = entryInForce(fitting.map(decided), today, districtCode);
  return found?.value ?? defaultOf(rules, key);
}

/** What a province has decided; read once in a transaction, for a page asks for several settings, some of them twice. */
const approved = new WeakMap<Transaction, ReturnType<typeof readApproved>>();

function listApproved(tx: Transaction, provinceCode: string) {
  const entries = approved.get(tx) ?? readApproved(tx, provinceCode);
  approved.set(tx, entries);
  return entries;
}

function readApproved(tx: Transaction, provinceCode: string) {
  return tx.settingEntry.findMany({
    where: { provinceCode, decision: "approved" },
    select: {
      key: true,
      value: true,
      districtCode: true,
      fromOn: true,
      decidedOn: true,
      preparedAt: true,
    },
  });
}

type Stored = {
  value: string;
  districtCode: string | null;
  fromOn: Date;
  decidedOn: Date | null;
  preparedAt: Date;
};
const decided = ({ value, districtCode, fromOn, decidedOn, preparedAt }: Stored) => ({
  value,
  districtCode,
  fromOn: fromDateColumn(fromOn),
  decidedAt: `${decidedOn ? fromDateColumn(decidedOn) : ""} ${preparedAt.toISOString()}`,
});

const entryColumns = {
  id: true,
  key: true,
  value: true,
  districtCode: true,
  fromOn: true,
  reason: true,
  letterNumber: true,
  letterOn: true,
  preparedAt: true,
  ...decisionSelect,
} as const;

/** Every entry of the province, newest first; with a key only those of one setting. */
async function listEntries({ tx, actor }: Scoped, key?: SettingKey) {
  const rows = await tx.settingEntry.findMany({
    where: { provinceCode: actor.provinceCode ?? "", ...(key ? { key } : {}) },
    select: entryColumns,
    orderBy: [{ fromOn: "desc" }, { preparedAt: "desc" }],
    take: 500,
  });
  return rows.map((row) => ({
    ...row,
    ...decided(row),
    decision: row.decision,
    letterOn: row.letterOn && fromDateColumn(row.letterOn),
    ...decidedWords(row),
  }));
}
export type SettingEntryRow = Awaited<ReturnType<typeof listEntries>>[number];

function settingOf(
  rules: RuleSet,
  key: SettingKey,
  entries: readonly SettingEntryRow[],
  today: string,
) {
  const own = entries.filter((entry) => entry.key === key);
  const approved = own.filter(
    ({ decision, value }) => decision === "approved" && fitsRules(rules, key, value),
  );
  const inForce = entryInForce(approved, today, null);
  return {
    key,
    national: isNational(key),
    value: inForce?.value ?? defaultOf(rules, key),
    inForce,
    /** Decided, for a day that is still to come. */
    coming: approved.filter(({ fromOn }) => fromOn > today),
    /** Districts that have their own value today. */
    districts: [...new Set(approved.flatMap((entry) => entry.districtCode ?? []))].flatMap(
      (code) => {
        const found = entryInForce(approved, today, code);
        return found?.districtCode ? [found] : [];
      },
    ),
    pending: own.filter(({ decision }) => decision === "pending"),
  };
}

/** Each setting with its value of today. */
export async function listSettings(scope: Scoped) {
  const today = await programmeDate(scope.tx);
  const entries = await listEntries(scope);
  return settingKeys.map((key) => settingOf(rulesOn(scope.ruleSets, today), key, entries, today));
}
export type SettingRow = Awaited<ReturnType<typeof listSettings>>[number];

/** One setting with its whole history, and the districts that may have their own value. */
export async function getSetting(scope: Scoped, key: SettingKey) {
  const today = await programmeDate(scope.tx);
  const history = await listEntries(scope, key);
  const districts = await listDistrictNames(scope.actor.provinceCode ?? "", scope.tx);
  return {
    today,
    ...settingOf(rulesOn(scope.ruleSets, today), key, history, today),
    history,
    districtNames: districts,
  };
}
export type SettingPage = Awaited<ReturnType<typeof getSetting>>;
