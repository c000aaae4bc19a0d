import { aid, letters } from "@tests/builders/rule-letters";
import {
  buildDeskIntent,
  buildDeskWorld,
  type DeskWorld,
  saveHolder,
  savePlace,
  send,
  setToday,
} from "@tests/integration/desk-world";
import { putInForce } from "@tests/integration/letter-steps";
import { saveOneOffList } from "@tests/integration/one-off-lists";
import { insert, officer, officerRow, onDatabase } from "@tests/security/world";
import { departureRow } from "@tests/security/world-casework";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { run } from "@/cli/prove";
import { withJobClient } from "@/server/imports/job-connection";
import { recordIntent } from "@/server/intents/commands";
import { runInForce } from "@/server/jobs/in-force";
import { runMonth } from "@/server/jobs/month-run";
import { newestProof } from "@/server/ledger/proven";
import { certifyMonthRun, checkMonthRun, prepareMonthRun } from "@/server/month-runs/commands";
import { proveLedger } from "@/server/proof/keep";
import { disconnect, scoped } from "@/server/scope";

/** `sukjai prove ledger`: everybody's months by a second implementation. Random lives are proven in money.test.ts. */
let world: DeskWorld;
let people: string[];
beforeAll(async () => {
  world = await buildDeskWorld();
  await setToday("2018-02-20");
  const place = await savePlace(world.chief, ["2018-02-20"]);
  people = [];
  for (const income of [2_000_000, 3_000_000, 3_000_001]) {
    const { id } = await saveHolder(world, { income_2559_satang: income });
    const input = buildDeskIntent({ holderId: id, deskId: place.desks["2018-02-20"] ?? "" });
    expect(await send(recordIntent, world.desk, input)).toMatchObject({ ok: true });
    people.push(id);
  }
});
afterAll(disconnect);
const treasury = officer("provincial_officer", "54");
const checker = officer("provincial_officer", "54");

const proof = () => withJobClient((client) => proveLedger(client, () => undefined));

/** What only somebody with the machine in hands can do: no trigger runs, and no rule is asked. Undone afterwards. */
async function faultsAfter(...statements: string[]) {
  const [one, other, third] = people;
  return onDatabase(async (client) => {
    await client.query("SET session_replication_role = replica");
    const kept =
      "ledger_entry entitlement entitlement_decision ministry_entry intent holder_income holder".split(
        " ",
      );
    for (const table of kept)
      await client.query(`CREATE TEMP TABLE kept_${table} AS SELECT * FROM ${table}`);
    for (const statement of statements)
      await client.query(
        statement
          .replaceAll(":one", `'${one}'`)
          .replaceAll(":other", `'${other}'`)
          .replaceAll(":third", `'${third}'`),
      );
    const { faults } = await proof();
    for (const table of kept) {
      const { rows } = await client.query<{ names: string }>(
        `SELECT string_agg(quote_ident(attname), ', ') AS names FROM pg_attribute
         WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
        [table],
      );
      const names = rows[0]?.names;
      await client.query(`DELETE FROM ${table}`);
      await client.query(
        `INSERT INTO ${table} (${names}) OVERRIDING SYSTEM VALUE SELECT ${names} FROM kept_${table}`,
      );
    }
    return faults.map(({ kind, holderId, month, expected, found }) => {
      const who = holderId === one ? "one" : holderId === other ? "other" : "a third";
      return [who, kind, ...(month ? [month, expected, found] : [])].join(" ");
    });
  });
}

it("finds nothing where nothing is wrong, and certifies the sums to the satang", async () => {
  const { certificates, faults } = await proof();
  expect(faults).toEqual([]);
  expect(certificates.map(({ certificate }) => certificate)).toMatchObject([
    { province: "54", people: 3, months: 30, satang: 500_000n, rules: ["2018-01-09"] },
  ]);
  const [certificate] = certificates;
  expect([...(certificate?.certificate.byBand ?? [])]).toEqual([
    ["over_30000", 100_000n],
    ["up_to_30000", 400_000n],
  ]);
  expect([...(certificate?.certificate.byMonth ?? [])].at(0)).toEqual(["2018-03", 50_000n]);
  expect([...(certificate?.certificate.byDistrict ?? [])]).toEqual([["5401", 500_000n]]);
  // The same register has the same certificate.
  expect((await proof()).certificates[0]?.sha256).toBe(certificate?.sha256);
});

describe("a fault that somebody put in", () => {
  it.each<[string, string[], string[]]>([
    [
      "a wrong month",
      ["UPDATE entitlement SET first_month = '2018-04-01' WHERE holder_id = :one"],
      ["one due 2018-03 20000 "],
    ],
    [
      "an edited amount",
      [
        "UPDATE entitlement SET satang_a_month = 10000, last_month = '2018-03-01' WHERE holder_id = :one",
      ],
      [
        "03 20000 10000",
        "04 20000 ",
        "05 20000 ",
        "06 20000 ",
        "07 20000 ",
        "08 20000 ",
        "09 20000 ",
        "10 20000 ",
        "11 20000 ",
        "12 20000 ",
      ].map((words) => `one due 2018-${words}`),
    ],
    [
      "a doubled month",
      [
        `INSERT INTO entitlement SELECT holder_id, '2018-12-01', last_month, satang_a_month, last, decision_id, yes_month,
           province_code, district_code, account_officer_id, income_band FROM entitlement WHERE holder_id = :one`,
      ],
      ["one due 2018-12 20000 40000"],
    ],
    [
      "somebody's sum with another",
      [
        "UPDATE entitlement SET holder_id = :other, first_month = '2018-12-01' WHERE holder_id = :one",
      ],
      [],
    ],
    [
      "a late intent",
      [
        "UPDATE intent SET intent_on = '2018-03-02', recorded_on = '2018-03-02' WHERE holder_id = :one",
      ],
      ["one due 2018-03  20000", "one undecided", "one unreported"],
    ],
    [
      "an income above the limit",
      [
        "UPDATE holder SET income_2559_satang = 3000001 WHERE id = :other",
        "DELETE FROM holder_income WHERE holder_id = :other",
      ],
      ["03", "04", "05", "06", "07", "08", "09", "10", "11", "12"].map(
        (month) => `other due 2018-${month} 10000 20000`,
      ),
    ],
    [
      "a yes without a decision",
      ["DELETE FROM entitlement_decision WHERE holder_id = :one"],
      ["one undecided"],
    ],
    [
      "a yes never reported",
      ["DELETE FROM ministry_entry WHERE holder_id = :one"],
      ["one unreported"],
    ],
  ])("is found: %s", async (_, statements, found) => {
    const faults = await faultsAfter(...statements);
    if (found.length > 0) expect(faults.sort()).toEqual([...found].sort());
    else expect(faults.length).toBeGreaterThan(1);
    expect((await proof()).faults).toEqual([]);
  });
});

it("prints a certificate and ends with 1 where something differs; nobody changes what is kept", async () => {
  let printed = "";
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, "write").mockImplementation((text) => {
      printed += text;
      return true;
    }),
  );
  const code = await run(["ledger"]);
  for (const spy of spies) spy.mockRestore();
  expect(code).toBe(0);
  expect(printed).toMatch(/[0-9a-f]{64} \{"province":"54","provenOn":"2018-02-20"/);
  await onDatabase(async (client) => {
    await client.query("SET ROLE r_job");
    for (const statement of ["UPDATE ledger_proof SET differing = 0", "DELETE FROM ledger_proof"])
      await expect(client.query(statement)).rejects.toMatchObject({ code: "42501" });
  });
});

describe("what the month runs have booked", () => {
  beforeAll(async () => {
    await onDatabase(async (client) => {
      for (const actor of [treasury, checker]) await insert(client, "officer", officerRow(actor));
      await client.query(`INSERT INTO setting (key, value) VALUES ('rules_province', '"54"')`);
    });
    await setToday("2018-04-10");
    // A letter gives 500 baht in April to the third of them alone.
    await putInForce([treasury, checker], aid, letters.aid);
    await onDatabase((client) =>
      saveOneOffList(client, [treasury, checker], "april_2018", people.slice(2)),
    );
    for (const month of ["2018-03", "2018-04"]) {
      const sent = await send(prepareMonthRun, treasury, { month });
      const { runId, jobId } = (sent as { value: { runId: string; jobId: string } }).value;
      await runMonth(jobId);
      for (const command of [checkMonthRun, certifyMonthRun])
        expect(await send(command, checker, { runId })).toMatchObject({ ok: true });
    }
  });

  it("is certified until the month of the last run, and told on the home of who answers for it", async () => {
    const { certificates, faults } = await proof();
    expect(faults).toEqual([]);
    const told = { on: "2018-04-10", differing: 0 };
    for (const actor of [treasury, officer("governor", "54"), officer("administrator", null)])
      expect(await scoped(actor, newestProof)).toEqual(told);
    expect(await scoped(world.chief, newestProof)).toBeNull();
    expect(certificates[0]?.certificate.booked).toEqual({
      until: "2018-04",
      satang: 100_000n,
      waiting: 0,
    });
    expect([...(certificates[0]?.certificate.once ?? [])]).toEqual([["april_2018", 50_000n]]);
  });

  it.each<[string, string, string[]]>([
    [
      "an edited amount",
      "UPDATE ledger_entry SET satang = 10000 WHERE holder_id = :one AND month = '2018-03-01'",
      ["one booked 2018-03 20000 10000"],
    ],
    [
      "a wrong month",
      "UPDATE ledger_entry SET month = '2018-02-01' WHERE holder_id = :one AND month = '2018-03-01'",
      ["one booked 2018-02  20000", "one booked 2018-03 20000 "],
    ],
    [
      "a month too early",
      "UPDATE ledger_entry SET month = '2018-05-01' WHERE holder_id = :one AND month = '2018-04-01'",
      ["one booked 2018-04 20000 ", "one booked 2018-05  20000"],
    ],
    [
      "a doubled person",
      `INSERT INTO ledger_entry SELECT holder_id, decision_id, run_id, satang, month, 1, 'difference', benefit, rules_version, province_code,
         district_code FROM ledger_entry WHERE holder_id = :one AND month = '2018-03-01'`,
      ["one booked 2018-03 20000 40000"],
    ],
    [
      "a person left out",
      "DELETE FROM ledger_entry WHERE holder_id = :other",
      ["other booked 2018-03 20000 ", "other booked 2018-04 20000 "],
    ],
    [
      "a person on the list without the entry",
      "DELETE FROM ledger_entry WHERE holder_id = :third AND benefit <> 'top_up'",
      ["a third once 2018-04 50000 "],
    ],
    [
      "an entry of a person not on the list",
      `INSERT INTO ledger_entry SELECT :other, decision_id, run_id, satang, month, number, kind, benefit, rules_version, province_code,
         district_code, one_off_list_id FROM ledger_entry WHERE holder_id = :third AND benefit <> 'top_up'`,
      ["other once 2018-04  50000"],
    ],
    [
      "another sum of the list",
      "UPDATE ledger_entry SET satang = 70000 WHERE holder_id = :third AND benefit <> 'top_up'",
      ["a third once 2018-04 50000 70000"],
    ],
    [
      "a sum of the list in another month",
      "UPDATE ledger_entry SET month = '2018-03-01' WHERE holder_id = :third AND benefit <> 'top_up'",
      ["a third once 2018-03  50000", "a third once 2018-04 50000 "],
    ],
  ])("is found where somebody put in %s", async (_, statement, found) => {
    expect((await faultsAfter(statement)).sort()).toEqual(found);
    expect((await proof()).faults).toEqual([]);
  });

  it("waits for the next run where a sum is another one since, and nothing is wrong", async () => {
    const [one] = people;
    await onDatabase(async (client) => {
      const { rows } = await client.query(
        `SELECT id, province_code AS "provinceCode", district_code AS "districtCode" FROM holder WHERE id = $1`,
        [one],
      );
      const died = { departed_on: "2018-03-20", recorded_on: "2018-04-10" };
      await insert(client, "departure", departureRow(rows[0], treasury.id, died));
      await client.query(
        "UPDATE departure SET confirmation = 'confirmed', confirmed_by_id = $1, confirmed_on = '2018-04-10' WHERE holder_id = $2",
        [checker.id, one],
      );
    });
    await runInForce();
    const { certificates, faults } = await proof();
    expect(faults).toEqual([]);
    expect(certificates[0]?.certificate.booked).toMatchObject({ waiting: 1, satang: 100_000n });
  });
});
