import type { Client } from "pg";

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

/** The published numbers: until which depth each is shown, and the people of which parts it has. */
const published = {
  people: [4, "answered + unanswered + young_high + old_low + old_high"],
  young: [3, "answered + unanswered + young_high"],
  old: [3, "old_low + old_high"],
  low: [3, "answered + unanswered + old_low"],
  high: [3, "young_high + old_high"],
  young_low: [2, "answered + unanswered"],
  young_high: [2, "young_high"],
  old_low: [2, "old_low"],
  old_high: [2, "old_high"],
  answered: [1, "answered"],
  unanswered: [1, "unanswered"],
} as const;
const publishedFacts = Object.entries(published)
  .map(([number, [depth, parts]]) => {
    const sum = parts.replace(/\w+/g, "c.$&");
    return `CASE WHEN p.withheld < ${depth} THEN ${sum} END AS ${number}`;
  })
  .join(", ");

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
  {
    // What is shown is what was counted that day at 16:30, of every area; the table itself refuses a number below ten.
    name: "published_count",
    role: "sukjai_keeper",
    key: ["area_code", "counted_on"],
    values: Object.keys(published),
    facts: `SELECT c.area_code, c.counted_on, ${publishedFacts}
      FROM (SELECT coalesce(district_code, province_code, 'all') AS area_code, taken_for AS counted_on, sum(answered) AS answered,
          sum(unanswered) AS unanswered, sum(young_high) AS young_high, sum(old_low) AS old_low, sum(old_high) AS old_high
        FROM age_income_day WHERE taken_for = (SELECT min(counted_on) FROM published_count)
        GROUP BY GROUPING SETS ((taken_for), (taken_for, province_code), (taken_for, district_code))) c
      LEFT JOIN published_count p ON p.area_code = c.area_code`,
    kept: "published_count",
  },
  {
    // A number that is withheld alone in its sum would be found by subtracting the others: there is none.
    name: "published_count_alone",
    role: "sukjai_keeper",
    key: ["family", "depth"],
    values: ["withheld"],
    facts: "SELECT '' AS family, 0 AS depth, 0 AS withheld WHERE false",
    kept: `(SELECT family, depth, count(*) AS withheld
      FROM published_count p CROSS JOIN generate_series(1, 4) AS depth CROSS JOIN LATERAL (
        SELECT p.area_code AS family WHERE length(p.area_code) < 4
        UNION ALL SELECT CASE length(p.area_code) WHEN 2 THEN 'all' ELSE left(p.area_code, 2) END WHERE p.area_code <> 'all') f
      WHERE p.withheld >= depth GROUP BY 1, 2 HAVING count(*) = 1)`,
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
    return proven;
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
