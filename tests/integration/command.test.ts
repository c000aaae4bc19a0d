import { randomUUID } from "node:crypto";
import { buildWorld } from "@tests/security/build-world";
import { onDatabase, type World, who } from "@tests/security/world";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Actor } from "@/domain/policy";
import { Refusal } from "@/domain/result";
import { defineCommand, execute } from "@/server/command";
import { commandNamed, commandNames } from "@/server/commands";
import { formerNames } from "@/server/former-names";
import { deleteOldReceipts, receiptDays } from "@/server/jobs/receipts";

/** `execute` itself, by a command made for this test: it announces a place. */
let world: World;
let chief: Actor;
let neighbour: Actor;
beforeAll(async () => {
  world = await buildWorld();
  chief = who(world, "district_chief", "5401");
  neighbour = who(world, "district_chief", "5402");
});

const announce = defineCommand({
  name: "announceForTest",
  action: "place.announce",
  input: z.strictObject({ name: z.string().min(1), fail: z.boolean().default(false) }),
  subject: async ({ actor }) => ({ type: "place", id: null, districtCode: actor.districtCode }),
  detail: ({ name }) => ({ length: name.length }),
  async run({ tx, actor, input }) {
    const id = randomUUID();
    await tx.place.createMany({
      data: [
        {
          id,
          name: input.name,
          provinceCode: actor.provinceCode as string,
          districtCode: actor.districtCode as string,
          opensOn: new Date("2018-02-01"),
          closesOn: new Date("2018-02-02"),
          announcedById: actor.id,
          recordedOn: new Date("2018-02-01"),
        },
      ],
    });
    if (input.fail) throw new Refusal("OUTSIDE_WINDOW");
    return { id };
  },
});

const ask = (actor: Actor, input: unknown, id: string = randomUUID()) =>
  execute(announce, actor, { id, input });
const count = (sql: string, ...values: unknown[]) =>
  onDatabase(
    async (client) =>
      (await client.query(`SELECT count(*)::int AS n FROM ${sql}`, values)).rows[0].n,
  );
const places = (name: string) => count("place WHERE name = $1", name);
const receipts = (id: string) => count("command_receipt WHERE id = $1", id);
const audits = (id: string, refused: string | null = null) =>
  count(
    "audit.event WHERE request_id = $1 AND detail->>'refused' IS NOT DISTINCT FROM $2",
    id,
    refused,
  );

describe("receipts that no repeat can meet any more", () => {
  it("are deleted at night, whoever has them; younger ones stay and answer", async () => {
    const [old, young] = [randomUUID(), randomUUID()];
    await ask(chief, { name: "old" }, old);
    const first = await ask(neighbour, { name: "young" }, young);
    const age = (id: string, days: number) =>
      onDatabase((client) =>
        client.query(
          "UPDATE command_receipt SET created_at = now() - make_interval(days => $2) WHERE id = $1",
          [id, days],
        ),
      );
    await age(old, receiptDays + 1);
    await age(young, receiptDays - 1);
    expect(await deleteOldReceipts()).toBe(1);
    expect([await receipts(old), await receipts(young)]).toEqual([0, 1]);
    expect(await ask(neighbour, { name: "young" }, young)).toEqual(first);
    expect(await deleteOldReceipts()).toBe(0);
  });
});

it("keeps no receipt of any draft", () => {
  const drafts = commandNames.filter((name) => /Draft$/.test(name) && name.startsWith("save"));
  expect(drafts.length).toBeGreaterThan(1);
  for (const name of drafts) expect(commandNamed(name)?.repeatable).toBe(true);
});

describe("a repeat", () => {
  it("gets the first outcome, changes nothing and is not recorded again", async () => {
    const id = randomUUID();
    const first = await ask(chief, { name: "once" }, id);
    const second = await ask(chief, { fail: false, name: "once" }, id.toUpperCase());
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
    expect([await places("once"), await receipts(id), await audits(id)]).toEqual([1, 1, 1]);
  });

  it("sent 50 times at the same time has one effect", async () => {
    const id = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => ask(chief, { name: "fifty" }, id)),
    );
    const outcomes = new Set(answers.map((answer) => JSON.stringify(answer)));
    expect([...outcomes]).toHaveLength(1);
    expect(answers[0]).toMatchObject({ ok: true });
    expect([await places("fifty"), await receipts(id), await audits(id)]).toEqual([1, 1, 1]);
  });

  it("with another input, another command or another actor is refused", async () => {
    const id = randomUUID();
    await ask(chief, { name: "mine" }, id);
    expect(await ask(chief, { name: "changed" }, id)).toMatchObject({
      ok: false,
      code: "SENT_BEFORE",
    });
    expect(await ask(neighbour, { name: "mine" }, id)).toMatchObject({
      ok: false,
      code: "CONFLICT",
    });
    const other = { ...announce, name: "anotherCommand" };
    expect(await execute(other, chief, { id, input: { name: "mine" } })).toMatchObject({
      code: "SENT_BEFORE",
    });
    expect([await places("mine"), await places("changed"), await receipts(id)]).toEqual([1, 0, 1]);
    expect([await audits(id, "SENT_BEFORE"), await audits(id, "CONFLICT")]).toEqual([2, 1]);
  });

  it("of what ran under the command's former name gets that outcome", async () => {
    const id = randomUUID();
    const input = { name: "renamed" };
    const before = await execute({ ...announce, name: "setPlaces" }, chief, { id, input });
    const today = { ...announce, name: "setCapacity" };
    expect(before).toMatchObject({ ok: true });
    expect(await execute(today, chief, { id, input })).toEqual(before);
    expect([await places("renamed"), await receipts(id)]).toEqual([1, 1]);
  });

  it("finds every former name's command, and none under two names", () => {
    for (const [former, today] of formerNames) {
      expect(commandNames).not.toContain(former);
      expect(commandNamed(former)).toMatchObject({ name: today });
    }
  });
});

describe("a refusal", () => {
  it("undoes everything, leaves no receipt, and is recorded", async () => {
    const id = randomUUID();
    expect(await ask(chief, { name: "undone", fail: true }, id)).toMatchObject({
      ok: false,
      code: "OUTSIDE_WINDOW",
    });
    expect([await places("undone"), await receipts(id)]).toEqual([0, 0]);
    expect([await audits(id), await audits(id, "OUTSIDE_WINDOW")]).toEqual([0, 1]);
    // The same id may then carry the mended request.
    expect(await ask(chief, { name: "undone" }, id)).toMatchObject({ ok: true });
  });

  it("is NOT_ALLOWED for a role without the action and touches nothing", async () => {
    const id = randomUUID();
    const officer = who(world, "account_officer", "5401");
    expect(await ask(officer, { name: "not mine" }, id)).toMatchObject({ code: "NOT_ALLOWED" });
    expect([await places("not mine"), await audits(id, "NOT_ALLOWED")]).toEqual([0, 1]);
  });

  it("names what is wrong with the input before any transaction", async () => {
    const wrong = await ask(chief, { name: "", extra: 1 });
    expect(wrong).toMatchObject({
      ok: false,
      code: "INVALID",
      fields: { name: [expect.any(String)] },
    });
    expect(await ask(chief, { name: "x" }, "not-a-uuid")).toMatchObject({ code: "INVALID" });
  });

  it.each(["a\0b", "\ud800", "x\udc00y"])(
    "is INVALID for text that cannot be stored (%j)",
    async (name) => {
      expect(await ask(chief, { name })).toMatchObject({ ok: false, code: "INVALID" });
    },
  );
});

const openFile = defineCommand({
  name: "openFileForTest",
  action: "caseload.assign",
  input: z.strictObject({ holderId: z.uuid() }),
  subject: async ({ tx }, { holderId }) => {
    const holder = await tx.holder.findUnique({
      where: { id: holderId },
      select: { id: true, provinceCode: true, districtCode: true, accountOfficerId: true },
    });
    return holder && { type: "holder", ...holder };
  },
  run: async () => ({ done: true }),
});

describe("a holder as the subject", () => {
  const code = async (actor: Actor, holderId: string) => {
    const answer = await execute(openFile, actor, { id: randomUUID(), input: { holderId } });
    return answer.ok ? "done" : answer.code;
  };

  it("out of reach answers exactly as one who does not exist", async () => {
    const own = world.holders.find(({ districtCode }) => districtCode === "5401")?.id as string;
    const foreign = world.holders.filter(({ districtCode }) => districtCode !== "5401");
    expect(await code(chief, own)).toBe("done");
    for (const { id } of [...foreign, { id: randomUUID() }])
      expect(await code(chief, id)).toBe("NOT_FOUND");
  });

  it("in reading reach, but not of this action, says so", async () => {
    const own = world.holders.find(({ accountOfficerId }) => accountOfficerId) as {
      id: string;
      accountOfficerId: string;
    };
    const officer = world.officers.find(({ id }) => id === own.accountOfficerId) as Actor;
    expect(await code(officer, own.id)).toBe("NOT_ALLOWED");
    expect(await code(who(world, "governor", "54"), own.id)).toBe("NOT_ALLOWED");
    expect(await code(who(world, "governor", "55"), own.id)).toBe("NOT_FOUND");
  });

  it("does not exist for a role that may not even look", async () => {
    const { id } = world.holders[0] as { id: string };
    for (const role of ["administrator", "agency_officer"] as const)
      expect(await code(who(world, role), id), role).toBe("NOT_FOUND");
  });
});

it("writes effect, receipt and audit together: without the audit nothing stands", async () => {
  const id = randomUUID();
  await onDatabase((client) =>
    client.query("REVOKE EXECUTE ON FUNCTION audit.append FROM r_district_chief"),
  );
  try {
    await expect(ask(chief, { name: "unaudited" }, id)).rejects.toThrow();
  } finally {
    await onDatabase((client) =>
      client.query("GRANT EXECUTE ON FUNCTION audit.append TO r_district_chief"),
    );
  }
  expect([await places("unaudited"), await receipts(id), await audits(id)]).toEqual([0, 0, 0]);
});

it("keeps a keyed hash of the input, which nobody can guess back", async () => {
  const id = randomUUID();
  await ask(chief, { name: "secret" }, id);
  const { createHash } = await import("node:crypto");
  const bare = createHash("sha256")
    .update(JSON.stringify({ fail: false, name: "secret" }))
    .digest("hex");
  const stored = await onDatabase((client) =>
    client.query("SELECT input_hash FROM command_receipt WHERE id = $1", [id]),
  );
  expect(stored.rows[0].input_hash).toMatch(/^[0-9a-f]{64}$/);
  expect(stored.rows[0].input_hash).not.toBe(bare);
});

it("answers BUSY, not an error, when a lock cannot be had", async () => {
  const id = randomUUID();
  await onDatabase(async (client) => {
    await client.query("BEGIN");
    await client.query("LOCK TABLE place IN ACCESS EXCLUSIVE MODE");
    const answer = await ask(chief, { name: "waits" }, id);
    expect(answer).toMatchObject({ ok: false, code: "BUSY" });
    await client.query("ROLLBACK");
  });
  expect(await ask(chief, { name: "waits" }, id)).toMatchObject({ ok: true });
});
