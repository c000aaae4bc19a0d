import { seededRandom } from "@tests/builders/random";
import { aid, letters } from "@tests/builders/rule-letters";
import { send, setToday } from "@tests/integration/desk-world";
import { putInForce } from "@tests/integration/letter-steps";
import { actsOf, life } from "@tests/integration/lives";
import { dueByCaseFiles } from "@tests/integration/money-sums";
import { saveOneOffList } from "@tests/integration/one-off-lists";
import { insert, officer, officerRow, onDatabase } from "@tests/security/world";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addMonths, type IsoDate, type IsoMonth } from "@/domain/calendar";
import { type Booking, bookingsOf, type DueMonths } from "@/domain/ledger";
import { isDueOnce } from "@/domain/one-off-list";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { oneOffsUntil } from "@/domain/rules/sets";
import { asJob, askOn, type JobClient, withJobClient } from "@/server/imports/job-connection";
import { decideLeft } from "@/server/jobs/decisions";
import { runMonth } from "@/server/jobs/month-run";
import { type BookingRun, bookDistrict } from "@/server/ledger/book";
import { certifyMonthRun, checkMonthRun, prepareMonthRun } from "@/server/month-runs/commands";
import { prove } from "@/server/proof/prove";
import { disconnect } from "@/server/scope";

/** The ledger is what a pure model says of each person alone, whatever happened to whom, and however the runs went. */
const treasury = officer("provincial_officer", "54");
const checker = officer("provincial_officer", "54");
const asker = officer("account_officer", "5401", "CDD");
const desk = officer("receiving_officer", "5401");
const secretary = officer("district_secretary", "5401");

beforeAll(() =>
  onDatabase(async (client) => {
    for (const actor of [treasury, checker, asker, desk, secretary])
      await insert(client, "officer", officerRow(actor));
    await client.query(
      "INSERT INTO account_officer_code (code, officer_id, province_code, district_code, issued_on) VALUES ('5401C001', $1, '54', '5401', '2018-01-20')",
      [asker.id],
    );
    await client.query(`INSERT INTO setting (key, value) VALUES ('rules_province', '"54"')`);
  }),
);
afterAll(disconnect);

/** How many lives the property is tried on; all of them in one database, because a database takes longer than a life. */
const lives = 1000;

/** The runs: of which month, on which day, and what comes between. */
const runs: { month: IsoMonth; on: IsoDate; how: How }[] = [
  { month: "2018-03", on: "2018-03-02", how: "plain" },
  { month: "2018-04", on: "2018-04-30", how: "killed" },
  { month: "2018-05", on: "2018-05-20", how: "atOnce" },
  { month: "2018-06", on: "2018-06-01", how: "twice" },
  // The month before comes late, and its next on the same day.
  { month: "2018-07", on: "2018-08-15", how: "plain" },
  { month: "2018-08", on: "2018-08-15", how: "killed" },
];
/** Before these runs a list is checked, in place of the one before; the first letter of spring came in April. */
const lists: { before: IsoMonth; list: string }[] = [
  { before: "2018-04", list: "april_2018" },
  { before: "2018-06", list: "april_2018" },
  { before: "2018-07", list: "june_2018" },
  { before: "2018-08", list: "june_2018" },
];
const given = oneOffsUntil([...ruleSetsOfCode, aid], "2018-12");
const sets = [...ruleSetsOfCode, aid] as const;
type How = "plain" | "twice" | "atOnce" | "killed";

describe("people to whom anything may happen on any day", () => {
  it("have the ledger of the model after every run, be it repeated, at once with others, or killed in the middle", async () => {
    const people = fc.sample(life, { numRuns: lives, seed: 12_61 });
    const model = new Map<string, Booking[]>();
    const listed = new Map<string, ReadonlySet<string>>();
    const random = seededRandom("lists");
    await onDatabase((client) =>
      withJobClient(async (job) => {
        const officers = { treasury, asker, desk, secretary };
        const acts = await actsOf(people, { client, job }, officers);
        for (const { month, on, how } of runs) {
          while (acts[0] && acts[0].on <= on) await acts.shift()?.act();
          await setToday(on);
          if (month === "2018-04") await putInForce([treasury, checker], aid, letters.aid);
          await decideLeft(job);
          const files = await dueByCaseFiles(on, treasury, undefined, sets);
          for (const { list } of lists.filter(({ before }) => before === month)) {
            const people = files.flatMap(({ id }) => (random.chance(0.6) ? [id] : []));
            listed.set(list, new Set(people));
            await saveOneOffList(client, [treasury, checker], list, people);
          }
          for (const { id, paid, ends } of files) {
            const due: DueMonths = paid.map(({ from, until, monthly }) => ({
              firstMonth: from,
              lastMonth: until,
              satang: BigInt(monthly) * 100n,
            }));
            keep(id, "top_up", due);
            for (const once of given) {
              const { list, baht } = once;
              const isDue = listed.get(list)?.has(id) && isDueOnce(once, ends);
              const of = { firstMonth: once.month, lastMonth: once.month };
              keep(id, list, isDue ? [{ ...of, satang: BigInt(baht) * 100n }] : []);
            }
          }
          function keep(id: string, benefit: string, due: DueMonths) {
            const key = `${id} ${benefit}`;
            const ledger = model.get(key) ?? [];
            model.set(key, [...ledger, ...bookingsOf(due, ledger, month)]);
          }
          await ran[how](month, job);
          expect(await booked(), `${month} ${how}`).toEqual(asText(model));
          // The second implementation, which knows neither the model nor the decisions, says the same.
          expect(await provenWrong(job), `${month} ${how}`).toEqual([]);
          await certified(month);
        }
      }),
    );
    const rows = [...model.values()].flat();
    // What the property is about did happen.
    expect([...model].filter(([, ledger]) => ledger.length > 0).length).toBeGreaterThan(lives / 3);
    expect(rows.filter(({ number, satang }) => number > 0 && satang < 0n).length).toBeGreaterThan(
      20,
    );
    expect(rows.filter(({ number, satang }) => number > 0 && satang > 0n).length).toBeGreaterThan(
      5,
    );
    expect(rows.some(({ number }) => number > 1)).toBe(true);
    const once = [...model].filter(([key]) => !key.endsWith("top_up")).flatMap(([, all]) => all);
    expect(once.filter(({ number }) => number === 0).length).toBeGreaterThan(lives);
    expect(once.filter(({ number, satang }) => number > 0 && satang < 0n).length).toBeGreaterThan(
      20,
    );
    expect(once.some(({ number, satang }) => number > 1 && satang > 0n)).toBe(true);
  }, 600_000);
});

const provenWrong = async (job: JobClient) =>
  (await prove(job, sets, () => undefined))
    .flatMap(({ faults }) => faults)
    .filter(({ kind }) => kind === "due" || kind === "booked" || kind === "once");

const asText = (model: ReadonlyMap<string, Booking[]>) =>
  [...model]
    .flatMap(([key, ledger]) =>
      ledger.map(({ month, number, satang }) => `${key} ${month} ${number} ${satang}`),
    )
    .sort();

const booked = () =>
  onDatabase(async (client) => {
    const { rows } = await client.query<{ text: string }>(
      `SELECT concat_ws(' ', holder_id, benefit, to_char(month, 'YYYY-MM'), number, satang) AS text FROM ledger_entry`,
    );
    return rows.map(({ text }) => text).sort();
  });

async function prepared(month: IsoMonth) {
  const sent = await send(prepareMonthRun, treasury, { month });
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  return sent.value as { runId: string; jobId: string };
}

const until = (month: IsoMonth) => given.filter((once) => once.month <= month);
const ran: Record<How, (month: IsoMonth, job: JobClient) => Promise<unknown>> = {
  plain: async (month) => runMonth((await prepared(month)).jobId),
  twice: async (month) => {
    await runMonth((await prepared(month)).jobId);
    await runMonth((await prepared(month)).jobId);
  },
  atOnce: async (month) => {
    const { runId, jobId } = await prepared(month);
    const again = await prepared(month);
    await Promise.allSettled([
      bookAll({ id: runId, month, oneOffs: until(month) }),
      bookAll({ id: runId, month, oneOffs: until(month) }),
      runMonth(jobId),
      runMonth(again.jobId),
    ]);
  },
  killed: async (month, job) => {
    const { runId, jobId } = await prepared(month);
    const run = { id: runId, month, oneOffs: until(month) };
    // One district is booked, the process dies in the next.
    const actor = { jobId, officerId: treasury.id };
    await asJob(job, actor, () => bookDistrict(askOn(job), run, "5401"));
    await withJobClient(async (dying) => {
      await dying.query("BEGIN; SET LOCAL ROLE r_job");
      const { differences, entitlements } = await bookDistrict(askOn(dying), run, "5402");
      expect(differences + entitlements).toBeGreaterThan(0);
    });
    await runMonth(jobId);
  },
};

/** A run without the lock that keeps two of them apart. */
const bookAll = (run: BookingRun) =>
  withJobClient(async (client) => {
    const actor = { jobId: run.id, officerId: treasury.id };
    for (const district of ["5402", "5401"])
      await asJob(client, actor, () => bookDistrict(askOn(client), run, district));
  });

async function certified(month: IsoMonth) {
  const runId = await onDatabase(async (client) => {
    const { rows } = await client.query<{ id: string }>(
      "SELECT id FROM month_run WHERE month = $1",
      [`${month}-01`],
    );
    return rows[0]?.id ?? "";
  });
  for (const command of [checkMonthRun, certifyMonthRun])
    expect(await send(command, checker, { runId })).toMatchObject({ ok: true });
  // A certified run books nothing more, whoever asks.
  await expect(
    withJobClient((client) =>
      asJob(client, { jobId: runId, officerId: treasury.id }, () =>
        bookDistrict(askOn(client), { id: runId, month: addMonths(month, 1), oneOffs: [] }, "5401"),
      ),
    ),
  ).rejects.toThrow("books nothing");
}
