import { randomUUID } from "node:crypto";
import { wrongCounters } from "@tests/integration/demo-world";
import { bring, correct, saveBatch } from "@tests/integration/income-steps";
import { holderRow, insert, officer, officerRow, onDatabase } from "@tests/security/world";
import fc from "fast-check";
import type pg from "pg";
import { beforeAll, expect, it } from "vitest";
import { factsOf } from "@/domain/assessment/facts";
import { addMonths } from "@/domain/calendar";
import { type Incomes, incomeCountsFromDay, incomeOn } from "@/domain/income-in-force";
import { isReached } from "@/domain/rules/outreach";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { findForms } from "@/server/assessments/queries";
import { putCorrectionsInForce } from "@/server/corrections/in-force";
import { putIncomesInForce } from "@/server/imports/income-in-force";
import { asJob, withJobClient } from "@/server/imports/job-connection";
import { scoped } from "@/server/scope";

const [rules] = ruleSetsOfCode;

/** Lists, interviews and sums use the same income in force, after any order of imports and corrections. */
const treasury = officer("provincial_officer", "54");
const asker = officer("account_officer", "5401", "CDD");

beforeAll(() =>
  onDatabase(async (client) => {
    for (const actor of [treasury, asker]) await insert(client, "officer", officerRow(actor));
  }),
);

async function saveHolder(client: pg.Client): Promise<string> {
  const batch = await saveBatch(client, treasury, "2018-01-20");
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
            if (by === "import") await bring(client, job, treasury, id, { satang, on });
            if (by === "correction")
              await correct(client, { asker, decider: treasury }, id, { satang, on });
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
      await bring(client, job, treasury, id, { satang: 5_000_000, on: "2018-03-10" });
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
