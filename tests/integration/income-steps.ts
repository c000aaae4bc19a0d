import { randomUUID } from "node:crypto";
import { importBatchRow, insert } from "@tests/security/world";
import { correctionRow } from "@tests/security/world-requests";
import type pg from "pg";
import { incomeCountsFromDay } from "@/domain/income-in-force";
import type { Actor } from "@/domain/policy";
import { closeCorrected } from "@/server/corrections/in-force";
import { asJob, type JobClient } from "@/server/imports/job-connection";
import { mergeChunk } from "@/server/imports/merge";

/** How an income comes to a holder, as imports and commands write it, on a day of the test's choice. */
let batches = 0;

export async function saveBatch(client: pg.Client, by: Actor, on: string): Promise<string> {
  const id = randomUUID();
  batches += 1;
  await insert(
    client,
    "import_batch",
    importBatchRow(id, by, { number: batches, programme_on: on }),
  );
  return id;
}

/** What a list says of somebody on it: the income, and the district where it names another one. */
export type Listed = { holderId: string; satang: number; districtCode?: string };

/** The Ministry's list of a day, as the import's chunk writes it. */
export async function bringList(
  client: pg.Client,
  job: JobClient,
  by: Actor,
  { on, people }: { on: string; people: readonly Listed[] },
) {
  const batchId = await saveBatch(client, by, on);
  await client.query(
    `INSERT INTO staging.import_row (batch_id, row_number, accepted, id, national_id_index, national_id_enc, national_id_last4, title,
       first_name, last_name, birth_date, birth_date_precision, district_code, subdistrict_code, moo, house_no, ministry_phone,
       ministry_occupation, income_2559_satang, search_name)
     SELECT $1, row_number() OVER (), true, gen_random_uuid(), h.national_id_index, h.national_id_enc, h.national_id_last4, h.title,
       h.first_name, h.last_name, h.birth_date, h.birth_date_precision, coalesce(p."districtCode", h.district_code),
       coalesce(p."districtCode" || '01', h.subdistrict_code), h.moo, h.house_no, h.ministry_phone, h.ministry_occupation, p.satang,
       h.search_name
     FROM jsonb_to_recordset($2::jsonb) AS p ("holderId" uuid, satang int, "districtCode" text) JOIN holder h ON h.id = p."holderId"`,
    [batchId, JSON.stringify(people)],
  );
  const chunk = { batchId, provinceCode: "54", countsFrom: incomeCountsFromDay(on) };
  await asJob(job, { jobId: batchId, officerId: "" }, async () => {
    await mergeChunk(job, chunk);
    await closeCorrected(job, batchId);
  });
  await client.query("TRUNCATE staging.import_row");
}

/** A list that names one person. */
export const bring = (
  client: pg.Client,
  job: JobClient,
  by: Actor,
  holderId: string,
  { on, ...income }: Omit<Listed, "holderId"> & { on: string },
) => bringList(client, job, by, { on, people: [{ holderId, ...income }] });

/** Two people correct the income, as the commands write it. */
export async function correct(
  client: pg.Client,
  { asker, decider }: { asker: Actor; decider: Actor },
  holderId: string,
  { satang, on }: { satang: number; on: string },
) {
  const holder = {
    id: holderId,
    provinceCode: "54",
    districtCode: "5401",
    accountOfficerId: null,
  } as const;
  const request = correctionRow(holder, asker.id, {
    field: "income_2559",
    new_value: JSON.stringify({ satang }),
    requested_on: on,
  });
  await insert(client, "correction", request);
  await client.query(
    "UPDATE correction SET status = 'approved', counts_from = $2, decided_by_id = $3, decided_on = $4 WHERE id = $1",
    [request.id, incomeCountsFromDay(on), decider.id, on],
  );
}
