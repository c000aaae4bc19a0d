import type { Client } from "pg";
import { publishedColumns, reckonPublication, storedRow } from "@/server/published/publish";

/** A counter and the facts that it counts; both have the same columns, and no two rows the same key. */
type Counter = {
  name: string;
  /** Who may read both. */
  role: "sukjai_keeper" | "sukjai_bookkeeper";
  key: readonly string[];
  values: readonly string[];
  facts: string;
  /** The table of the counter, or what of it can be recounted. */
  kept: string;
};

/** What is counted otherwise than the facts are: `null` where one of them has no such row. */
export type CounterDifference = {
  counter: string;
  of: Record<string, unknown>;
  kept: Record<string, unknown> | null;
  counted: Record<string, unknown> | null;
};

const noOfficer = "'00000000-0000-0000-0000-000000000000'";
const steps = [
  ...["listed", "met", "interviewed", "willing", "planned"],
  ...["referred", "accepted", "started", "completed", "above_line"],
];
const stepDays = steps
  .slice(1)
  .map((step, at) => `('${step}', ${steps[at]}_on, ${step}_on)`)
  .join(", ");
const results = [
  ...["people", "contacts", "income_people", "income_then", "income_now", "income_up", "jobs"],
  ...["loans", "loan_baht", "trained", "training_hours", "projects", "taken_up", "takers"],
];
const both = "income_then IS NOT NULL AND income_now IS NOT NULL";

/** Every counter that pages show, and what is derived of each person for them. */
export const counters: readonly Counter[] = [
  {
    name: "holder_tally",
    role: "sukjai_keeper",
    key: [
      ...["province_code", "district_code", "subdistrict_code", "account_officer_id", "age_class"],
      ...["income_band", "must_reach", "state", "latest_answer", "interviewed", "said_yes"],
      "occupation_group",
    ],
    values: ["people"],
    facts: `SELECT province_code, district_code, subdistrict_code, coalesce(account_officer_id, ${noOfficer}) AS account_officer_id,
        age_class, income_band, must_reach, state, coalesce(latest_answer, 'none') AS latest_answer,
        interviewed_on IS NOT NULL AS interviewed, first_yes_on IS NOT NULL AS said_yes, occupation_group, count(*) AS people
      FROM holder WHERE counted GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12`,
    kept: "holder_tally",
  },
  {
    name: "entitlement_tally",
    role: "sukjai_keeper",
    key: [
      ...["province_code", "district_code", "account_officer_id", "income_band", "yes_month"],
      ...["first_month", "last_month", "satang_a_month", "last"],
    ],
    values: ["people"],
    facts: `SELECT province_code, district_code, coalesce(account_officer_id, ${noOfficer}) AS account_officer_id, income_band, yes_month,
        first_month, last_month, satang_a_month, last, count(*) AS people
      FROM entitlement GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9`,
    kept: "entitlement_tally",
  },
  {
    name: "follow_up_tally",
    role: "sukjai_keeper",
    key: ["province_code", "district_code", "agreed_month", "dose", "rounds_done"],
    values: results,
    facts: `SELECT province_code, district_code, to_char(agreed_on, 'YYYY-MM') AS agreed_month, least(contacts, 3) AS dose,
        array_to_string(rounds_done, ' ') AS rounds_done, count(*) AS people, sum(contacts) AS contacts,
        count(*) FILTER (WHERE ${both}) AS income_people, coalesce(sum(income_then) FILTER (WHERE ${both}), 0) AS income_then,
        coalesce(sum(income_now) FILTER (WHERE ${both}), 0) AS income_now, count(*) FILTER (WHERE income_up) AS income_up,
        count(*) FILTER (WHERE got_job) AS jobs, count(*) FILTER (WHERE loan_baht > 0) AS loans, sum(loan_baht) AS loan_baht,
        count(*) FILTER (WHERE training_hours > 0) AS trained, sum(training_hours) AS training_hours, sum(projects) AS projects,
        sum(taken_up) AS taken_up, count(*) FILTER (WHERE taken_up > 0) AS takers
      FROM follow_up WHERE active GROUP BY 1, 2, 3, 4, 5`,
    kept: "follow_up_tally",
  },
  {
    name: "ministry_tally",
    role: "sukjai_keeper",
    key: ["province_code", "district_code", "kind", "state"],
    values: ["entries"],
    facts: `SELECT province_code, district_code, kind, state, count(*) AS entries FROM ministry_entry
      WHERE counted AND (stands OR state IN ('reported', 'accepted')) GROUP BY 1, 2, 3, 4`,
    kept: "(SELECT * FROM ministry_tally WHERE entries <> 0)",
  },
  {
    // Of the band of the day of the run nothing is kept but the counter.
    name: "ledger_tally",
    role: "sukjai_bookkeeper",
    key: ["run_id", "province_code", "district_code", "month", "kind", "satang", "benefit"],
    values: ["entries"],
    facts: `SELECT run_id, province_code, district_code, month, kind, satang, benefit, count(*) AS entries
      FROM ledger_entry GROUP BY 1, 2, 3, 4, 5, 6, 7`,
    kept: `(SELECT run_id, province_code, district_code, month, kind, satang, benefit, sum(entries) AS entries
      FROM ledger_tally GROUP BY 1, 2, 3, 4, 5, 6, 7)`,
  },
  {
    name: "journey",
    role: "sukjai_keeper",
    key: ["holder_id"],
    values: [
      ...["province_code", "district_code", "must_reach", "counted"],
      ...steps.map((step) => `${step}_on`),
      "furthest",
    ],
    facts: `SELECT j.*, app.furthest_of(j) AS furthest FROM app.journeys() j WHERE app.furthest_of(j) <> 'listed'`,
    kept: "(SELECT j.*, h.furthest FROM journey j JOIN holder h ON h.id = j.holder_id)",
  },
  {
    name: "funnel_tally",
    role: "sukjai_keeper",
    key: [
      ...["province_code", "district_code", "subdistrict_code", "must_reach", "age_class", "sex"],
      ...["occupation_group", "furthest", "left_by"],
    ],
    values: ["people"],
    facts: `SELECT province_code, district_code, subdistrict_code, must_reach, age_class, app.sex_of(title) AS sex, occupation_group,
        furthest, app.left_by(state) AS left_by, count(*) AS people
      FROM holder WHERE counted GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9`,
    kept: "funnel_tally",
  },
  {
    name: "funnel_days",
    role: "sukjai_keeper",
    key: ["province_code", "district_code", "must_reach", "step", "days"],
    values: ["people"],
    facts: `SELECT province_code, district_code, must_reach, step, on_day - since AS days, count(*) AS people
      FROM journey CROSS JOIN LATERAL (VALUES ${stepDays}) s (step, since, on_day)
      WHERE counted AND on_day >= since GROUP BY 1, 2, 3, 4, 5`,
    kept: "funnel_days",
  },
  {
    name: "take_up_tally",
    role: "sukjai_keeper",
    key: [
      ...["province_code", "district_code", "project", "dimension", "category", "agency"],
      ...["state", "waits_since", "answer_days"],
    ],
    values: ["matters"],
    facts: `SELECT r.province_code, r.district_code, r.project, c.dimension, coalesce(c.category, '') AS category, r.agency, r.state,
        CASE WHEN r.state = 'sent' THEN r.sent_on ELSE '1970-01-01' END AS waits_since,
        coalesce(r.answered_on - r.sent_on, -1) AS answer_days, count(*) AS matters
      FROM referral r JOIN chosen_project c ON c.assessment_id = r.assessment_id AND c.project = r.project
      WHERE r.sent_on IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
      UNION ALL
      SELECT f.province_code, f.district_code, c.project, c.dimension, coalesce(c.category, ''), '', 'chosen', '1970-01-01', -1, count(*)
      FROM follow_up f JOIN chosen_project c ON c.assessment_id = f.assessment_id WHERE f.active GROUP BY 1, 2, 3, 4, 5`,
    kept: "take_up_tally",
  },
];

/**
 * Recounts every counter from the facts, all of them as they are at one moment, and tells what differs.
 * @param owner a connection of the owner, who may enter the roles that read both
 */
export async function proveCounters(
  owner: Client,
): Promise<{ counter: string; rows: number; differences: CounterDifference[] }[]> {
  await owner.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  try {
    await owner.query("SET LOCAL work_mem = '128MB'");
    const proven = [];
    for (const counter of counters) {
      await owner.query(`SET LOCAL ROLE ${counter.role}`);
      const { rows: counted } = await owner.query<{ rows: number }>(
        `SELECT count(*)::int AS rows FROM ${counter.kept} k`,
      );
      const { rows: differences } = await owner.query<CounterDifference>(differencesSql(counter));
      await owner.query("RESET ROLE");
      proven.push({ counter: counter.name, rows: counted[0]?.rows ?? 0, differences });
    }
    await owner.query("SET LOCAL ROLE sukjai_keeper");
    return [...proven, await provePublished(owner)];
  } finally {
    await owner.query("ROLLBACK");
  }
}

/** Rows that only one of both has, or whose values differ. */
function differencesSql({ name, key, values, facts, kept }: Counter): string {
  const named = (columns: readonly string[], of = "") =>
    `jsonb_build_object(${columns.map((column) => `'${column}', ${of}${column}`).join(", ")})`;
  const row = (of: string) => `(${values.map((column) => `${of}.${column}`).join(", ")})`;
  const [first] = key;
  return `SELECT '${name}' AS counter, ${named(key)} AS of,
      CASE WHEN k.there THEN ${named(values, "k.")} END AS kept, CASE WHEN f.there THEN ${named(values, "f.")} END AS counted
    FROM (SELECT *, true AS there FROM (${facts}) c) f FULL JOIN (SELECT *, true AS there FROM ${kept} c) k USING (${key.join(", ")})
    WHERE f.there IS NULL OR k.there IS NULL OR ${row("f")} IS DISTINCT FROM ${row("k")}
    ORDER BY ${first}`;
}

/** What is published is what was counted that day at 16:30, with small numbers withheld, row by row. */
async function provePublished(client: Client) {
  const counter = "published_count";
  const columns = ["withheld", ...Object.values(publishedColumns)].join(", ");
  const { rows: kept } = await client.query<Record<string, unknown> & { area_code: string }>(
    `SELECT area_code, counted_on::text, ${columns} FROM published_count`,
  );
  const days = [...new Set(kept.map(({ counted_on }) => String(counted_on)))];
  const reckoned = await Promise.all(
    days.map(async (day) =>
      (await reckonPublication(client, day)).areas.map((area) => storedRow(area, day)),
    ),
  );
  const counted = reckoned.flat();
  const stored = new Map(kept.map((row) => [row.area_code, row]));
  const right = new Map(counted.map((row) => [row.area_code, row]));
  const differences = [...new Set([...stored.keys(), ...right.keys()])].flatMap(
    (area_code): CounterDifference[] => {
      const [is, should] = [stored.get(area_code) ?? null, right.get(area_code) ?? null];
      const same = is && should && JSON.stringify(inOrder(is)) === JSON.stringify(inOrder(should));
      return same ? [] : [{ counter, of: { area_code }, kept: is, counted: should }];
    },
  );
  return { counter, rows: kept.length, differences };
}

const inOrder = (row: Record<string, unknown>) =>
  Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
