import { randomUUID } from "node:crypto";
import { Client } from "pg";
import type { IsoMonth } from "@/domain/calendar";
import { asJob, askOn, type JobClient } from "@/server/imports/job-connection";
import { bookDistrict, countNotDecided, hashOfRun } from "@/server/ledger/book";
import { inAll, type Took, took } from "./timing";

/**
 * The run of a month in every province, as its job does it, beside a bare `INSERT … SELECT` of the same rows into tables like the
 * ledger: one with its key and indexes, one with none. Returns what each took, rows and baht.
 */
export async function measureMonthRun(
  client: JobClient,
  adminUrl: string,
  month: IsoMonth,
  progress: (text: string) => void,
) {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const runs = await beginRuns(admin, month);
    const [undecided, booked, hashed]: [Took[], Took[], Took[]] = [[], [], []];
    for (const run of runs) {
      const actor = { jobId: randomUUID(), officerId: run.officerId };
      const ask = askOn(client);
      const left = () => asJob(client, actor, () => countNotDecided(ask, run.provinceCode));
      undecided.push(
        await took(async () => {
          if ((await left()) > 0) throw new Error(`Not all of ${run.provinceCode} are decided.`);
        }),
      );
      booked.push(
        await took(async () => {
          for (const district of run.districts)
            await asJob(client, actor, () => bookDistrict(ask, { ...run, oneOffs: [] }, district));
        }),
      );
      hashed.push(await took(() => asJob(client, actor, () => hashOfRun(ask, run.id))));
      await admin.query(calculatedSql, [run.id]);
    }
    progress("booked");
    return {
      undecided: inAll(undecided),
      booked: inAll(booked),
      hashed: inAll(hashed),
      ...(await whatWasBooked(admin)),
      ...(await bareInserts(admin)),
    };
  } finally {
    await admin.end();
  }
}

/** A run of the month for each province, being calculated. */
async function beginRuns(admin: Client, month: IsoMonth) {
  const { rows } = await admin.query<{
    id: string;
    provinceCode: string;
    officerId: string;
    districts: string[];
  }>(
    `WITH begun AS (
       INSERT INTO month_run (id, province_code, number, month)
       SELECT gen_random_uuid(), code, 1, $1::date FROM province RETURNING id, province_code)
     SELECT b.id, b.province_code AS "provinceCode",
       (SELECT o.id FROM officer o WHERE o.province_code = b.province_code AND o.role = 'provincial_officer' ORDER BY o.login LIMIT 1)
         AS "officerId",
       (SELECT array_agg(d.code ORDER BY d.code) FROM district d WHERE d.province_code = b.province_code) AS districts
     FROM begun b ORDER BY 2`,
    [`${month}-01`],
  );
  await admin.query(
    `INSERT INTO month_run_step (id, run_id, province_code, step, happened_on, recorded_by_id)
     SELECT gen_random_uuid(), r.id, r.province_code, 'calculating', app.programme_today(), o.id
     FROM month_run r JOIN LATERAL (SELECT id FROM officer o
       WHERE o.province_code = r.province_code AND o.role = 'provincial_officer' ORDER BY o.login LIMIT 1) o ON true`,
  );
  return rows.map((run) => ({ ...run, month }));
}

/** The run is calculated, so that the proof looks at what it booked. */
const calculatedSql = `
  INSERT INTO month_run_step (id, run_id, province_code, step, content_sha256, happened_on, recorded_by_id)
  SELECT gen_random_uuid(), run_id, province_code, 'calculated', repeat('0', 64), happened_on, recorded_by_id
  FROM month_run_step WHERE run_id = $1 AND step = 'calculating'`;

async function whatWasBooked(admin: Client) {
  const { rows } = await admin.query<{ entries: number; baht: string }>(
    "SELECT sum(entries)::float8 AS entries, (sum(entries * satang) / 100)::text AS baht FROM ledger_tally",
  );
  return rows[0];
}

async function bareInserts(admin: Client) {
  const bare = async (including: string) => {
    await admin.query(`CREATE TABLE public.bare_entry (LIKE ledger_entry ${including})`);
    const inserted = await took(() =>
      admin.query("INSERT INTO bare_entry SELECT * FROM ledger_entry"),
    );
    await admin.query("DROP TABLE bare_entry");
    return inserted;
  };
  return { bare: await bare(""), bareWithKeys: await bare("INCLUDING ALL") };
}
