import type { RuleSets } from "@/domain/rules/sets";

/**
 * What is due to each person from month to month, written from the clauses once more, in SQL: the second implementation, which shares nothing
 * with the one that decides (an import rule holds it). It reads facts alone, never a decision or what was made of one. The rule
 * values are its parameter. Docs/programme.md 4 has the clauses.
 *
 * @param $1 $2 the people after the first and up to the second id
 * @param $3 `clauseValues`
 */
export const dueByTheClauses = `
  rules AS MATERIALIZED (
    SELECT r.*, lead(in_force_from, 1, 'infinity') OVER (ORDER BY in_force_from) AS until,
      row_number() OVER (ORDER BY in_force_from) = 1 AS is_first,
      -- By which version the treasury had people decided again, and up to whom that has come.
      (SELECT CASE WHEN d.done_at IS NULL THEN d.reached ELSE 'ffffffff-ffff-ffff-ffff-ffffffffffff' END
        FROM redetermination d JOIN rule_version v ON v.id = d.rule_version_id WHERE v.version = r.version) AS again_until
    FROM jsonb_to_recordset($3::jsonb) AS r (version text, in_force_from date, trigger text, yes_from date, cut_off int,
      months_to_first int, last_month date, ceiling bigint, given_until date, given_from date)),
  bands AS MATERIALIZED (
    SELECT r.version, b.id, b.up_to, b.satang, b.position, b.earlier
    FROM jsonb_to_recordset($3::jsonb) AS r (version text, bands jsonb)
      CROSS JOIN LATERAL jsonb_to_recordset(r.bands) AS b (id text, up_to bigint, satang bigint, position int, earlier jsonb)),
  -- Who is on a list or confirmed by the Ministry's letter; nobody else has a month.
  people AS MATERIALIZED (
    SELECT id, province_code, district_code, income_2559_satang FROM holder
    WHERE id > $1 AND id <= $2 AND standing IN ('listed', 'confirmed')),
  -- A death ends the months after its own, and so does a cancelled card; moving away ends nothing.
  ends AS MATERIALIZED (
    SELECT holder_id, min(departed_on) AS ended_on, min(departed_on) FILTER (WHERE kind = 'deceased') AS died_on
    FROM departure WHERE holder_id > $1 AND holder_id <= $2
      AND (kind = 'deceased' AND confirmation = 'confirmed' OR kind = 'card_cancelled' AND confirmation IN ('confirmed', 'pending'))
    GROUP BY 1),
  forms AS (
    SELECT holder_id, intent_on AS day, 'intent' AS form FROM intent
      WHERE holder_id > $1 AND holder_id <= $2 AND answer = 'yes' AND (confirmation IS NULL OR confirmation = 'confirmed')
    UNION ALL
    SELECT holder_id, interviewed_on, 'assessment' FROM assessment
      WHERE holder_id > $1 AND holder_id <= $2 AND answer = 'yes' AND (confirmation IS NULL OR confirmation = 'confirmed')),
  -- The first yes that counts: not before the measure, on a form that the rules of its day look at, not after a death.
  yeses AS (
    SELECT f.holder_id, min(f.day) AS day
    FROM forms f JOIN rules r ON (f.day >= r.in_force_from OR r.is_first) AND f.day < r.until
      LEFT JOIN ends e ON e.holder_id = f.holder_id
    WHERE f.day >= r.yes_from AND (r.trigger = 'earliest' OR r.trigger = f.form) AND (e.died_on IS NULL OR f.day <= e.died_on)
    GROUP BY 1),
  -- From the month after that of the yes to the last month of the measure; from an earlier one where a letter gives months afterwards.
  spans AS MATERIALIZED (
    SELECT p.id AS holder_id, y.day, r.version, r.ceiling, p.income_2559_satang,
      least((date_trunc('month', y.day) + make_interval(months => r.months_to_first
        + CASE WHEN extract(day FROM y.day) > r.cut_off THEN 1 ELSE 0 END))::date,
        CASE WHEN y.day <= r.given_until THEN r.given_from END) AS first_month,
      least(r.last_month, date_trunc('month', e.ended_on)::date) AS last_month
    FROM people p JOIN yeses y ON y.holder_id = p.id
      -- By the rules of the day of the yes, or by the latest by which the person was decided again.
      JOIN LATERAL (SELECT * FROM rules
        WHERE (y.day >= in_force_from OR is_first) AND y.day < until OR p.id <= again_until AND y.day >= yes_from
        ORDER BY in_force_from DESC LIMIT 1) r ON true
      LEFT JOIN ends e ON e.holder_id = p.id),
  corrected AS MATERIALIZED (
    SELECT c.holder_id, (c.new_value ->> 'satang')::bigint AS satang, c.counts_from, c.recorded_at,
      (date_trunc('month', b.programme_on) + interval '1 month')::date AS ends_on
    FROM correction c LEFT JOIN import_batch b ON b.id = c.closed_batch_id
    WHERE c.holder_id > $1 AND c.holder_id <= $2 AND c.field = 'income_2559' AND c.status IN ('approved', 'closed')
      AND c.counts_from IS NOT NULL),
  listed AS MATERIALIZED (
    SELECT i.holder_id, i.income_2559_satang::bigint AS satang, i.counts_from, b.number
    FROM holder_income i JOIN import_batch b ON b.id = i.batch_id WHERE i.holder_id > $1 AND i.holder_id <= $2),
  stated AS MATERIALIZED (
    SELECT holder_id, income_satang::bigint AS satang FROM registration
    WHERE holder_id > $1 AND holder_id <= $2 AND income_satang IS NOT NULL),
  -- What a list brought from the beginning stands over what was stated at a registration.
  ministry AS MATERIALIZED (
    SELECT holder_id, satang, coalesce(counts_from, '-infinity') AS counts_from, number FROM listed
    UNION ALL
    SELECT s.holder_id, s.satang, '-infinity', 0 FROM stated s
    WHERE NOT EXISTS (SELECT FROM listed l WHERE l.holder_id = s.holder_id AND l.counts_from IS NULL)),
  changing AS MATERIALIZED (
    SELECT holder_id FROM corrected UNION SELECT holder_id FROM ministry GROUP BY 1 HAVING count(*) > 1
    UNION SELECT holder_id FROM ministry WHERE counts_from > '-infinity'),
  -- An income from its month on: the newest correction until a list that has it counts, else the newest of the lists.
  incomes AS (
    SELECT s.holder_id, s.version, s.ceiling, s.first_month, s.last_month, coalesce(m.satang, s.income_2559_satang) AS satang
    FROM spans s LEFT JOIN ministry m ON m.holder_id = s.holder_id
    WHERE s.first_month <= s.last_month AND NOT EXISTS (SELECT FROM changing c WHERE c.holder_id = s.holder_id)
    UNION ALL
    SELECT s.holder_id, s.version, s.ceiling, month::date, month::date, coalesce(
      (SELECT c.satang FROM corrected c
       WHERE c.holder_id = s.holder_id AND c.counts_from <= month AND (c.ends_on IS NULL OR month < c.ends_on)
       ORDER BY c.counts_from DESC, c.recorded_at DESC LIMIT 1),
      (SELECT m.satang FROM ministry m WHERE m.holder_id = s.holder_id AND m.counts_from <= month
       ORDER BY m.counts_from DESC, m.number DESC LIMIT 1))
    FROM spans s JOIN changing USING (holder_id)
      CROSS JOIN generate_series(s.first_month, s.last_month, interval '1 month') month),
  -- The amount of the first band whose limit the income does not pass; above the ceiling nobody is a holder of a card.
  amounts AS MATERIALIZED (
    SELECT i.holder_id, i.first_month, i.last_month, b.id AS band, b.satang, b.earlier,
      b.earlier = '[]' AND NOT EXISTS (SELECT FROM changing c WHERE c.holder_id = i.holder_id) AS whole
    FROM incomes i
      CROSS JOIN LATERAL (SELECT id, satang, earlier FROM bands WHERE version = i.version AND (up_to IS NULL OR i.satang <= up_to)
        ORDER BY position LIMIT 1) b
    WHERE i.satang <= i.ceiling),
  -- From month to month where the amount may change: then the months beside each other that have the same are one line again.
  single AS (
    SELECT a.holder_id, month::date AS month, a.band, coalesce(
      (SELECT e.satang FROM jsonb_to_recordset(a.earlier) AS e (until date, satang bigint) WHERE month <= e.until
        ORDER BY e.until LIMIT 1), a.satang) AS satang
    FROM amounts a CROSS JOIN generate_series(a.first_month, a.last_month, interval '1 month') month WHERE NOT a.whole),
  due AS MATERIALIZED (
    SELECT holder_id, first_month, last_month, band, satang FROM amounts WHERE whole
    UNION ALL
    SELECT holder_id, min(month), max(month), band, satang
    FROM (SELECT s.*, month - make_interval(months => row_number() OVER (PARTITION BY holder_id, band, satang ORDER BY month)::int) AS line
      FROM single s) s
    GROUP BY holder_id, band, satang, line),
  -- What a letter gives once to a list, by the first set that has it.
  once AS MATERIALIZED (
    SELECT DISTINCT ON (o.list) o.list, o.month, o.satang
    FROM jsonb_to_recordset($3::jsonb) AS r (in_force_from date, once jsonb)
      CROSS JOIN LATERAL jsonb_to_recordset(r.once) AS o (list text, month date, satang bigint)
    ORDER BY o.list, r.in_force_from),
  -- Whom the last checked list of the province names, unless a death or a cancelled card ended it before that month.
  due_once AS MATERIALIZED (
    SELECT p.holder_id, l.province_code, o.list, o.month, o.satang
    FROM one_off_person p
      JOIN (SELECT DISTINCT ON (l.province_code, l.list) l.id, l.province_code, l.list FROM one_off_list l
        JOIN one_off_list_step s ON s.list_id = l.id WHERE s.step = 'checked' ORDER BY l.province_code, l.list, s.taken_at DESC) l
        ON l.id = p.list_id
      JOIN once o USING (list)
      LEFT JOIN ends e ON e.holder_id = p.holder_id
    WHERE p.holder_id > $1 AND p.holder_id <= $2 AND (e.ended_on IS NULL OR date_trunc('month', e.ended_on) >= o.month))`;

/** The rule values as the clauses take them. */
export function clauseValues(sets: RuleSets): string {
  return JSON.stringify(
    sets.map(({ version, inForceFrom, topUp, incomeCeilingSatang, incomeBands, oneOffs = [] }) => ({
      version,
      in_force_from: inForceFrom,
      trigger: topUp.trigger.value,
      yes_from: topUp.yesCountsFrom.value,
      cut_off: topUp.cutOffDay.value,
      months_to_first: topUp.monthsToFirst.value,
      last_month: `${topUp.lastMonth.value}-01`,
      given_until: topUp.retroactive?.value.yesUntil,
      given_from: topUp.retroactive && `${topUp.retroactive.value.from}-01`,
      ceiling: incomeCeilingSatang.value,
      once: oneOffs.map(({ value: { list, month, baht } }) => ({
        list,
        month: `${month}-01`,
        satang: baht * 100,
      })),
      bands: incomeBands.map(({ id, incomeUpToSatang, monthlyTopUp, earlier = [] }, position) => ({
        id,
        up_to: incomeUpToSatang.value,
        satang: monthlyTopUp.value * 100,
        earlier: earlier.map(({ value: { until, monthly } }) => ({
          until: `${until}-01`,
          satang: monthly * 100,
        })),
        position,
      })),
    })),
  );
}
