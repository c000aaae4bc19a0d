import { randomUUID } from "node:crypto";
import { setToday } from "@tests/integration/desk-world";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { type AnyCommand, execute } from "@/server/command";
import { database } from "@/server/db";
import { addAccountOfficers, issueSlip } from "@/server/officers/district";
import { listOpenSlips } from "@/server/officers/district-queries";
import { slipCode } from "@/server/officers/one-time";
import { scoped } from "@/server/scope";
import { authOptions } from "@/server/session";
import { findSession } from "@/server/sign-in/station";
import { buildWorld } from "./build-world";
import { onDatabase, type World, who } from "./world";

/** The one-time code of a slip: it works once, for its officer, within its days, and sets the password. */
let world: World;
let chief: Actor;
beforeAll(async () => {
  world = await buildWorld();
  await setToday("2018-02-20");
  chief = who(world, "district_chief", "5401");
});

type Given = { login: string; code: string; password: string };
type SignIn = (given: Given) => Promise<{ id: string; sessionId: string } | null>;
function signInFirst(given: Given) {
  const providers = authOptions().providers as unknown as {
    options: { id?: string; authorize: SignIn };
  }[];
  const provider = providers.find(({ options }) => options.id === "first");
  if (!provider) throw new Error("There is no first sign-in");
  return provider.options.authorize(given);
}
const send = (command: AnyCommand, actor: Actor, input: unknown) =>
  execute(command, actor, { id: randomUUID(), input });
const move = (sql: string, ...values: unknown[]) =>
  onDatabase((client) => client.query(sql, values));

const password = "ฝนตกที่บ้านนาเมื่อวานนี้";
let made = 0;
async function newOfficer() {
  made += 1;
  const person = { name: `นายสมชาย ใจดี${made}`, agency: "CDD", phone: "0812345678" };
  const added = (await send(addAccountOfficers, chief, {
    officers: [{ ...person, officerId: null }],
  })) as { value: { issued: { officerId: string; slipId: string; code: string }[] } };
  const [issued] = added.value.issued;
  if (!issued) throw new Error("No officer was added");
  const { rows } = await move("SELECT login FROM officer WHERE id = $1", issued.officerId);
  return { ...issued, login: rows[0].login as string };
}
let person: Awaited<ReturnType<typeof newOfficer>>;
beforeEach(async () => {
  person = await newOfficer();
});
const enter = (overrides: Partial<Given> = {}) =>
  signInFirst({ login: person.login, code: slipCode(person.slipId), password, ...overrides });

describe("a slip", () => {
  it("opens once, however it is typed, and sets the password that holds from then on", async () => {
    const first = await enter({
      login: ` ${person.login.toUpperCase()}`,
      code: slipCode(person.slipId).toLowerCase().replaceAll("-", " "),
    });
    expect(await findSession(database(), first?.sessionId ?? "")).toMatchObject({
      login: person.login,
      role: "account_officer",
      district_code: "5401",
    });
    expect(await enter()).toBeNull();
    const [usual] = authOptions().providers as unknown as {
      options: { authorize: (given: object) => Promise<unknown> };
    }[];
    expect(await usual?.options.authorize({ login: person.login, password })).not.toBeNull();
  });

  it("opens for one of many who use it at the same moment", async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => enter()));
    expect(all.filter(Boolean)).toHaveLength(1);
  });

  it.each<[string, () => Promise<unknown>]>([
    ["forged", () => enter({ code: "ABCD-EFGH-JKMN" })],
    ["empty", () => enter({ code: "" })],
    ["another's", async () => enter({ code: slipCode((await newOfficer()).slipId) })],
    ["of an unknown login", () => enter({ login: "nobody.at.all" })],
    [
      "expired",
      async () => {
        await move("UPDATE auth.slip SET expires_at = now() WHERE id = $1", person.slipId);
        return enter();
      },
    ],
    [
      "replaced by a newer one",
      async () => {
        await send(issueSlip, chief, { officerId: person.officerId });
        return enter();
      },
    ],
    [
      "of an officer who is disabled",
      async () => {
        await move("UPDATE officer SET status = 'disabled' WHERE id = $1", person.officerId);
        return enter();
      },
    ],
  ])("is refused alike when it is %s", async (_, attempt) => {
    expect(await attempt()).toBeNull();
  });

  it("does not take a weak password, whatever the code, and is not used up by it", async () => {
    await expect(enter({ password: "123" })).rejects.toThrow("PASSWORD");
    await expect(enter({ password: "123", code: "forged" })).rejects.toThrow("PASSWORD");
    expect(await enter()).not.toBeNull();
  });

  it("locks its login after five wrong codes, for the right one too", async () => {
    for (let turn = 0; turn < 5; turn += 1) expect(await enter({ code: "wrong" })).toBeNull();
    await expect(enter()).rejects.toThrow("LOCKED");
  });

  it("is issued again by the own district alone, and never to somebody who has been inside", async () => {
    const neighbour = who(world, "district_chief", "5402");
    expect(await send(issueSlip, neighbour, { officerId: person.officerId })).toMatchObject({
      ok: false,
    });
    expect(
      await send(issueSlip, who(world, "account_officer", "5401"), {
        officerId: person.officerId,
      }),
    ).toMatchObject({ ok: false });
    await enter();
    expect(await send(issueSlip, chief, { officerId: person.officerId })).toMatchObject({
      code: "CONFLICT",
    });
  });

  it("is shown to its district alone, and nothing that is kept opens anything", async () => {
    const code = slipCode(person.slipId);
    const shown = await scoped(chief, listOpenSlips);
    expect(shown.map(({ oneTimeCode }) => oneTimeCode)).toContain(code);
    const elsewhere = await scoped(who(world, "district_chief", "5402"), listOpenSlips);
    expect(elsewhere).toEqual([]);
    for (const table of ["auth.slip", "command_receipt", "audit.event"]) {
      const { rows } = await move(`SELECT * FROM ${table}`);
      expect(JSON.stringify(rows)).not.toContain(code);
    }
  });
});
