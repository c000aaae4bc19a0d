import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { type AnyCommand, execute } from "@/server/command";
import { database } from "@/server/db";
import { disableOfficer, resetPassword, revokeSessions } from "@/server/officers/commands";
import { hashPassword } from "@/server/officers/password";
import { authOptions } from "@/server/session";
import { buildWorld } from "./build-world";
import { insert, officer, officerRow, onDatabase, type World, who } from "./world";

/** Signing in and what ends it, below next-auth: its authorize function and the session's row. */
let world: World;
let admin: Actor;
let person: Actor;
const password = "ฝนตกที่บ้านนาเมื่อวานนี้";

beforeAll(async () => {
  world = await buildWorld();
  admin = who(world, "administrator");
});

beforeEach(async () => {
  person = officer("district_chief", "5401");
  await onDatabase(async (client) => {
    await insert(client, "officer", officerRow(person));
    await insert(client, "auth.credential", {
      officer_id: person.id,
      password_hash: await hashPassword(password),
    });
  });
});

type SignIn = (given: { login: string; password: string }) => Promise<{ sessionId: string } | null>;
function signIn(login: string, word: string) {
  const [provider] = authOptions().providers as unknown as { options: { authorize: SignIn } }[];
  if (!provider) throw new Error("There is no way to sign in");
  return provider.options.authorize({ login, password: word });
}

/** Who the session's row speaks for now. */
async function actorOf(session: string | undefined) {
  const rows = await database().$queryRaw<
    { login: string; role: string; district_code: string | null }[]
  >`
    SELECT login, role, district_code FROM auth.find_session(${session}::uuid)`;
  return rows[0] ?? null;
}
const ask = (command: AnyCommand, input: unknown) =>
  execute(command, admin, { id: randomUUID(), input });
const move = (sql: string, ...values: unknown[]) =>
  onDatabase((client) => client.query(sql, values));

describe("a sign-in", () => {
  it("opens a new session each time, whatever case the login is typed in", async () => {
    const first = await signIn(person.login, password);
    const second = await signIn(`  ${person.login.toUpperCase()} `, password);
    expect(first?.sessionId).toMatch(/^[0-9a-f-]{36}$/);
    expect(second?.sessionId).not.toBe(first?.sessionId);
    expect(await actorOf(first?.sessionId)).toMatchObject({ login: person.login });
  });

  it("fails alike for a wrong password, an unknown login, a disabled officer and one without a password", async () => {
    const bare = officer("governor", "54");
    await onDatabase((client) => insert(client, "officer", officerRow(bare)));
    expect(await signIn(person.login, "wrong")).toBeNull();
    expect(await signIn("nobody.at.all", password)).toBeNull();
    expect(await signIn(bare.login, password)).toBeNull();
    expect(await signIn("console", password)).toBeNull();
    await move("UPDATE officer SET status = 'disabled' WHERE id = $1", person.id);
    expect(await signIn(person.login, password)).toBeNull();
  });

  it.each(["a\0b", "' OR 1=1 --", "x".repeat(100_000), "", "\ud800", "%00"])(
    "takes %j for a login that fails",
    async (login) => {
      expect(await signIn(login, password)).toBeNull();
    },
  );
});

describe("the lock-out", () => {
  const fail = async (times: number) => {
    for (let turn = 0; turn < times; turn += 1)
      expect(await signIn(person.login, "wrong")).toBeNull();
  };
  const age = (minutes: number) =>
    move(
      `UPDATE auth.attempt SET at = at - interval '${minutes} minutes' WHERE login = $1`,
      person.login,
    );

  it("closes a login after five failures, for the right password too", async () => {
    await fail(5);
    await expect(signIn(person.login, password)).rejects.toThrow("LOCKED");
    expect(await actorOf(randomUUID())).toBeNull();
  });

  it("does not close it after four, and success begins a new count", async () => {
    await fail(4);
    expect(await signIn(person.login, password)).not.toBeNull();
    await fail(4);
    expect(await signIn(person.login, password)).not.toBeNull();
  });

  it("lasts until 15 minutes after the fifth, not the first", async () => {
    await fail(2);
    await age(10);
    await fail(3);
    await age(14);
    await expect(signIn(person.login, password)).rejects.toThrow("LOCKED");
    await age(1.1);
    expect(await signIn(person.login, password)).not.toBeNull();
  });

  it("does not count five failures that lie further apart than 15 minutes", async () => {
    await fail(3);
    await age(16);
    await fail(3);
    expect(await signIn(person.login, password)).not.toBeNull();
  });

  it("lets no more than five of 40 guesses through that are sent at once", async () => {
    const guesses = await Promise.allSettled(
      Array.from({ length: 40 }, () => signIn(person.login, "wrong")),
    );
    expect(guesses.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
    expect(guesses.filter(({ status }) => status === "rejected")).toHaveLength(35);
  });

  it("closes an unknown login the same way, so that it tells nothing", async () => {
    const login = `unknown.${randomUUID().slice(0, 8)}`;
    for (let turn = 0; turn < 5; turn += 1) expect(await signIn(login, "wrong")).toBeNull();
    await expect(signIn(login, "wrong")).rejects.toThrow("LOCKED");
  });

  it("is opened by a new password from the administrator", async () => {
    await fail(5);
    const fresh = "อีกประโยคหนึ่งที่ยาวพอสมควร";
    expect(await ask(resetPassword, { officerId: person.id, password: fresh })).toMatchObject({
      ok: true,
    });
    expect(await signIn(person.login, fresh)).not.toBeNull();
  });
});

describe("an open session ends at the next request", () => {
  it("when it is revoked", async () => {
    const session = (await signIn(person.login, password))?.sessionId;
    expect(await ask(revokeSessions, { officerId: person.id })).toMatchObject({
      ok: true,
      value: { revoked: 1 },
    });
    expect(await actorOf(session)).toBeNull();
  });

  it("when the officer is disabled, and it stays ended", async () => {
    const session = (await signIn(person.login, password))?.sessionId;
    await ask(disableOfficer, { officerId: person.id });
    expect(await actorOf(session)).toBeNull();
    await move("UPDATE officer SET status = 'active' WHERE id = $1", person.id);
    expect(await actorOf(session)).toBeNull();
  });

  it("when the password is replaced", async () => {
    const session = (await signIn(person.login, password))?.sessionId;
    await ask(resetPassword, { officerId: person.id, password: "อีกประโยคหนึ่งที่ยาวพอสมควร" });
    expect(await actorOf(session)).toBeNull();
  });

  it("when 12 hours have passed", async () => {
    const session = (await signIn(person.login, password))?.sessionId;
    const { rows } = await move(
      "SELECT expires_at - now() <= interval '12 hours' AS right FROM auth.session WHERE id = $1",
      session,
    );
    expect(rows).toEqual([{ right: true }]);
    await move(
      "UPDATE auth.session SET expires_at = now() - interval '1 second' WHERE id = $1",
      session,
    );
    expect(await actorOf(session)).toBeNull();
  });

  it("and a change of role or district counts at once", async () => {
    const session = (await signIn(person.login, password))?.sessionId;
    await move(
      "UPDATE officer SET role = 'receiving_officer', district_code = '5402' WHERE id = $1",
      person.id,
    );
    expect(await actorOf(session)).toEqual({
      login: person.login,
      role: "receiving_officer",
      district_code: "5402",
    });
  });

  it("when he signs out", async () => {
    const session = (await signIn(person.login, password))?.sessionId;
    await authOptions().events?.signOut?.({
      token: { sessionId: session },
      session: undefined as never,
    });
    expect(await actorOf(session)).toBeNull();
  });
});

it("hides passwords and sessions from every login and role", async () => {
  for (const url of [process.env.DATABASE_APP_URL, process.env.DATABASE_JOB_URL])
    await onDatabase(async (client) => {
      for (const table of ["auth.credential", "auth.session", "auth.attempt"])
        await expect(client.query(`SELECT 1 FROM ${table}`)).rejects.toMatchObject({
          code: "42501",
        });
    }, url);
  for (const sql of [
    `SELECT auth.set_password('${person.id}', 'x')`,
    `SELECT auth.revoke_sessions('${person.id}')`,
  ])
    await onDatabase(
      (client) => expect(client.query(sql)).rejects.toMatchObject({ code: "42501" }),
      process.env.DATABASE_APP_URL,
    );
});

it("lists nobody on the sign-in page outside the demo", async () => {
  expect(await database().$queryRaw`SELECT * FROM auth.demo_sign_ins()`).toEqual([]);
});
