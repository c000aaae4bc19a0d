import { randomUUID } from "node:crypto";
import { wrongCounters } from "@tests/integration/demo-world";
import {
  holderRow,
  importBatchRow,
  insert,
  officer,
  officerRow,
  onDatabase,
} from "@tests/security/world";
import { correctionRow } from "@tests/security/world-requests";
import fc from "fast-check";
import type pg from "pg";
import { beforeAll, expect, it } from "vitest";
import { factsOf } from "@/domain/assessment/facts";
import { addMonths } from "@/domain/calendar";
import { type Incomes, incomeCountsFromDay, incomeOn } from "@/domain/income-in-force";
import { isReached } from "@/domain/rules/outreach";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { findForms } from "@/server/assessments/queries";
import { closeCorrected, putCorrectionsInForce } from "@/server/corrections/in-force";
import { putIncomesInForce } from "@/server/imports/income-in-force";
import { asJob, type JobClient, withJobClient } from "@/server/imports/job-connection";
import { mergeChunk } from "@/server/imports/merge";
import { scoped } from "@/server/scope";

const [rules] = ruleSetsOfCode;

/** Lists, interviews and sums use the same income in force, after any order of imports and corrections. */
const treasury = officer("provincial_officer", "54");
const asker = officer("account_officer", "5401", "CDD");
let batches = 0;

beforeAll(() =>
  onDatabase(async (client) => {
    for (const actor of [treasury, asker]) await insert(client, "officer", officerRow(actor));
  }),
);

async function saveBatch(client: pg.Client, on: string): Promise<string> {
  const id = randomUUID();
  batches += 1;
  await insert(
    client,
    "import_batch",
    importBatchRow(id, treasury, { number: batches, programme_on: on }),
  );
  return id;
}

async function saveHolder(client: pg.Client): Promise<string> {
  const batch = await saveBatch(client, "2018-01-20");
  const row = holderRow("5401", batch);
  await insert(client, "holder", row);
  await insert(client, "holder_income", {
    holder_id: row.id,
    batch_id: batch,
    province_code: "54",
    income_2559_satang: row.income_2559_satang,
  });
  return row.id as string;
}

/** The Ministry's list brings this income, as the import's chunk writes it. */
async function bring(
  client: pg.Client,
  job: JobClient,
  holderId: string,
  satang: number,
  on: string,
) {
  const batchId = await saveBatch(client, on);
  await client.query(
    `INSERT INTO staging.import_row (batch_id, row_number, accepted, id, national_id_index, national_id_enc, national_id_last4, title,
       first_name, last_name, birth_date, birth_date_precision, district_code, subdistrict_code, moo, house_no, ministry_phone,
       ministry_occupation, income_2559_satang, search_name)
     SELECT $2, 1, true, gen_random_uuid(), national_id_index, national_id_enc, national_id_last4, title, first_name, last_name,
       birth_date, birth_date_precision, district_code, subdistrict_code, moo, house_no, ministry_phone, ministry_occupation, $3,
       search_name FROM holder WHERE id = $1`,
    [holderId, batchId, satang],
  );
  const chunk = { batchId, provinceCode: "54", countsFrom: incomeCountsFromDay(on) };
  await asJob(job, { jobId: batchId, officerId: "" }, async () => {
    await mergeChunk(job, chunk);
    await closeCorrected(job, batchId);
  });
  await client.query("DELETE FROM staging.import_row");
}

/** Two people correct the income, as the commands write it. */
async function correct(client: pg.Client, holderId: string, satang: number, on: string) {
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
    [request.id, incomeCountsFromDay(on), treasury.id, on],
  );
}

async function incomesOf(client: pg.Client, holderId: string): Promise<Incomes> {
  const ministry = await client.query(
    `SELECT i.income_2559_satang AS satang, i.counts_from::text AS "countsFrom", b.number AS batch
     FROM holder_income i JOIN import_batch b ON b.id = i.batch_id WHERE i.holder_id = $1`,
    [holderId],
  );
  const approved = await client.query(
    `SELECT (c.new_value->>'satang')::int AS satang, c.counts_from::text AS "countsFrom", b.programme_on::text AS closed
     FROM correction c LEFT JOIN import_batch b ON b.id = c.closed_batch_id
     WHERE c.holder_id = $1 AND c.status IN ('approved', 'closed') ORDER BY c.recorded_at`,
    [holderId],
  );
  const corrected = approved.rows.map(({ closed, ...income }) => ({
    ...income,
    endsOn: closed && incomeCountsFromDay(closed),
  }));
  return { ministry: ministry.rows, corrected };
}

const step = fc.record({
  /** Months since the step before. */
  later: fc.integer({ min: 0, max: 2 }),
  by: fc.constantFrom("import" as const, "correction" as const),
  // Few amounts, so that imports often bring what was corrected.
  satang: fc.constantFrom(1_000_000, 3_000_000, 3_000_001, 5_000_000),
});

/** Nothing happens for two months. */
const idle = [{ later: 2, by: null, satang: 0 }];

it("is the same in the database and in the domain after every import and correction, in every month", async () => {
  const closed = new Set<string>();
  await onDatabase((client) =>
    withJobClient((job) =>
      fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
          const id = await saveHolder(client);
          let month = "2018-02";
          const agrees = async () => {
            const on = `${month}-15`;
            await asJob(job, { jobId: randomUUID(), officerId: "" }, async () => {
              await putIncomesInForce(job, on);
              await putCorrectionsInForce(job, on);
            });
            const income = incomeOn(await incomesOf(client, id), on);
            const { rows } = await client.query(
              "SELECT income_in_force_satang AS satang, must_reach, age_class FROM holder WHERE id = $1",
              [id],
            );
            const satang = income?.satang ?? -1;
            expect(rows[0]).toMatchObject({
              satang,
              must_reach: isReached(rules, satang, rows[0].age_class),
            });
          };
          for (const { later, by, satang } of [...steps, ...idle]) {
            for (let passed = 0; passed < later; passed += 1) {
              month = addMonths(month, 1);
              await agrees();
            }
            const on = `${month}-15`;
            if (by === "import") await bring(client, job, id, satang, on);
            if (by === "correction") await correct(client, id, satang, on);
            await agrees();
          }
          const { rows } = await client.query(
            "SELECT status FROM correction WHERE holder_id = $1",
            [id],
          );
          for (const { status } of rows) closed.add(status);
        }),
        { numRuns: 20, seed: 2561 },
      ),
    ),
  );
  expect([...closed].sort()).toEqual(["approved", "closed"]);
  expect(await wrongCounters()).toEqual([]);
}, 180_000);
it("of an interview is that of the list on its day, also if it is typed in when a changed income decides", async () => {
  await onDatabase((client) =>
    withJobClient(async (job) => {
      const id = await saveHolder(client);
      await bring(client, job, id, 5_000_000, "2018-03-10");
      const judged = (on: string) =>
        scoped(treasury, async (scope) => {
          const forms = await findForms(scope, id);
          return forms && factsOf(rules, forms, on).incomeSatang;
        });
      const both = async () => ({
        list: (await client.query("SELECT must_reach FROM holder WHERE id = $1", [id])).rows[0]
          .must_reach,
        interview: await judged("2018-04-02"),
        before: await judged("2018-03-31"),
      });
      expect(await judged("2018-03-31")).toBe(2_000_000);
      expect((await both()).list).toBe(true);
      await asJob(job, { jobId: randomUUID(), officerId: "" }, () =>
        putIncomesInForce(job, "2018-04-01"),
      );
      expect(await both()).toEqual({ list: false, interview: 5_000_000, before: 2_000_000 });
    }),
  );
});
