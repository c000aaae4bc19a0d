import {
  changesSince,
  type DecidedBefore,
  decisionOfYes,
} from "@/domain/assessment/entitlement-decision";
import { type StoredForms, saysYes } from "@/domain/assessment/facts";
import { type IsoDate, type IsoMonth, monthOf } from "@/domain/calendar";
import type { CorrectionField, CorrectionValue } from "@/domain/correction";
import type { Departure } from "@/domain/death";
import type { Standing } from "@/domain/registration";
import { decidesAgain, type RuleSets, rulesOfVersion, rulesOn } from "@/domain/rules/sets";
import { storedForms } from "@/server/assessments/stored";
import { Prisma } from "@/server/generated/prisma/client";
import { incomesOf } from "@/server/holders/incomes";
import type { Ask } from "@/server/rules/load";

/** The only role that writes decisions (docs/decisions/0033). No officer's role may become it. */
const decider = "sukjai_decider";

/**
 * Decides whoever this transaction noted: whose yes came to count, or whose facts are other ones since their last decision. In
 * the role of the decider; then the transaction goes on in the role that it had. The last step before whatever locks the audit.
 */
export async function decideNoted(ask: Ask, role: string, ruleSets: RuleSets): Promise<void> {
  const [found] = await ask<{ noted: boolean }>(Prisma.sql`SELECT app.noted_undecided() AS noted`);
  if (!found?.noted) return;
  await asDecider(ask, role, async () => {
    const noted = await ask<{ id: string }>(
      Prisma.sql`SELECT holder_id::text AS id FROM app.undecided WHERE noted_in = pg_current_xact_id() ORDER BY 1`,
    );
    for (let start = 0; start < noted.length; start += atOnce)
      await decide(ask, ruleSets, idsOf(noted.slice(start, start + atOnce)));
  });
}

/**
 * Decides people again by a version that a letter gives, where it counts their yes and they were decided by an earlier one: a new
 * decision beside the old one, also where the sum is the same, so that whatever changes later is judged by the new version.
 */
export async function decideByVersion(
  ask: Ask,
  role: string,
  { ruleSets, version }: { ruleSets: RuleSets; version: string },
  holderIds: readonly string[],
): Promise<number> {
  return asDecider(ask, role, async () => {
    const people = await ask<PersonRow>(peopleSql(holderIds));
    const rows = people.flatMap((person) => rowsByVersion(ruleSets, version, person));
    if (rows.length > 0) await ask(insertSql(JSON.stringify(rows)));
    return rows.length;
  });
}

function rowsByVersion(ruleSets: RuleSets, version: string, person: PersonRow) {
  const rules = rulesOfVersion(ruleSets, version);
  const before = person.before && decidedBefore(person.before);
  const { yesOn } = person;
  const yes = formOfYes(person);
  if (!before || !yesOn || !yes || before.yesOn !== yesOn) return [];
  if (!decidesAgain(rules, rulesOfVersion(ruleSets, before.rules), yesOn)) return [];
  const decision = { ...decisionOfYes(rules, formsOf(person), yesOn), yesOn };
  const changed = changesSince(before, decision, person.standing) ?? [];
  return [{ ...decisionColumns(person, decision, yes), changed }];
}

/** People of one statement: a list may change the incomes of many thousands. */
const atOnce = 2000;

/**
 * Decides some of those whom no transaction has decided: what an older version stored. Returns how many it looked at; 0: none
 * is left.
 */
export async function decideLeftOver(
  ask: Ask,
  role: string,
  ruleSets: RuleSets,
  atMost: number,
): Promise<number> {
  return asDecider(ask, role, async () => {
    const left = await ask<{ id: string }>(
      Prisma.sql`SELECT holder_id::text AS id FROM app.undecided ORDER BY holder_id LIMIT ${atMost} FOR UPDATE SKIP LOCKED`,
    );
    await decide(ask, ruleSets, idsOf(left));
    return left.length;
  });
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

async function asDecider<Value>(ask: Ask, role: string, work: () => Promise<Value>) {
  await ask(Prisma.sql`SELECT set_config('role', ${decider}, true)`);
  const value = await work();
  await ask(Prisma.sql`SELECT set_config('role', ${role}, true)`);
  return value;
}

/** The forms of people as they stand now, by their id, read in the role of the decider; without an age. */
export async function formsNow(ask: Ask, role: string, holderIds: readonly string[]) {
  return asDecider(ask, role, async () => {
    const people = await ask<PersonRow>(peopleSql(holderIds));
    return new Map(people.map((person) => [person.id, formsOf(person)]));
  });
}

/** A decision for each whose sum or counting yes is another one than their newest decision says; all are taken off the notes. */
async function decide(ask: Ask, ruleSets: RuleSets, holderIds: readonly string[]) {
  if (holderIds.length === 0) return;
  const people = await ask<PersonRow>(peopleSql(holderIds));
  const rows = people.flatMap((person) => decisionRows(ruleSets, person));
  if (rows.length > 0) await ask(insertSql(JSON.stringify(rows)));
  await ask(Prisma.sql`DELETE FROM app.undecided WHERE holder_id = ANY (${holderIds}::uuid[])`);
}

type Form = { id: string } & Omit<StoredForms["intents"][number], "intentOn">;

/** What a holder's sum is decided from, and what was decided last. Days are ISO texts. */
type PersonRow = {
  id: string;
  provinceCode: string;
  standing: Standing;
  /** The first yes that counts; null: none does. */
  yesOn: IsoDate | null;
  before: StoredRow | null;
  income2559Satang: number;
  stated: number | null;
  incomes: { income2559Satang: number; countsFrom: IsoDate | null; number: number }[];
  corrections: {
    field: CorrectionField;
    status: string;
    newValue: CorrectionValue;
    countsFrom: IsoDate | null;
    recordedAt: string;
    closedOn: IsoDate | null;
  }[];
  intents: (Form & { intentOn: IsoDate })[];
  assessments: (Form & { interviewedOn: IsoDate })[];
  departures: Departure[];
};

const peopleSql = (holderIds: readonly string[]) => Prisma.sql`
  SELECT h.id::text, h.province_code AS "provinceCode", h.standing, CASE WHEN h.counted THEN h.first_yes_on END::text AS "yesOn",
    (SELECT jsonb_build_object('yesOn', d.yes_on, 'rules', d.rules_version, 'facts', d.facts, 'reasons', d.reasons, 'none', d.none,
        'firstMonth', d.first_month, 'lastMonth', d.last_month, 'months', d.months, 'satangAMonth', d.satang_a_month::text,
        'satang', d.satang::text, 'parts', d.parts)
      FROM entitlement_decision d WHERE d.holder_id = h.id ORDER BY d.number DESC LIMIT 1) AS before,
    h.income_2559_satang AS "income2559Satang",
    (SELECT r.income_satang FROM registration r WHERE r.holder_id = h.id) AS stated,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('income2559Satang', i.income_2559_satang, 'countsFrom', i.counts_from,
        'number', b.number)), '[]')
      FROM holder_income i JOIN import_batch b ON b.id = i.batch_id WHERE i.holder_id = h.id) AS incomes,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('field', c.field, 'status', c.status, 'newValue', c.new_value,
        'countsFrom', c.counts_from, 'recordedAt', c.recorded_at, 'closedOn', b.programme_on)), '[]')
      FROM correction c LEFT JOIN import_batch b ON b.id = c.closed_batch_id
      WHERE c.holder_id = h.id AND c.field = 'income_2559') AS corrections,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'answer', f.answer, 'confirmation', f.confirmation,
        'afterDeath', f.after_death, 'intentOn', f.intent_on)), '[]')
      FROM intent f WHERE f.holder_id = h.id) AS intents,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'answer', f.answer, 'confirmation', f.confirmation,
        'afterDeath', f.after_death, 'interviewedOn', f.interviewed_on)), '[]')
      FROM assessment f WHERE f.holder_id = h.id) AS assessments,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', d.kind, 'confirmation', d.confirmation, 'departedOn', d.departed_on,
        'source', d.source)), '[]')
      FROM departure d WHERE d.holder_id = h.id) AS departures
  FROM holder h
  WHERE h.id = ANY (${holderIds}::uuid[])`;

const insertSql = (rows: string) => Prisma.sql`
  INSERT INTO entitlement_decision (id, holder_id, province_code, intent_id, assessment_id, yes_on, rules_version, facts, reasons,
    none, first_month, last_month, months, satang_a_month, satang, parts, changed, decided_on)
  SELECT gen_random_uuid(), d.holder_id, d.province_code, d.intent_id, d.assessment_id, d.yes_on, d.rules_version, d.facts, d.reasons,
    d.none, d.first_month, d.last_month, d.months, d.satang_a_month, d.satang, d.parts, d.changed, app.programme_today()
  FROM jsonb_to_recordset(${rows}::jsonb) AS d (holder_id uuid, province_code text, intent_id uuid, assessment_id uuid, yes_on date,
    rules_version text, facts jsonb, reasons text[], none text, first_month date, last_month date, months int, satang_a_month bigint,
    satang bigint, parts jsonb, changed text[])`;

/** A decision as its row has it: days for months, whole numbers of any size as text. */
type StoredRow = Omit<DecidedBefore, "firstMonth" | "lastMonth" | "satangAMonth" | "satang"> & {
  firstMonth: IsoDate | null;
  lastMonth: IsoDate | null;
  satangAMonth: string | null;
  satang: string;
};

function decidedBefore({
  firstMonth,
  lastMonth,
  satangAMonth,
  satang,
  ...row
}: StoredRow): DecidedBefore {
  return {
    ...row,
    firstMonth: firstMonth && monthOf(firstMonth),
    lastMonth: lastMonth && monthOf(lastMonth),
    satangAMonth: satangAMonth === null ? null : BigInt(satangAMonth),
    satang: BigInt(satang),
  };
}

/**
 * None where nothing is new, or where no form says the yes: nothing can be decided, and the proof finds it. Who was decided
 * before is judged by the rules of that decision, as long as the same yes counts.
 */
function decisionRows(ruleSets: RuleSets, person: PersonRow) {
  const { yesOn, standing } = person;
  const before = person.before && decidedBefore(person.before);
  const day = yesOn ?? before?.yesOn;
  const yes = formOfYes(person);
  if (!day || (yesOn && !yes)) return [];
  const same = before?.yesOn === day;
  const rules = same ? rulesOfVersion(ruleSets, before.rules) : rulesOn(ruleSets, day);
  const decision = { ...decisionOfYes(rules, formsOf(person), day), yesOn };
  if (yesOn === null && decision.none === null) return [];
  const changed = before ? changesSince(before, decision, standing) : [];
  return changed ? [{ ...decisionColumns(person, decision, yes), changed }] : [];
}

/** The columns of a decision, as its row has them: also of rows that are written many at a time. */
export function decisionColumns(
  of: { id: string; provinceCode: string },
  decision: DecidedBefore,
  yes: { intent: string } | { assessment: string } | null,
) {
  const { none, months, parts, satangAMonth } = decision;
  return {
    holder_id: of.id,
    province_code: of.provinceCode,
    intent_id: yes && "intent" in yes ? yes.intent : null,
    assessment_id: yes && "assessment" in yes ? yes.assessment : null,
    yes_on: decision.yesOn,
    rules_version: decision.rules,
    facts: decision.facts,
    reasons: decision.reasons,
    none,
    first_month: dayOf(decision.firstMonth),
    last_month: dayOf(decision.lastMonth),
    months,
    // As text: JSON has no whole numbers of this size.
    satang_a_month: satangAMonth === null ? null : String(satangAMonth),
    satang: String(decision.satang),
    parts,
  };
}

const dayOf = (month: IsoMonth | null) => month && `${month}-01`;

function formsOf({ stated, incomes, corrections, ...person }: PersonRow): StoredForms {
  return storedForms(
    {
      standing: person.standing,
      intents: person.intents,
      assessments: person.assessments.map((each) => ({ ...each, targetGroup: null })),
      departures: person.departures,
      // The sum knows no age.
      birthDate: null,
      incomes: incomesOf({
        income2559Satang: person.income2559Satang,
        registration: stated === null ? null : { incomeSatang: stated },
        incomes: incomes.map(({ number, ...each }) => ({ ...each, batch: { number } })),
        corrections: corrections.map(({ recordedAt, closedOn, ...each }) => ({
          ...each,
          recordedAt: new Date(recordedAt),
          closedBatch: closedOn === null ? null : { programmeOn: closedOn },
        })),
      }),
    },
    null,
  );
}

/** The form on which the counting yes rests: of two of one day the desk's. */
function formOfYes({ yesOn, intents, assessments }: PersonRow) {
  if (yesOn === null) return null;
  const intent = intents.find((form) => form.intentOn === yesOn && saysYes(form));
  if (intent) return { intent: intent.id };
  const told = assessments.find((form) => form.interviewedOn === yesOn && saysYes(form));
  return told ? { assessment: told.id } : null;
}
