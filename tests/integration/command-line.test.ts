import { Readable } from "node:stream";
import { verify } from "@node-rs/argon2";
import { onDatabase } from "@tests/security/world";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { run as audit } from "@/cli/audit";
import { run as users } from "@/cli/users";

/** The administrator's commands as they are typed, on a real database. */
let printed: string;
beforeEach(() => {
  printed = "";
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, "write").mockImplementation((text) => {
      printed += text;
      return true;
    });
});
afterEach(() => vi.restoreAllMocks());

async function says(command: typeof users, line: string[]): Promise<string> {
  printed = "";
  expect(await command(line)).toBe(0);
  return printed;
}
const chief = ["--name", "นายธีรพงษ์ เครือวงศ์", "--role", "district_chief", "--position", "นายอำเภอ"];
const read = async (sql: string, ...values: unknown[]) =>
  onDatabase(async (client) => (await client.query(sql, values)).rows);
const officer = async (login: string) =>
  (await read("SELECT * FROM officer WHERE login = $1", login))[0];

/** What is typed on stdin. */
function typed(text: string) {
  const stdin = Object.getOwnPropertyDescriptor(process, "stdin") as PropertyDescriptor;
  Object.defineProperty(process, "stdin", {
    ...stdin,
    get: () => Readable.from([Buffer.from(text)]),
  });
  return () => Object.defineProperty(process, "stdin", stdin);
}

describe("sukjai users", () => {
  it("adds an officer with a made password that is printed once and works", async () => {
    const answer = await says(users, ["add", "Chief.Mueang", ...chief, "--district", "5401"]);
    const password = answer.match(/: ([a-z2-9-]{29})$/m)?.[1] as string;
    const row = await officer("chief.mueang");
    expect(row).toMatchObject({
      role: "district_chief",
      province_code: "54",
      district_code: "5401",
    });
    const [kept] = await read(
      "SELECT password_hash FROM auth.credential WHERE officer_id = $1",
      row.id,
    );
    expect(kept.password_hash).toMatch(/^\$argon2id\$/);
    expect(await verify(kept.password_hash, password)).toBe(true);
    // Recorded as done by the console, without the password.
    const events = await read(
      "SELECT actor, action, detail::text FROM audit.event WHERE detail->>'command' = 'addOfficer'",
    );
    expect(events).toEqual([
      {
        actor: "00000000-0000-7000-8000-000000000001",
        action: "officer.keep",
        detail: expect.not.stringContaining(password),
      },
    ]);
    const everything = await read("SELECT row_to_json(r)::text AS text FROM command_receipt r");
    expect(everything.map(({ text }) => text).join()).not.toContain(password);
  });

  it("gives an account officer a code, and one more for another district, never the same twice", async () => {
    const ao = [
      "--name",
      "นางมาลี แก้วคำ",
      "--role",
      "account_officer",
      "--position",
      "พัฒนากร",
      "--agency",
      "CDD",
    ];
    expect(await says(users, ["add", "cdd.one", ...ao, "--district", "5401"])).toContain(
      "5401C001",
    );
    expect(await says(users, ["add", "cdd.two", ...ao, "--district", "5401"])).toContain(
      "5401C002",
    );
    expect(await says(users, ["issue-code", "cdd.one", "--district", "5402"])).toContain(
      "5402C001",
    );
    await expect(users(["issue-code", "cdd.one", "--district", "5402"])).rejects.toThrow(
      "already has a code",
    );
    await expect(users(["issue-code", "chief.mueang", "--district", "5402"])).rejects.toThrow(
      "Only an account officer",
    );
  });

  it("lists, disables, revokes and resets", async () => {
    const row = await officer("chief.mueang");
    const session = () =>
      onDatabase((client) =>
        client.query(
          "INSERT INTO auth.session (id, officer_id, expires_at) VALUES (gen_random_uuid(), $1, now() + interval '1 hour')",
          [row.id],
        ),
      );
    const open = () =>
      read("SELECT id FROM auth.session WHERE officer_id = $1 AND revoked_at IS NULL", row.id);
    expect(await says(users, ["list", "--district", "5401"])).toMatch(
      /^chief\.mueang\tนายธีรพงษ์ เครือวงศ์\tdistrict_chief\t.*\tactive$/m,
    );
    expect(await says(users, ["list"])).not.toContain("console");

    for (const line of [
      ["revoke", "chief.mueang"],
      ["reset", "chief.mueang"],
      ["disable", "chief.mueang"],
    ]) {
      await session();
      expect(await open()).toHaveLength(1);
      await says(users, line);
      expect(await open(), line[0]).toHaveLength(0);
    }
    expect(await officer("chief.mueang")).toMatchObject({ status: "disabled" });
  });

  it("takes a password from stdin, and refuses a short or a common one", async () => {
    const restore = typed("แม่น้ำยมไหลผ่านเมืองแพร่\n");
    try {
      expect(
        await says(users, ["add", "by.stdin", ...chief, "--district", "5402", "--password-stdin"]),
      ).not.toContain("แม่น้ำยม");
    } finally {
      restore();
    }
    const { id } = await officer("by.stdin");
    const [kept] = await read(
      "SELECT password_hash FROM auth.credential WHERE officer_id = $1",
      id,
    );
    expect(await verify(kept.password_hash, "แม่น้ำยมไหลผ่านเมืองแพร่")).toBe(true);
    for (const [text, sentence] of [
      ["short", "15 characters"],
      ["password12345678", "easily guessed"],
      ["", "no password"],
    ]) {
      const again = typed(text as string);
      await expect(users(["reset", "by.stdin", "--password-stdin"])).rejects.toThrow(sentence);
      again();
    }
  });

  it.each([
    [[], "no such command"],
    [["delete", "x"], "no such command"],
    [["toString", "x"], "no such command"],
    [["add"], "A login is needed"],
    [["disable", "nobody"], 'no officer with the login "nobody"'],
    [["disable", "console"], 'no officer with the login "console"'],
    [["add", "x", "--colour", "red"], "--colour"],
    [["add", "x", "--role", "district_chief"], "--name is needed"],
    [["add", "good.login", ...chief], "province is missing"],
    [["add", "good.login", ...chief, "--district", "5499"], "district is missing, does not exist"],
    [
      ["add", "good.login", ...chief, "--district", "5401", "--province", "55"],
      "lies in another province",
    ],
    [["add", "1bad", ...chief, "--district", "5401"], "A login begins with"],
    [["add", "by.stdin", ...chief, "--district", "5401"], "already an officer"],
    [
      ["add", "good.login", "--name", "นาย ก", "--role", "king", "--position", "x"],
      'no role "king"',
    ],
    [
      [
        "add",
        "good.login",
        "--name",
        "นายกอ ขอ",
        "--role",
        "account_officer",
        "--position",
        "พัฒนากร",
        "--district",
        "5401",
        "--agency",
        "FBI",
      ],
      "agency is missing or unknown",
    ],
  ])("answers %j with one sentence in each language", async (line, sentence) => {
    const fault = await users(line).catch((error: Error) => error.message);
    expect(fault).toContain(sentence);
    expect(fault).toMatch(/^[ก-๙].*\n.+$/);
  });
});

describe("sukjai audit verify", () => {
  it("says OK and how many rows it followed", async () => {
    expect(await says(audit, ["verify"])).toMatch(/^OK \d+ /);
  });

  it("names the first fault and ends with 1", async () => {
    await onDatabase(async (client) => {
      await client.query("ALTER TABLE audit.event DISABLE TRIGGER ALL");
      await client.query(
        "UPDATE audit.event SET detail = '{}' WHERE (chain, seq) = (SELECT chain, seq FROM audit.event WHERE detail <> '{}' LIMIT 1)",
      );
    });
    printed = "";
    expect(await audit(["verify"])).toBe(1);
    expect(printed).toMatch(/chain \d+ position \d+: row altered/);
  });

  it("names faults of several chains in their order, also of one that nobody has given out", async () => {
    await onDatabase(async (client) => {
      await client.query(
        `INSERT INTO audit.event (chain, seq, at, actor, actor_role, action, subject_type, prev_hash, hash)
         SELECT chain, 1, now(), '-', '-', 'forged', 'x', decode(repeat('00', 32), 'hex'), '\\x00' FROM unnest('{-3,77}'::smallint[]) AS chain`,
      );
    });
    printed = "";
    expect(await audit(["verify"])).toBe(1);
    const chains = [...printed.matchAll(/^chain (-?\d+) /gm)].map(([, chain]) => Number(chain));
    expect(chains[0]).toBe(-3);
    expect(chains.at(-1)).toBe(77);
    expect(chains).toHaveLength(3);
  });

  it("has no other sub-command", async () => {
    await expect(audit([])).rejects.toThrow("sukjai audit verify");
  });
});
