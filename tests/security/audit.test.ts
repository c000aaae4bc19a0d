import { randomUUID } from "node:crypto";
import type pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { auditRead, scoped } from "@/server/scope";
import { buildWorld } from "./build-world";
import { enter } from "./enter";
import { onDatabase, type World, who } from "./world";

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});

/** Fills the chains: every officer reads ten times. */
async function fillChains() {
  for (const actor of world.officers)
    for (let turn = 0; turn < 10; turn += 1)
      await scoped(actor, async (scope) =>
        auditRead(scope, "holder.read", { type: "holder", id: randomUUID() }, { turn }),
      );
}

const verify = async () =>
  onDatabase(
    async (client) => (await client.query("SELECT * FROM audit.verify() ORDER BY chain, seq")).rows,
    process.env.DATABASE_URL,
  );

describe("tampering by somebody who can switch triggers off", () => {
  /** A chain with several rows, and a sequence number in its middle. */
  async function middle(client: pg.Client) {
    const { rows } = await client.query(
      "SELECT chain, max(seq)::int AS last FROM audit.event GROUP BY chain HAVING max(seq) > 6 ORDER BY chain LIMIT 1",
    );
    return { chain: rows[0].chain as number, last: rows[0].last as number };
  }

  /** Tampers in a transaction, asks audit.verify() inside it, and rolls everything back. */
  async function found(
    tamper: (client: pg.Client, at: { chain: number; last: number }) => Promise<unknown>,
  ) {
    return onDatabase(async (client) => {
      const at = await middle(client);
      await client.query("BEGIN");
      await client.query("ALTER TABLE audit.event DISABLE TRIGGER ALL");
      await tamper(client, at);
      const { rows } = await client.query("SELECT * FROM audit.verify() ORDER BY seq");
      const parts = await client.query(
        "SELECT v.* FROM generate_series(0, 15) AS chain, audit.verify(chain::smallint, chain::smallint) AS v ORDER BY seq",
      );
      expect(parts.rows).toEqual(rows);
      await client.query("ROLLBACK");
      return rows.map(({ chain, seq, problem }) => ({
        chain: chain === at.chain,
        seq: Number(seq) - at.last,
        problem,
      }));
    });
  }

  beforeAll(fillChains);

  it("is not there to begin with", async () => {
    expect(await verify()).toEqual([]);
    expect(await found(async () => undefined)).toEqual([]);
  });

  it("1: another actor written into a row", async () => {
    const rows = await found((client, { chain, last }) =>
      client.query("UPDATE audit.event SET actor = 'somebody' WHERE chain = $1 AND seq = $2", [
        chain,
        last - 3,
      ]),
    );
    expect(rows).toEqual([{ chain: true, seq: -3, problem: "row altered" }]);
  });

  it("2: another detail written into a row", async () => {
    const rows = await found((client, { chain, last }) =>
      client.query(
        "UPDATE audit.event SET detail = '{\"turn\": 99}' WHERE chain = $1 AND seq = $2",
        [chain, last - 3],
      ),
    );
    expect(rows).toEqual([{ chain: true, seq: -3, problem: "row altered" }]);
  });

  it("3: a row altered and its own hash made right again", async () => {
    const rows = await found((client, { chain, last }) =>
      client.query(
        "UPDATE audit.event e SET actor = 'somebody', hash = audit.canon(jsonb_populate_record(e, '{\"actor\": \"somebody\"}')) WHERE chain = $1 AND seq = $2",
        [chain, last - 3],
      ),
    );
    expect(rows).toEqual([{ chain: true, seq: -2, problem: "link broken" }]);
  });

  it("4: a row taken out of the middle", async () => {
    const rows = await found((client, { chain, last }) =>
      client.query("DELETE FROM audit.event WHERE chain = $1 AND seq = $2", [chain, last - 3]),
    );
    expect(rows).toEqual([{ chain: true, seq: -2, problem: "link broken" }]);
  });

  it("5: the newest rows cut off", async () => {
    const rows = await found((client, { chain, last }) =>
      client.query("DELETE FROM audit.event WHERE chain = $1 AND seq > $2", [chain, last - 2]),
    );
    expect(rows).toEqual([{ chain: true, seq: 0, problem: "tail missing" }]);
  });
});

it("cannot be changed by the application: no login and no role may do more than append", async () => {
  const statements = [
    "SELECT 1 FROM audit.event",
    "INSERT INTO audit.event SELECT * FROM audit.event",
    "UPDATE audit.event SET actor = 'x'",
    "DELETE FROM audit.event",
    "TRUNCATE audit.event",
    "UPDATE audit.head SET seq = 0",
    "ALTER TABLE audit.event DISABLE TRIGGER ALL",
    "DROP TABLE audit.event",
    "SELECT audit.verify()",
  ];
  for (const url of [process.env.DATABASE_APP_URL, process.env.DATABASE_JOB_URL])
    await onDatabase(async (client) => {
      for (const sql of statements)
        await expect(client.query(sql), sql).rejects.toMatchObject({ code: "42501" });
    }, url);
  await onDatabase(async (client) => {
    for (const actor of world.officers)
      for (const sql of statements)
        expect((await enter(client, actor, sql)).refused, `${actor.role}: ${sql}`).toBe("42501");
  });
});

it("is append-only even for its owner and for the superuser", async () => {
  await onDatabase(async (client) => {
    for (const sql of [
      "UPDATE audit.event SET actor = 'x'",
      "DELETE FROM audit.event",
      "TRUNCATE audit.event",
    ])
      await expect(client.query(sql), sql).rejects.toMatchObject({ code: "42501" });
  });
});

it("keeps who, in which role, what and when, and follows 100 writers at once", async () => {
  const before = await onDatabase((client) =>
    client.query("SELECT count(*)::int AS n FROM audit.event"),
  );
  await Promise.all(
    Array.from({ length: 100 }, (_, turn) => {
      const actor = world.officers[turn % world.officers.length] as (typeof world.officers)[number];
      return scoped(actor, async (scope) =>
        auditRead(scope, "holder.search", { type: "search", id: null }, { found: turn }),
      );
    }),
  );
  const after = await onDatabase((client) =>
    client.query("SELECT count(*)::int AS n FROM audit.event"),
  );
  expect(after.rows[0].n - before.rows[0].n).toBe(100);
  expect(await verify()).toEqual([]);
  const chief = who(world, "district_chief", "5401");
  await scoped(chief, async (scope) =>
    auditRead(scope, "holder.read", { type: "holder", id: "h" }),
  );
  const row = await onDatabase((client) =>
    client.query(
      "SELECT actor, actor_role, action, subject_type FROM audit.event WHERE subject_id = 'h'",
    ),
  );
  expect(row.rows).toEqual([
    {
      actor: chief.id,
      actor_role: "district_chief",
      action: "holder.read",
      subject_type: "holder",
    },
  ]);
});
