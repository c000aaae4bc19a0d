import type { ChangedFact } from "@/domain/assessment/entitlement-decision";
import type { IsoDate, IsoMonth } from "@/domain/calendar";
import { differencesAPage } from "@/domain/ledger";
import { type Action, type Actor, reachOf } from "@/domain/policy";
import { everyOneOff } from "@/domain/rules/sets";
import { Prisma } from "@/server/generated/prisma/client";
import { fullName } from "@/server/holders/search";
import { auditRead, type Scoped } from "@/server/scope";

/** A row of the ledger with what explains it: what was booked before, by which decisions, and the facts that changed between. */
export type ExplainedEntry = {
  holderId: string;
  month: IsoMonth;
  /** The top-up, or the list of what a letter gives once, with its name. */
  benefit: string;
  once: string | null;
  number: number;
  satang: bigint;
  /** Booked of the month before this row. */
  before: bigint;
  /** Of the decision, or of the list. */
  decidedOn: IsoDate;
  /** Null: the first row of its month. */
  decidedBefore: IsoDate | null;
  changed: (ChangedFact | "list")[];
  runId: string;
  runNumber: number;
  runMonth: IsoMonth;
};

/** `l`: the rows; each with its run, its decision, and the row before it. */
const explained = Prisma.sql`
  l.holder_id::text AS "holderId", to_char(l.month, 'YYYY-MM') AS month, l.benefit, l.number::int, l.satang,
  (SELECT coalesce(sum(b.satang), 0)::bigint FROM ledger_entry b
    WHERE b.holder_id = l.holder_id AND b.month = l.month AND b.benefit = l.benefit AND b.number < l.number) AS before,
  coalesce(d.decided_on, o.recorded_on)::text AS "decidedOn", coalesce(p.decided_on, q.recorded_on)::text AS "decidedBefore",
  CASE
    WHEN d.id IS NOT NULL THEN (SELECT coalesce(array_agg(DISTINCT fact), '{}') FROM entitlement_decision c, unnest(c.changed) fact
      WHERE c.holder_id = l.holder_id AND c.number > p.number AND c.number <= d.number)
    WHEN l.number = 0 THEN '{}'
    -- Whose sum an end takes away stands on the list all the same.
    WHEN CASE WHEN l.satang > 0 THEN q.id = o.id
      ELSE EXISTS (SELECT FROM one_off_person n WHERE n.list_id = o.id AND n.holder_id = l.holder_id) END THEN '{end}'
    ELSE '{list}' END AS changed,
  r.id::text AS "runId", r.number AS "runNumber", to_char(r.month, 'YYYY-MM') AS "runMonth"`;
const joined = Prisma.sql`
  JOIN month_run r ON r.id = l.run_id
  LEFT JOIN entitlement_decision d ON d.id = l.decision_id
  LEFT JOIN one_off_list o ON o.id = l.one_off_list_id
  LEFT JOIN ledger_entry e ON e.holder_id = l.holder_id AND e.month = l.month AND e.benefit = l.benefit AND e.number = l.number - 1
  LEFT JOIN entitlement_decision p ON p.id = e.decision_id
  LEFT JOIN one_off_list q ON q.id = e.one_off_list_id`;

/** The name that a letter gives to what it gives once; null for the top-up. */
const withOnce =
  ({ ruleSets }: Scoped) =>
  <Row extends { benefit: string }>(row: Row) => ({
    ...row,
    once: everyOneOff(ruleSets).find(({ list }) => list === row.benefit)?.name ?? null,
  });

/** What was booked of a holder, the newest month first; empty without a grant. */
export async function ledgerOf(scope: Scoped, holderId: string): Promise<ExplainedEntry[]> {
  const { tx, actor } = scope;
  if (!reachOf(actor, "ledger.read")) return [];
  const rows = await tx.$queryRaw<Omit<ExplainedEntry, "once">[]>`
    SELECT ${explained} FROM ledger_entry l ${joined}
    WHERE l.holder_id = ${holderId}::uuid ORDER BY l.month DESC, l.benefit <> 'top_up', l.benefit, l.number`;
  return rows.map(withOnce(scope));
}

/** The reach of an action as a condition on a row of the ledger and its holder `h`; null without a grant. */
function entriesFor(actor: Actor, action: Action): Prisma.Sql | null {
  switch (reachOf(actor, action)) {
    case "province":
      return Prisma.sql`l.province_code = ${actor.provinceCode ?? ""}`;
    case "district":
      return Prisma.sql`h.district_code = ${actor.districtCode ?? ""}`;
    case "caseload":
      return Prisma.sql`h.account_officer_id = ${actor.id}::uuid`;
    default:
      return null;
  }
}

type Named = { title: string; firstName: string; lastName: string };

/**
 * The runs that booked differences within the actor's reach, the newest first, and a page of those of one run (the newest
 * where none is named). Null without a grant. Audited.
 */
export async function listDifferences(
  scope: Scoped,
  { runId, page }: { runId: string | null; page: number },
) {
  const { tx, actor } = scope;
  const within = entriesFor(actor, "ledger.read");
  if (!within) return null;
  const runs = await tx.$queryRaw<{ id: string; month: IsoMonth; entries: number }[]>`
    SELECT r.id::text, to_char(r.month, 'YYYY-MM') AS month, count(*)::int AS entries
    FROM ledger_entry l JOIN month_run r ON r.id = l.run_id JOIN holder h ON h.id = l.holder_id
    WHERE l.kind = 'difference' AND ${within} GROUP BY r.id ORDER BY r.month DESC`;
  const run = runs.find(({ id }) => id === runId) ?? runs[0] ?? null;
  const rows = run
    ? await tx.$queryRaw<(Omit<ExplainedEntry, "once"> & Named)[]>`
        SELECT ${explained}, h.title, h.first_name AS "firstName", h.last_name AS "lastName"
        FROM ledger_entry l ${joined} JOIN holder h ON h.id = l.holder_id
        WHERE l.kind = 'difference' AND l.run_id = ${run.id}::uuid AND ${within}
        ORDER BY l.holder_id, l.month, l.number, l.benefit
        LIMIT ${differencesAPage} OFFSET ${(page - 1) * differencesAPage}`
    : [];
  auditRead(scope, "ledger.read", { type: "list", id: run?.id ?? null }, { shown: rows.length });
  return { runs, run, rows: rows.map(withOnce(scope)).map(withName) };
}
export type Differences = NonNullable<Awaited<ReturnType<typeof listDifferences>>>;

/** People of a run to look at before it is certified, the same at each look. Audited. */
export async function sampleOfRun(scope: Scoped, runId: string, people = 8) {
  const { tx } = scope;
  const rows = await tx.$queryRaw<
    (Named & { holderId: string; month: IsoMonth; benefit: string; satang: bigint })[]
  >`
    SELECT DISTINCT ON (l.holder_id) l.holder_id::text AS "holderId", to_char(l.month, 'YYYY-MM') AS month, l.benefit, l.satang,
      h.title, h.first_name AS "firstName", h.last_name AS "lastName"
    FROM generate_series(1, ${people}::int) place
      CROSS JOIN LATERAL (
        SELECT holder_id, month, benefit, satang FROM ledger_entry
        WHERE run_id = ${runId}::uuid AND kind = 'entitlement' AND holder_id >= md5(${runId} || place)::uuid
        ORDER BY holder_id, month DESC LIMIT 1) l
      JOIN holder h ON h.id = l.holder_id`;
  auditRead(scope, "run.read", { type: "month_run", id: runId }, { sample: rows.length });
  return rows.map(withOnce(scope)).map(withName);
}

function withName<Row extends Named>({ title, firstName, lastName, ...row }: Row) {
  return { ...row, name: fullName(title, firstName, lastName) };
}
