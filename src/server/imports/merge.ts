import type { JobClient } from "./job-connection";

/** The Ministry's values of a holder: an import writes these columns and no others. */
const ministryColumns = [
  "title",
  "first_name",
  "last_name",
  "birth_date",
  "birth_date_precision",
  "district_code",
  "subdistrict_code",
  "moo",
  "house_no",
  "ministry_phone",
  "ministry_occupation",
  "income_2559_satang",
] as const;
/** Columns derived from them; the trigger `app.keep_cohort` works out band, age class and cohort. */
const followingColumns = ["search_name"] as const;
/** After a change the earlier income stays in force until the month in which the new one counts begins. */
const earlierIncome = `CASE WHEN h.standing IN ('awaiting', 'refused') THEN NULL
  WHEN s.income_2559_satang = h.income_2559_satang THEN h.earlier_income_satang
  ELSE nullif(coalesce(h.earlier_income_satang, h.income_2559_satang), s.income_2559_satang) END`;

const list = (alias: string, names: readonly string[]) =>
  names.map((name) => `${alias}.${name}`).join(", ");
const written = [...ministryColumns, ...followingColumns];
/** A registered holder changes by being on the list at all: from then on the Ministry's values stand (decision 0030). */
const differs = `(h.standing <> 'listed' OR (${list("h", ministryColumns)}) IS DISTINCT FROM (${list("s", ministryColumns)}))`;
/**
 * A holder is looked up by the index of the ID, row by row of the chunk. The planner has no statistics of a table that was
 * just filled; without OFFSET 0 it would read all holders for each chunk.
 */
export const holderOfRow =
  "LATERAL (SELECT * FROM holder WHERE national_id_index = s.national_id_index OFFSET 0) h";
const matching = `staging.import_row s CROSS JOIN ${holderOfRow} WHERE s.batch_id = $1 AND s.accepted`;

/** A chunk of staged rows of a batch; `countsFrom` is the first day from which a changed income decides. */
export type StagedChunk = { batchId: string; provinceCode: string; countsFrom: string };
export type ChunkCounts = { created: number; changed: number; unchanged: number };

/**
 * Removes from the chunk the rows whose holder belongs to another province, and returns their numbers: one province may
 * not move the holders of another.
 */
export async function takeOutForeign(client: JobClient, { batchId, provinceCode }: StagedChunk) {
  const found = await client.query<{ row_number: number }>(
    `SELECT s.row_number FROM ${matching} AND h.province_code <> $2 ORDER BY 1`,
    [batchId, provinceCode],
  );
  const foreign = found.rows.map((row) => row.row_number);
  if (foreign.length > 0)
    await client.query(
      "DELETE FROM staging.import_row WHERE batch_id = $1 AND row_number = ANY($2)",
      [batchId, foreign],
    );
  return foreign;
}

/** What merging the staged rows would do; writes nothing. */
export async function countChunk(
  client: JobClient,
  { batchId }: StagedChunk,
): Promise<ChunkCounts> {
  const { rows } = await client.query<ChunkCounts>(
    `SELECT count(*) FILTER (WHERE h.id IS NULL)::int AS created,
       count(*) FILTER (WHERE h.id IS NOT NULL AND ${differs})::int AS changed,
       count(*) FILTER (WHERE h.id IS NOT NULL AND NOT (${differs}))::int AS unchanged
     FROM staging.import_row s LEFT JOIN ${holderOfRow} ON true WHERE s.batch_id = $1 AND s.accepted`,
    [batchId],
  );
  return rows[0] ?? { created: 0, changed: 0, unchanged: 0 };
}

/**
 * Merges the staged rows: the values before are kept, only the Ministry's columns of changed holders are written, and a
 * holder without a change is not written at all.
 */
export async function mergeChunk(client: JobClient, chunk: StagedChunk): Promise<ChunkCounts> {
  const { batchId, provinceCode, countsFrom } = chunk;
  const { unchanged } = await countChunk(client, chunk);
  const before = [...written, "earlier_income_satang", "changed_batch_id", "standing"]
    .map((name) => `'${name}', h.${name}`)
    .join(", ");
  const changes = await client.query(
    `INSERT INTO import_change (batch_id, holder_id, province_code, before)
     SELECT $1, h.id, h.province_code, jsonb_build_object(${before}) FROM ${matching} AND ${differs}`,
    [batchId],
  );
  if (changes.rowCount) {
    await client.query(
      `INSERT INTO holder_income (holder_id, batch_id, province_code, income_2559_satang, counts_from)
       SELECT h.id, $1, h.province_code, s.income_2559_satang,
         -- No sum was due before the list had them, so its income decides from the beginning.
         CASE WHEN h.standing NOT IN ('awaiting', 'refused') THEN $2::date END FROM ${matching}
         AND (h.standing IN ('awaiting', 'refused') OR h.income_2559_satang <> s.income_2559_satang)`,
      [batchId, countsFrom],
    );
    await updateChanged(client, batchId);
  }
  const created = await insertNew(client, batchId, provinceCode);
  return { created, changed: changes.rowCount ?? 0, unchanged };
}

/** Work whose joins must go row by row of the chunk: the planner would rather read every holder once. */
export async function withoutJoinsOfAll(client: JobClient, work: () => Promise<unknown>) {
  const joins = (setting: "off" | "on") =>
    client.query(`SET LOCAL enable_hashjoin = ${setting}; SET LOCAL enable_mergejoin = ${setting}`);
  await joins("off");
  await work();
  await joins("on");
}

/** Before the insert of new holders: holders are locked before the counters, as at every desk. */
async function updateChanged(client: JobClient, batchId: string) {
  await withoutJoinsOfAll(client, () =>
    client.query(
      `UPDATE holder h SET ${written.map((name) => `${name} = s.${name}`).join(", ")}, earlier_income_satang = ${earlierIncome}, changed_batch_id = $1, standing = 'listed'
       FROM (SELECT s.*, h.id AS holder_id FROM ${matching} AND ${differs} OFFSET 0) s WHERE h.id = s.holder_id`,
      [batchId],
    ),
  );
}

async function insertNew(client: JobClient, batchId: string, provinceCode: string) {
  const columns = [
    ...["id", "national_id_enc", "national_id_index", "national_id_last4"],
    ...written,
  ];
  const added = await client.query(
    `WITH added AS (
       INSERT INTO holder (${columns.join(", ")}, rules_version, province_code, created_batch_id, changed_batch_id)
       SELECT ${list("s", columns)}, (SELECT app.rules_on(programme_on) FROM import_batch WHERE id = $1), $2, $1, $1
       FROM staging.import_row s
         LEFT JOIN ${holderOfRow} ON true
       WHERE s.batch_id = $1 AND s.accepted AND h.id IS NULL
       RETURNING id, province_code, income_2559_satang)
     INSERT INTO holder_income (holder_id, batch_id, province_code, income_2559_satang)
     SELECT id, $1, province_code, income_2559_satang FROM added`,
    [batchId, provinceCode],
  );
  return added.rowCount ?? 0;
}

/** Notes which holders the chunk's rows belong to, also of rejected rows, and empties the staging table. */
export async function closeChunk(client: JobClient, { batchId }: StagedChunk): Promise<void> {
  await client.query(
    `INSERT INTO staging.import_seen (batch_id, holder_id)
     SELECT $1, h.id FROM staging.import_row s CROSS JOIN ${holderOfRow}
     WHERE s.batch_id = $1 ON CONFLICT DO NOTHING`,
    [batchId],
  );
  await client.query("DELETE FROM staging.import_row WHERE batch_id = $1", [batchId]);
}

/** How many holders of the province the file does not have; `keep` writes their list. */
export async function closeFile(
  client: JobClient,
  { batchId, provinceCode }: Omit<StagedChunk, "countsFrom">,
  keep: boolean,
): Promise<number> {
  // EXCEPT always makes one pass over both sides. With NOT EXISTS the planner, which has no statistics of the notes just
  // made, chose a nested loop (half the time of an import at a million holders).
  // Who was registered and is on no list yet cannot be missing from one.
  const missing = `(SELECT id FROM holder WHERE province_code = $2 AND standing = 'listed'
    EXCEPT SELECT holder_id FROM staging.import_seen WHERE batch_id = $1) absent`;
  const { rows } = await client.query<{ people: number }>(
    keep
      ? `WITH kept AS (INSERT INTO import_missing (batch_id, part, province_code, holder_ids)
           SELECT $1, (n / 1000)::int, $2, array_agg(id) FROM (SELECT id, row_number() OVER () - 1 AS n FROM ${missing}) numbered
           GROUP BY 2 RETURNING cardinality(holder_ids) AS people) SELECT coalesce(sum(people), 0)::int AS people FROM kept`
      : `SELECT count(*)::int AS people FROM ${missing}`,
    [batchId, provinceCode],
  );
  await client.query("DELETE FROM staging.import_seen WHERE batch_id = $1", [batchId]);
  return rows[0]?.people ?? 0;
}
