import {
  buildDeskIntent,
  buildDeskWorld,
  type DeskWorld,
  saveHolder,
  savePlace,
  send,
  setToday,
} from "@tests/integration/desk-world";
import { onDatabase } from "@tests/security/world";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { run } from "@/cli/prove";
import { withJobClient } from "@/server/imports/job-connection";
import { recordIntent } from "@/server/intents/commands";
import { proveLedger } from "@/server/proof/keep";
import { disconnect } from "@/server/scope";

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

const proof = () => withJobClient((client) => proveLedger(client, () => undefined));

/** What only somebody with the machine in hands can do: no trigger runs, and no rule is asked. Undone afterwards. */
async function faultsAfter(...statements: string[]) {
  const [one, other] = people;
  return onDatabase(async (client) => {
    await client.query("SET session_replication_role = replica");
    const kept =
      "entitlement entitlement_decision ministry_entry intent holder_income holder".split(" ");
    for (const table of kept)
      await client.query(`CREATE TEMP TABLE kept_${table} AS SELECT * FROM ${table}`);
    for (const statement of statements)
      await client.query(
        statement.replaceAll(":one", `'${one}'`).replaceAll(":other", `'${other}'`),
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
      "a month twice",
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
      "an intent of another day",
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
      "a yes that the Ministry is not told of",
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
