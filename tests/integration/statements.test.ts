import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { database } from "@/server/db";
import { getHome } from "@/server/home/queries";
import { scoped } from "@/server/scope";
import { loadedDemo, signedIn } from "./demo-world";

/** What a page asks at the same moment travels together, and its counts are one statement (docs/decisions/0040). */
beforeAll(loadedDemo);
afterEach(() => vi.restoreAllMocks());

/** What PostgreSQL is sent, in its order; `waited` tells which were sent after the answer before. */
function watched() {
  const sent: { text: string; waited: boolean }[] = [];
  let open = 0;
  const query = pg.Client.prototype.query;
  vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (this: pg.Client, ...given) {
    const [asked] = given as unknown[];
    const text = typeof asked === "string" ? asked : String(Reflect.get(Object(asked), "text"));
    sent.push({ text, waited: open === 0 });
    open += 1;
    const answer: unknown = Reflect.apply(query, this, given);
    const done = () => {
      open -= 1;
    };
    if (answer instanceof Promise) answer.then(done, done);
    return answer as never;
  });
  return sent;
}

/** Without the frame: BEGIN, the entering of the role, COMMIT. */
const withoutFrame = (sent: ReturnType<typeof watched>) => sent.slice(2, -1);

// One or two more than one sees: what comes late on a busy machine misses the counts that are gathered.
describe("the home of", () => {
  it.each([
    { login: "baac.mueang", most: 18 },
    { login: "secretary.mueang", most: 19 },
    { login: "chief.mueang", most: 18 },
    { login: "governor", most: 18 },
  ])("$login asks $most statements at most", async ({ login, most }) => {
    const actor = await signedIn(login);
    await scoped(actor, getHome);
    const sent = watched();
    await scoped(actor, getHome);
    expect(sent.at(0)?.text).toBe("BEGIN");
    expect(sent.at(-1)?.text).toBe("COMMIT");
    expect(withoutFrame(sent).length).toBeLessThanOrEqual(most);
  });
});

it("sends at once what is asked at once: nothing waits for a slow answer, nor for the one to BEGIN", async () => {
  const actor = await signedIn("treasury");
  const sent = watched();
  await scoped(actor, ({ tx }) =>
    Promise.all([
      tx.$queryRaw`SELECT pg_sleep(0.3)::text`,
      tx.holder.findFirst({ select: { id: true } }),
      tx.intent.groupBy({ by: ["answer"], _count: true }),
      tx.holder.count(),
    ]),
  );
  // BEGIN and the role, then all four, then COMMIT.
  expect(sent.map(({ waited }) => waited)).toEqual([true, false, true, false, false, false, true]);
});

it("sends counts that are asked at once as one statement, and each gets its own number", async () => {
  const actor = await signedIn("treasury");
  const districts = ["5401", "5402", "5403"];
  const alone: number[] = [];
  for (const districtCode of districts)
    alone.push(await scoped(actor, ({ tx }) => tx.holder.count({ where: { districtCode } })));
  const sent = watched();
  const together = await scoped(actor, ({ tx }) =>
    Promise.all([
      ...districts.map((districtCode) => tx.holder.count({ where: { districtCode } })),
      tx.holder.count({ where: { districtCode: "5401", firstName: { contains: "$1" } } }),
    ]),
  );
  expect(together).toEqual([...alone, 0]);
  expect(new Set(alone).size).toBe(3);
  expect(withoutFrame(sent)).toHaveLength(1);
});

it("refuses all of them where one is refused, and the connection serves on", async () => {
  const actor = await signedIn("desk1.mueang");
  const counts = scoped(actor, ({ tx }) =>
    Promise.all([tx.holder.count(), tx.progressReport.count(), tx.intent.count()]),
  );
  await expect(counts).rejects.toThrow(/permission denied/);
  expect(await database().setting.count()).toBeGreaterThan(0);
});

it("counts what was asked before a change without it, and after it with it", async () => {
  const actor = await signedIn("treasury");
  const id = randomUUID();
  const receipt = { id, actorId: actor.id, action: "test", inputHash: "", outcome: {} };
  const seen = await scoped(actor, async ({ tx }) => {
    const before = tx.commandReceipt.count({ where: { id } });
    const [without, { count }] = await Promise.all([
      before,
      tx.commandReceipt.createMany({ data: [receipt] }),
    ]);
    return { without, count, behind: await tx.commandReceipt.count({ where: { id } }) };
  });
  expect(seen).toEqual({ without: 0, count: 1, behind: 1 });
});
