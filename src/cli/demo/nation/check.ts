import type { Client } from "pg";
import { findUndecided } from "@/server/entitlements/proof";
import { proveCounters } from "@/server/proof/counters";

/** What the database derived by triggers, worked out once more from every row; beside the counters, which have a proof of their own. */
const checks: readonly { what: string; sql: string }[] = [
  {
    what: "wishes for the Ministry",
    sql: `SELECT count(*)::int AS wrong FROM holder h WHERE h.first_yes_on IS NOT NULL AND NOT EXISTS (SELECT FROM ministry_entry e
      WHERE e.source_id = h.id AND e.kind = 'wish' AND e.stands AND e.occurred_on = h.first_yes_on)`,
  },
  {
    what: "cohorts",
    sql: `SELECT count(*)::int AS wrong FROM holder h
      CROSS JOIN LATERAL app.cohort_of(h.rules_version, coalesce(h.corrected_birth_date, h.birth_date), NULL, h.income_in_force_satang) c
      WHERE (h.age_class, h.income_band, h.must_reach) IS DISTINCT FROM (c.age_class, c.income_band, c.must_reach)`,
  },
];

/** Throws if a counter is not the count, if a cohort is not what the rules in SQL say, if somebody is missing, a decision, or a wish on the Ministry's list. */
export async function checkNation(owner: Client, people: number) {
  await owner.query("BEGIN; SET LOCAL ROLE sukjai_keeper");
  const counted = await owner.query(
    "SELECT coalesce(sum(people), 0)::int AS people FROM holder_tally",
  );
  if (counted.rows[0].people !== people)
    throw new Error(`There are ${counted.rows[0].people} people instead of ${people}.`);
  for (const { what, sql } of checks) {
    const { rows } = await owner.query<{ wrong: number }>(sql);
    if (rows[0]?.wrong !== 0) throw new Error(`${rows[0]?.wrong} ${what} are wrong.`);
  }
  await owner.query("ROLLBACK");
  for (const { counter, differences } of await proveCounters(owner))
    if (differences.length > 0) throw new Error(`${differences.length} of ${counter} are wrong.`);
  const [undecided] = await findUndecided(owner, 1);
  if (undecided) throw new Error(`The yes of ${undecided.id} has no decision.`);
}

/** Written at random (encryption, some ids of triggers), by the clock or under the installation's key: of no two runs the same. */
const never = [
  ...["national_id_enc", "national_id_index", "created_at", "recorded_at", "waiting_since"],
  ...["plan_version.id", "referral_event.id", "co_interview.id", "entitlement_decision.id"],
  ...["entitlement_decision.number", "entitlement.decision_id"],
];
const digested = [
  ...["holder", "holder_income", "holder_tally", "intent", "officer", "account_officer_code"],
  ...["place", "desk", "caseload_move", "assignment", "visit", "appointment", "absence"],
  ...["assessment", "chosen_project", "referral", "plan_version", "referral_event", "co_interview"],
  ...["follow_up", "ministry_entry", "ministry_tally", "entitlement_decision"],
  ...["entitlement", "entitlement_tally", "journey", "funnel_tally", "funnel_days"],
  "take_up_tally",
];

/** One number for all that was written, whatever the order: equal for equal nations. */
export async function digestNation(owner: Client): Promise<string> {
  await owner.query("BEGIN");
  for (const table of digested)
    await owner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
  let all = 0n;
  for (const table of digested) {
    const { rows } = await owner.query<{ columns: string }>(
      `SELECT string_agg(quote_ident(column_name), ', ' ORDER BY column_name) AS columns FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = $1 AND NOT column_name = ANY ($2) AND NOT $1 || '.' || column_name = ANY ($2)`,
      [table, never],
    );
    const sums = await owner.query<{ sum: string }>(
      `SELECT coalesce(sum(hashtextextended($1 || ROW(${rows[0]?.columns})::text, 0)::numeric), 0)::text AS sum FROM ${table}`,
      [table],
    );
    all += BigInt(sums.rows[0]?.sum ?? 0);
  }
  await owner.query("ROLLBACK");
  return BigInt.asUintN(64, all).toString(16).padStart(16, "0");
}
