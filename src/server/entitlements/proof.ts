import type { Client } from "pg";
import {
  type DecisionFacts,
  decideAgain,
  type EntitlementDecision,
} from "@/domain/assessment/entitlement-decision";
import { type IsoDate, type IsoMonth, monthOf } from "@/domain/calendar";
import { type RuleSets, rulesOfVersion } from "@/domain/rules/sets";

/** A holder whose newest decision is not that of the yes that counts; no day: none counts. */
type Undecided = { id: string; district: string; yesOn: IsoDate | null };

/** Counting yeses without a decision, and decisions of a yes that counts no more, in the order of districts. The owner may enter the decider's role. */
export async function findUndecided(owner: Client, atMost: number): Promise<Undecided[]> {
  return asDecider(owner, async () => {
    const { rows } = await owner.query<Undecided>(
      // Materialized: for the first few of nobody the planner would look through all decisions for each holder.
      `WITH undecided AS MATERIALIZED (
         SELECT h.id, h.district_code, h.counting
         FROM (SELECT id, district_code, CASE WHEN counted THEN first_yes_on END AS counting FROM holder) h
           LEFT JOIN (SELECT DISTINCT ON (holder_id) holder_id, yes_on FROM entitlement_decision ORDER BY holder_id, number DESC) d
             ON d.holder_id = h.id
         WHERE d.yes_on IS DISTINCT FROM h.counting)
       SELECT id::text, district_code AS district, counting::text AS "yesOn" FROM undecided u
       ORDER BY district_code, u.id LIMIT $1`,
      [atMost],
    );
    return rows;
  });
}

/** How many decisions there are, and those that their own facts do not give again. */
export async function decideAllAgain(owner: Client, ruleSets: RuleSets, aPage = 5000) {
  return asDecider(owner, async () => {
    const wrong: { id: string; holderId: string }[] = [];
    let decisions = 0;
    let last = "00000000-0000-0000-0000-000000000000";
    for (;;) {
      const { rows } = await owner.query<DecisionRow>(pageSql, [last, aPage]);
      for (const row of rows) if (!isRight(ruleSets, row)) wrong.push(row);
      decisions += rows.length;
      const end = rows.at(-1);
      if (!end) return { decisions, wrong };
      last = end.id;
    }
  });
}

type DecisionRow = {
  id: string;
  holderId: string;
  yesOn: IsoDate | null;
  rules: string;
  facts: DecisionFacts;
  reasons: string[];
  none: string | null;
  first: IsoDate | null;
  last: IsoDate | null;
  months: number;
  /** Whole numbers of any size come as text. */
  satangAMonth: string | null;
  satang: string;
};

const pageSql = `
  SELECT id::text, holder_id::text AS "holderId", yes_on::text AS "yesOn", rules_version AS rules, facts, reasons, none,
    first_month::text AS first, last_month::text AS last, months, satang_a_month::text AS "satangAMonth", satang::text
  FROM entitlement_decision WHERE id > $1::uuid ORDER BY entitlement_decision.id LIMIT $2`;

function isRight(ruleSets: RuleSets, row: DecisionRow): boolean {
  // Of a yes that counts no more only its months are told, and the table allows none.
  if (row.yesOn === null) return true;
  const again = decideAgain(rulesOfVersion(ruleSets, row.rules), row.yesOn, row.facts);
  const { reasons, none, months, satangAMonth, satang } = row;
  const paid = [monthIn(row.first), monthIn(row.last), months];
  return answer(again) === [reasons.join(), none, ...paid, satangAMonth, satang].join("|");
}

const monthIn = (day: IsoDate | null): IsoMonth | null => day && monthOf(day);

function answer(decision: EntitlementDecision): string {
  const { reasons, none, firstMonth, lastMonth, months, satangAMonth, satang } = decision;
  return [reasons.join(), none, firstMonth, lastMonth, months, satangAMonth, satang].join("|");
}

async function asDecider<Value>(owner: Client, work: () => Promise<Value>): Promise<Value> {
  await owner.query("BEGIN; SET LOCAL ROLE sukjai_decider");
  try {
    return await work();
  } finally {
    await owner.query("ROLLBACK");
  }
}
