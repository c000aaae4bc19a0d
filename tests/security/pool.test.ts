import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { seededRandom } from "@tests/builders/random";
import { beforeAll, expect, it } from "vitest";
import { z } from "zod";
import type { Actor } from "@/domain/policy";
import { Refusal } from "@/domain/result";
import { defineCommand, execute } from "@/server/command";
import { isBusy, sayingBusy } from "@/server/database-errors";
import { database } from "@/server/db";
import { answering } from "@/server/request";
import { scoped } from "@/server/scope";
import { buildWorld } from "./build-world";
import type { World } from "./world";

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});

const refuseAtOnce = defineCommand({
  name: "refuseForTest",
  action: "catalogue.view",
  input: z.strictObject({}),
  subject: async () => ({ type: "test", id: null }),
  run: async () => {
    throw new Refusal("CONFLICT");
  },
});

/** The context of one connection as the pool gives it, before a role is entered. */
async function contexts(atOnce: number) {
  const seen = await Promise.all(
    Array.from({ length: atOnce }, () =>
      database().$transaction(
        (tx) => tx.$queryRaw<Record<string, unknown>[]>`
          SELECT current_user::text AS user, current_setting('role') AS role, pg_backend_pid() AS pid, pg_sleep(0.05)::text AS slept,
            concat(current_setting('app.uid', true), current_setting('app.role', true), current_setting('app.province', true),
              current_setting('app.district', true), current_setting('app.request_id', true)) AS left_over`,
      ),
    ),
  );
  return seen.flat();
}

it("leaves nothing of anybody on a connection after 1,000 mixed requests", async () => {
  const random = seededRandom("pool");
  const request = async () => {
    const actor = random.pick(world.officers);
    switch (random.int(1, 4)) {
      case 1:
        return scoped(actor, ({ tx }) => tx.setting.findMany());
      case 2:
        return scoped(actor, ({ tx }) => tx.$queryRaw`SELECT 1/0`).catch(() => null);
      case 3:
        return execute(refuseAtOnce, actor, { id: randomUUID(), input: {} });
      default:
        return scoped(actor, () => Promise.reject(new Error("left early"))).catch(() => null);
    }
  };
  const lane = async () => {
    for (let turn = 0; turn < 50; turn += 1) await request();
  };
  await Promise.all(Array.from({ length: 20 }, lane));

  const after = await contexts(10);
  expect(new Set(after.map(({ pid }) => pid)).size).toBeGreaterThan(5);
  for (const { user, role, left_over } of after)
    expect({ user, role, left_over }).toEqual({ user: "sukjai_app", role: "none", left_over: "" });
});

/** How many statements PostgreSQL keeps for the connections of the pool, under their names. */
async function keptStatements() {
  const kept = await Promise.all(
    Array.from({ length: 10 }, () =>
      database().$transaction(
        (tx) => tx.$queryRaw<{ kept: number }[]>`
          SELECT count(*)::int AS kept, pg_sleep(0.05)::text AS slept FROM pg_prepared_statements WHERE statement LIKE '%"holder"%'`,
      ),
    ),
  );
  return kept.flat().map(({ kept }) => kept);
}

it("never shows one officer's rows to another, 50 at a time on ten connections that keep the statement", async () => {
  const readers = world.officers.filter(({ role }) =>
    ["account_officer", "district_chief", "governor"].includes(role),
  );
  const mistakes: string[] = [];
  await Promise.all(
    Array.from({ length: 50 }, async (_, lane) => {
      for (let turn = 0; turn < 10; turn += 1) {
        const actor = readers[(lane * 7 + turn) % readers.length] as (typeof readers)[number];
        const rows = await scoped(actor, ({ tx }) =>
          tx.holder.findMany({
            select: { provinceCode: true, districtCode: true, accountOfficerId: true },
          }),
        );
        const foreign = rows.filter(
          (row) =>
            row.provinceCode !== actor.provinceCode ||
            (actor.role === "district_chief" && row.districtCode !== actor.districtCode) ||
            (actor.role === "account_officer" && row.accountOfficerId !== actor.id),
        );
        if (foreign.length > 0 || rows.length === 0) mistakes.push(actor.login);
      }
    }),
  );
  expect(mistakes).toEqual([]);
  expect(Math.max(...(await keptStatements()))).toBeGreaterThan(0);
});

it("answers a read with 503, not with a fault, while no connection is free", async () => {
  const governor = world.officers.find(({ role }) => role === "governor") as Actor;
  const read = answering(async () =>
    Response.json(await scoped(governor, ({ tx }) => tx.holder.count())),
  );
  const ask = () => read(new Request("http://127.0.0.1/api/jobs/1"));
  const taken = Array.from({ length: 10 }, () =>
    database().$transaction((tx) => tx.$queryRaw`SELECT pg_sleep(8)::text`),
  );
  const answer = await ask();
  expect(answer.status).toBe(503);
  expect(answer.headers.get("Retry-After")).toBe("2");
  await Promise.all(taken);
  expect((await ask()).status).toBe(200);
}, 30_000);

it("knows that no connection is free where nothing has begun, as when it asks who is signed in", async () => {
  const taken = Array.from({ length: 10 }, () =>
    database().$transaction((tx) => tx.$queryRaw`SELECT pg_sleep(7)::text`),
  );
  const answering = { busy: false };
  globalThis.sukjaiAnswering = new AsyncLocalStorage();
  const fault = await globalThis.sukjaiAnswering
    .run(answering, () => sayingBusy(() => database().$queryRaw`SELECT 1`))
    .catch((error: unknown) => error);
  globalThis.sukjaiAnswering = undefined;
  expect(fault).toMatchObject({ digest: "BUSY" });
  expect(answering.busy).toBe(true);
  await Promise.all(taken);
}, 30_000);

const fillDisk = defineCommand({
  name: "fillDiskForTest",
  action: "catalogue.view",
  input: z.strictObject({}),
  subject: async () => ({ type: "test", id: null }),
  run: async ({ tx }) => {
    await tx.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$`;
    return {};
  },
});

it("answers a full disk as it answers a busy database: pages, routes, commands", async () => {
  const [officer] = world.officers;
  const read = () =>
    scoped(
      officer as Actor,
      ({ tx }) =>
        tx.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$`,
    );
  await expect(read()).rejects.toMatchObject({ digest: "BUSY" });
  const answer = await answering(async () => Response.json(await read()))(
    new Request("http://127.0.0.1/api/jobs/1"),
  );
  expect(answer.status).toBe(503);
  const sent = await execute(fillDisk, officer as Actor, { id: randomUUID(), input: {} });
  expect(sent).toMatchObject({ ok: false, code: "BUSY" });
  expect(isBusy(Object.assign(new Error("write"), { code: "ENOSPC" }))).toBe(true);
});

it("lets a fault that has nothing to do with that stay a fault", async () => {
  const broken = answering(() => Promise.reject(new Error("broken")));
  await expect(broken(new Request("http://127.0.0.1/"))).rejects.toThrow("broken");
});
