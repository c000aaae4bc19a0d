import { decisionOfYes } from "@/domain/assessment/entitlement-decision";
import { type StoredForms, saysYes } from "@/domain/assessment/facts";
import type { IsoDate, IsoMonth } from "@/domain/calendar";
import type { CorrectionField, CorrectionValue } from "@/domain/correction";
import type { Departure } from "@/domain/death";
import type { Standing } from "@/domain/registration";
import { type RuleSets, rulesOn } from "@/domain/rules/sets";
import { storedForms } from "@/server/assessments/stored";
import { Prisma } from "@/server/generated/prisma/client";
import { incomesOf } from "@/server/holders/incomes";

/** Asks the database in the caller's transaction: Prisma's for a command, the job's own connection for a job. */
export type Ask = <Row>(sql: Prisma.Sql) => Promise<Row[]>;

/** The only role that writes decisions (docs/decisions/0033). No officer's role may become it. */
const decider = "sukjai_decider";

/**
 * Decides the yeses that this transaction made count, in the role of the decider; then the transaction goes on in the role
 * that it had. The last step before whatever locks the audit.
 */
export async function decideNotedYeses(ask: Ask, role: string, ruleSets: RuleSets): Promise<void> {
  const [found] = await ask<{ noted: boolean }>(Prisma.sql`SELECT app.noted_a_yes() AS noted`);
  if (!found?.noted) return;
  await asDecider(ask, role, async () => {
    const noted = await ask<{ id: string }>(
      Prisma.sql`SELECT holder_id::text AS id FROM app.undecided_yes WHERE noted_in = pg_current_xact_id() ORDER BY 1`,
    );
    await decideYeses(ask, ruleSets, idsOf(noted));
  });
}

/**
 * Decides some of the yeses that no transaction has decided: those that an older version stored. Returns how many it
 * looked at; 0: none is left.
 */
export async function decideLeftYeses(
  ask: Ask,
  role: string,
  ruleSets: RuleSets,
  atMost: number,
): Promise<number> {
  return asDecider(ask, role, async () => {
    const left = await ask<{ id: string }>(
      Prisma.sql`SELECT holder_id::text AS id FROM app.undecided_yes ORDER BY holder_id LIMIT ${atMost} FOR UPDATE SKIP LOCKED`,
    );
    await decideYeses(ask, ruleSets, idsOf(left));
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

/** Once for each counting yes: who has the decision of theirs, or none that counts, is only taken off the notes. */
async function decideYeses(ask: Ask, ruleSets: RuleSets, holderIds: readonly string[]) {
  if (holderIds.length === 0) return;
  const people = await ask<PersonRow>(peopleSql(holderIds));
  const rows = people.flatMap((person) => decisionRows(ruleSets, person));
  await ask(insertSql(JSON.stringify(rows)));
  await ask(Prisma.sql`DELETE FROM app.undecided_yes WHERE holder_id = ANY (${holderIds}::uuid[])`);
}

type Form = { id: string } & Omit<StoredForms["intents"][number], "intentOn">;

/** A holder with a counting yes that is not decided: what the sum is decided from. Days are ISO texts. */
type PersonRow = {
  id: string;
  provinceCode: string;
  standing: Standing;
  yesOn: IsoDate;
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
  SELECT h.id::text, h.province_code AS "provinceCode", h.standing, h.first_yes_on::text AS "yesOn",
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
  WHERE h.id = ANY (${holderIds}::uuid[]) AND h.counted AND h.first_yes_on IS NOT NULL
    AND NOT EXISTS (SELECT FROM entitlement_decision e WHERE e.holder_id = h.id AND e.yes_on = h.first_yes_on)`;

const insertSql = (rows: string) => Prisma.sql`
  INSERT INTO entitlement_decision (id, holder_id, province_code, intent_id, assessment_id, yes_on, rules_version, facts, reasons,
    none, first_month, last_month, months, satang_a_month, satang, parts, decided_on)
  SELECT gen_random_uuid(), d.holder_id, d.province_code, d.intent_id, d.assessment_id, d.yes_on, d.rules_version, d.facts, d.reasons,
    d.none, d.first_month, d.last_month, d.months, d.satang_a_month, d.satang, d.parts, app.programme_today()
  FROM jsonb_to_recordset(${rows}::jsonb) AS d (holder_id uuid, province_code text, intent_id uuid, assessment_id uuid, yes_on date,
    rules_version text, facts jsonb, reasons text[], none text, first_month date, last_month date, months int, satang_a_month bigint,
    satang bigint, parts jsonb)
  ON CONFLICT (holder_id, yes_on) DO NOTHING`;

/** None where no form says the yes: nothing can be decided, and the proof finds it. */
function decisionRows(ruleSets: RuleSets, person: PersonRow) {
  const { id, provinceCode, yesOn } = person;
  const yes = formOfYes(person);
  return yes ? [decisionColumns(ruleSets, { id, provinceCode, yesOn }, formsOf(person), yes)] : [];
}

/** Whose counting yes is decided, and its day. */
export type DecidedHolder = { id: string; provinceCode: string; yesOn: IsoDate };

/** The columns of a decision, as its row has them: also of rows that are written many at a time. */
export function decisionColumns(
  ruleSets: RuleSets,
  of: DecidedHolder,
  forms: StoredForms,
  yes: { intent: string } | { assessment: string },
) {
  const { yesOn } = of;
  const decision = decisionOfYes(rulesOn(ruleSets, yesOn), forms, yesOn);
  const { none, months, parts, satangAMonth } = decision;
  return {
    holder_id: of.id,
    province_code: of.provinceCode,
    intent_id: "intent" in yes ? yes.intent : null,
    assessment_id: "assessment" in yes ? yes.assessment : null,
    yes_on: yesOn,
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
  const intent = intents.find((form) => form.intentOn === yesOn && saysYes(form));
  if (intent) return { intent: intent.id };
  const told = assessments.find((form) => form.interviewedOn === yesOn && saysYes(form));
  return told ? { assessment: told.id } : null;
}
