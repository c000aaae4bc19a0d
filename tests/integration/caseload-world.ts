import { randomUUID } from "node:crypto";
import { importBatchRow, insert, officer, officerRow, onDatabase } from "@tests/security/world";
import type { AoAgency } from "@/domain/agencies";
import type { Actor } from "@/domain/policy";

/** A district with its heads and three account officers, its neighbour with one, and any number of people. */
export type CaseloadWorld = {
  treasury: Actor;
  chief: Actor;
  secretary: Actor;
  officers: [Actor, Actor, Actor];
  codes: [string, string, string];
  neighbourSecretary: Actor;
  neighbour: Actor;
  neighbourCode: string;
  batch: string;
};

export async function buildCaseloadWorld(): Promise<CaseloadWorld> {
  const ao = (area: string, agency: AoAgency) => officer("account_officer", area, agency);
  const people = {
    treasury: officer("provincial_officer", "54"),
    chief: officer("district_chief", "5401"),
    secretary: officer("district_secretary", "5401"),
    officers: [
      ao("5401", "CDD"),
      ao("5401", "BAAC"),
      ao("5401", "DOPA"),
    ] as CaseloadWorld["officers"],
    neighbourSecretary: officer("district_secretary", "5402"),
    neighbour: ao("5402", "CDD"),
  };
  const codes: CaseloadWorld["codes"] = ["5401C001", "5401B001", "5401D001"];
  const batch = randomUUID();
  await onDatabase(async (client) => {
    const everybody = [
      people.treasury,
      people.chief,
      people.secretary,
      ...people.officers,
      people.neighbourSecretary,
      people.neighbour,
    ];
    for (const actor of everybody) await insert(client, "officer", officerRow(actor));
    for (const [code, { id }] of [
      ...codes.map((code, nth) => [code, people.officers[nth] as Actor] as const),
      ["5402C001", people.neighbour] as const,
    ])
      await insert(client, "account_officer_code", {
        code,
        officer_id: id,
        province_code: "54",
        district_code: code.slice(0, 4),
        issued_on: "2018-02-01",
      });
    await insert(client, "import_batch", importBatchRow(batch, people.treasury));
  });
  return { ...people, codes, neighbourCode: "5402C001", batch };
}

/** So many people of one subdistrict in villages of about a hundred, as one import writes them. */
export async function savePeople(
  { batch }: CaseloadWorld,
  people: number,
  subdistrict = "540101",
): Promise<void> {
  await onDatabase((client) =>
    client.query(
      `INSERT INTO holder (id, province_code, district_code, subdistrict_code, moo, house_no, national_id_enc, national_id_index,
         national_id_last4, title, first_name, last_name, income_2559_satang, search_name,
         ministry_occupation, created_batch_id, changed_batch_id)
       SELECT gen_random_uuid(), '54', left($2, 4), $2, 1 + n % greatest(1, least(99, $1 / 100)), n::text, '\\x00',
         decode(md5($2 || n) || md5(n || $2), 'hex'), '1234', 'นาง', 'บุญมี', 'ใจดี' || n, 2000000, 'บุญมี ใจดี' || n,
         CASE n % 3 WHEN 0 THEN 'ทำนา' WHEN 1 THEN 'รับจ้าง' ELSE 'ค้าขาย' END, $3::uuid, $3::uuid
       FROM generate_series(1, $1::int) n`,
      [people, subdistrict, batch],
    ),
  );
}

/** A digest of who cares for whom and in which state everybody is, and of the tally that dashboards read. */
export async function stateDigest(): Promise<string> {
  const [row] = await query<{ digest: string }>(`
    SELECT md5((SELECT string_agg(concat_ws('|', id, account_officer_id, account_officer_code, state, hindrance, answer_state), ';' ORDER BY id) FROM holder)
      || '#' || (SELECT string_agg(t::text, ';' ORDER BY t::text) FROM holder_tally t)) AS digest`);
  return row?.digest ?? "";
}

/** Counters that differ from a full count; there must be none. */
export async function wrongTally(): Promise<unknown[]> {
  return query(`
    SELECT * FROM (
      SELECT district_code, account_officer_id, state, occupation_group, sum(people)::int AS people FROM holder_tally GROUP BY 1, 2, 3, 4
    ) kept FULL JOIN (
      SELECT district_code, coalesce(account_officer_id, '00000000-0000-0000-0000-000000000000') AS account_officer_id, state, occupation_group,
        count(*)::int AS people FROM holder GROUP BY 1, 2, 3, 4
    ) counted USING (district_code, account_officer_id, state, occupation_group, people)
    WHERE kept.people IS NULL OR counted.people IS NULL`);
}

/** One question as the superuser. */
export async function query<Row extends Record<string, unknown>>(
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return onDatabase(async (client) => (await client.query(sql, values)).rows as Row[]);
}
