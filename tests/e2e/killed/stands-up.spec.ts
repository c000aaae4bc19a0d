import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { ask, signIn, type Visitor } from "@tests/support/http";
import { placeOf, runningServer } from "../../../scripts/postgres.mjs";
import { demoDataDir, onDemoDatabase } from "../demo-database";

/** The last scene of all: each process of the running product is killed while officers go on writing. */

/** `started`: ticks after the machine did; ids of processes begin anew. */
type Process = { pid: number; parent: number; started: number; command: string };

function processes(): Process[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ");
        return [
          { pid: Number(name), parent: Number(fields[1]), started: Number(fields[19]), command },
        ];
      } catch {
        // It has ended meanwhile.
        return [];
      }
    });
}

/** A process that `npm start` looks after, by what its command says. */
function part(command: RegExp): Process | undefined {
  const start = Number(readFileSync(join(demoDataDir(), "start.pid"), "utf8"));
  return processes().find((each) => each.parent === start && command.test(each.command));
}

const parts: Record<string, () => Process | undefined> = {
  // The newest, so that the one that takes its place is newer.
  "one process of the web server": () =>
    processes()
      .filter(({ parent }) => parent === part(/serve\.mjs/)?.pid)
      .sort((a, b) => b.started - a.started)[0],
  "the web server": () => part(/serve\.mjs/),
  "the worker": () => part(/worker\.js/),
  "the database": () => {
    const running = runningServer(placeOf(demoDataDir()).cluster);
    return processes().find(({ pid }) => pid === running?.pid);
  },
};
const marker = `บันทึกระหว่างที่ระบบหยุด ${randomUUID()}`;
/** What the answers of all scenes said is stored. */
const everStored = new Set<string>();
let chief: Visitor;
let ownerId: string;

test.beforeAll(async ({ baseURL }) => {
  chief = await signIn(baseURL as string, "chief.mueang");
  const found = await onDemoDatabase((client) =>
    client.query<{ id: string }>("SELECT id FROM officer WHERE login = 'secretary.mueang'"),
  );
  ownerId = found.rows[0]?.id as string;
});

/** Posts one record under one id until the answer says that it is stored, as our own pages do. */
async function store(base: string, id: string): Promise<void> {
  for (;;) {
    const stored = await ask(base, chief, "/api/commands", {
      method: "POST",
      body: JSON.stringify({
        name: "recordInquiry",
        id,
        input: {
          holderId: null,
          kind: "other",
          words: marker,
          fromName: "สมชาย ใจดี",
          fromPhone: null,
          channel: "counter",
          receivedOn: "2018-02-26",
          ownerId,
        },
      }),
    })
      .then(async (answer) => answer.ok && ((await answer.json()) as { ok: boolean }).ok)
      .catch(() => false);
    if (stored) return;
    await sleep(100);
  }
}

/** The page of the officer, served whole. */
const served = async (base: string) =>
  ask(base, chief, "/inquiries")
    .then(async (answer) => answer.status === 200 && (await answer.text()).includes("</html>"))
    .catch(() => false);

for (const [name, find] of Object.entries(parts))
  test(`${name} is killed while eight write: it is back, and what was stored is there once`, async ({
    baseURL,
  }) => {
    const base = baseURL as string;
    const acknowledged: string[] = [];
    let writing = true;
    const writers = Array.from({ length: 8 }, async () => {
      while (writing) {
        const id = randomUUID();
        await store(base, id);
        acknowledged.push(id);
        everStored.add(id);
      }
    });
    await sleep(1000);
    const killed = find();
    if (!killed) throw new Error(`${name} does not run`);
    process.kill(killed.pid, "SIGKILL");
    const began = Date.now();
    await expect
      .poll(async () => (await served(base)) && (find()?.started ?? 0) > killed.started, {
        timeout: 60_000,
        intervals: [100],
      })
      .toBe(true);
    // What a machine needs is a figure (docs/figures.md); that it comes back at all is the promise.
    test.info().annotations.push({ type: "ms", description: `${Date.now() - began}` });
    await sleep(500);
    writing = false;
    await Promise.all(writers);

    expect(acknowledged.length).toBeGreaterThan(8);
    const { rows } = await onDemoDatabase((client) =>
      client.query<{ stored: number; told: number }>(
        `SELECT count(*)::int AS stored,
           (SELECT count(*)::int FROM notification WHERE href = ANY ($2)) AS told
         FROM inquiry WHERE id = ANY ($1) AND words = $3`,
        [acknowledged, acknowledged.map((id) => `/inquiries/${id}`), marker],
      ),
    );
    expect(rows[0]?.stored).toBe(acknowledged.length);
    expect(rows[0]?.told).toBe(acknowledged.length);
  });

test("nothing was stored twice or without an answer in the end, and the audit's chains are whole", async () => {
  const { rows } = await onDemoDatabase((client) =>
    client.query<{ inquiries: number; receipts: number; broken: number }>(
      `SELECT count(*)::int AS inquiries,
         (SELECT count(*)::int FROM command_receipt WHERE id IN (SELECT id FROM inquiry WHERE words = $1)) AS receipts,
         (SELECT count(*)::int FROM audit.verify()) AS broken
       FROM inquiry WHERE words = $1`,
      [marker],
    ),
  );
  expect(rows[0]?.inquiries).toBe(everStored.size);
  expect(rows[0]?.receipts).toBe(everStored.size);
  expect(rows[0]?.broken).toBe(0);
});
