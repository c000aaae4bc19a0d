import { createHash } from "node:crypto";
import { expect, test } from "@playwright/test";
import { seededRandom } from "@tests/builders/random";
import { type Asked, ask, nobody, signIn, type Visitor } from "@tests/support/http";
import type { AnyCommand } from "@/server/command";
import { commandNamed, commandNames } from "@/server/commands";
import { onDemoDatabase } from "./demo-database";
import {
  badBody,
  badFile,
  badInput,
  hostileTexts,
  pages,
  parameters,
  routesWithIds,
} from "./fuzz-inputs";

/**
 * 2,000 bad inputs, the same for the same seed, as every role, on the running product: none may end in a 5xx, say
 * reveal internals, or change anything. The officers are those of a district that no other test works in.
 */
const seed = process.env.FUZZ_SEED ?? "2561";
const district = "5408";
const logins = [
  "governor",
  "treasury",
  "chief.nongmuangkhai",
  "secretary.nongmuangkhai",
  "desk1.nongmuangkhai",
  "baac.nongmuangkhai",
  "agency.dsd",
  "admin",
];

const inside =
  /PrismaClient|prisma\/client|SQLSTATE|syntax error|violates|permission denied for|\bat \S+ \(\S+:\d+:\d+\)|node_modules|\/src\/server|relation "|column "|stack":|Invalid `/i;

let visitors: Visitor[];
let before: unknown;
const ids: string[] = [];

test.describe.configure({ mode: "serial" });
test.setTimeout(300_000);

test.beforeAll(async ({ baseURL }) => {
  visitors = [];
  for (const login of logins) visitors.push(await signIn(baseURL as string, login));
  before = await digest();
});

/** What this district's people look like: everything that officers, not imports, may change. */
async function digest() {
  return onDemoDatabase(async (client) => {
    const found: Record<string, unknown> = {};
    const hash = async (name: string, from: string) => {
      const { rows } = await client.query(
        `SELECT count(*)::int AS rows, md5(string_agg(t::text, E'\\n' ORDER BY t::text)) AS digest FROM (${from}) t`,
      );
      found[name] = rows[0];
    };
    await hash(
      "holder",
      `SELECT id, name_on_card, phone, current_address, current_subdistrict_code, account_officer_id, latest_answer,
         first_yes_on, interviewed_on, state FROM holder WHERE district_code = '${district}'`,
    );
    for (const table of [
      "place",
      "desk",
      "intent",
      "registration",
      "assignment",
      "assessment",
      "assessment_draft",
      "form_draft",
      "interview_refusal",
      "visit",
      "appointment",
      "absence",
      "departure",
      "caseload_move",
      "caseload_transfer",
      "co_interview",
      "plan_version",
      "consent_event",
      "referral",
      "contact",
      "correction",
      "inquiry",
      "outreach_plan",
      "briefing",
      "receiving_duty",
      "account_officer_code",
      "district_team",
      "progress_report",
    ])
      await hash(table, `SELECT * FROM ${table} WHERE district_code = '${district}'`);
    await hash("officer", "SELECT * FROM officer WHERE login NOT LIKE 'matrix.%'");
    await hash("setting", "SELECT * FROM setting");
    return found;
  });
}

/** Sends one; answers with what is wrong about the answer, if anything. */
async function fault(
  base: string,
  visitor: Visitor,
  path: string,
  asked: Asked = {},
): Promise<string | null> {
  const about = `${visitor.name} ${asked.method ?? "GET"} ${path.slice(0, 200)} ${String(asked.body ?? "").slice(0, 200)}`;
  // A server may close the connection on a body that it does not want to read, under the feet of the next request.
  for (let attempt = 1; ; attempt += 1)
    try {
      const answer = await ask(base, visitor, path, asked);
      const text = await answer.text();
      if (answer.status >= 500) return `${answer.status}: ${about}`;
      const said = text.match(inside);
      return said ? `says ${said[0]}: ${about}` : null;
    } catch (error) {
      if (attempt === 3) return `no answer (${error}): ${about}`;
    }
}

/** Runs them eight at a time and collects the faults. */
async function run(count: number, one: (nth: number) => Promise<string | null>): Promise<string[]> {
  const faults: string[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (next < count) {
        const found = await one(next++);
        if (found) faults.push(found);
      }
    }),
  );
  return faults.slice(0, 20);
}

test("700 commands", async ({ baseURL }) => {
  const random = seededRandom(`${seed} commands`);
  const faults = await run(700, async () => {
    const visitor = random.pick(visitors);
    const id = random.uuid();
    ids.push(id);
    const command = commandNamed(random.pick(commandNames)) as AnyCommand;
    const body = random.chance(0.2)
      ? badBody(random)
      : JSON.stringify({ name: command.name, id, input: badInput(command, random) });
    const type = random.chance(0.05)
      ? random.pick([
          "text/plain",
          "multipart/form-data; boundary=x",
          "application/x-www-form-urlencoded",
        ])
      : "application/json";
    return fault(baseURL as string, visitor, "/api/commands", {
      method: "POST",
      body,
      headers: { "content-type": type },
    });
  });
  expect(faults).toEqual([]);
});

test("500 query strings", async ({ baseURL }) => {
  const random = seededRandom(`${seed} queries`);
  const faults = await run(500, async () => {
    const query = Array.from({ length: random.int(1, 5) }, () => {
      const value = random.pick(hostileTexts);
      const name = random.chance(0.15)
        ? random.pick(["__proto__", "a[b]", "", "x".repeat(500), "constructor"])
        : random.pick(parameters);
      return `${encodeURIComponent(name)}=${random.chance(0.2) ? random.pick(["%", "%zz", "%ff", "%00", "%ed%a0%80"]) : encodeURIComponent(value.toWellFormed())}`;
    });
    const headers: Record<string, string> = random.chance(0.2) ? { rsc: "1" } : {};
    return fault(
      baseURL as string,
      random.pick(visitors),
      `${random.pick(pages)}?${query.join("&")}`,
      { headers },
    );
  });
  expect(faults).toEqual([]);
});

test("400 ids", async ({ baseURL }) => {
  const random = seededRandom(`${seed} ids`);
  const faults = await run(400, async () => {
    const id = () =>
      random.chance(0.3)
        ? random.pick(["%00", "%2e%2e%2f", "%ff", "%", "a%0d%0ab", "..%5c", "%25%30%30"])
        : encodeURIComponent(random.pick(hostileTexts).toWellFormed());
    return fault(
      baseURL as string,
      random.pick(visitors),
      random.pick(routesWithIds).replaceAll("*", id),
    );
  });
  expect(faults).toEqual([]);
});

test("250 searches and sign-ins", async ({ baseURL }) => {
  const random = seededRandom(`${seed} searches`);
  const faults = await run(250, async (nth) => {
    const text = random.pick(hostileTexts);
    if (nth % 5 === 0)
      return fault(baseURL as string, nobody, "/api/auth/callback/credentials", {
        method: "POST",
        headers: {
          "content-type": random.pick([
            "application/x-www-form-urlencoded",
            "application/json",
            "text/plain",
          ]),
        },
        body: random.pick([
          new URLSearchParams({
            login: text.toWellFormed(),
            password: text.toWellFormed(),
            csrfToken: "x",
          }).toString(),
          JSON.stringify({ login: [text], password: {} }),
          text,
        ]),
      });
    const body = random.pick<unknown>([
      { words: text },
      { words: `${text}บุญ${text}` },
      { words: [text] },
      { words: "บุญ", village: { subdistrictCode: text, moo: 1 } },
      { words: "บุญ", village: { subdistrictCode: "540101", moo: 2 ** 31 } },
      { words: "บุญ", extra: text },
      text,
    ]);
    return fault(baseURL as string, random.pick(visitors), "/api/search", {
      method: "POST",
      body: JSON.stringify(body),
    });
  });
  expect(faults).toEqual([]);
});

test("150 files", async ({ baseURL }) => {
  const random = seededRandom(`${seed} files`);
  const treasury = visitors[1] as Visitor;
  const faults = await run(150, async () => {
    const file = badFile(random);
    const honest = random.chance(0.6);
    return fault(baseURL as string, honest ? treasury : random.pick(visitors), "/api/uploads", {
      method: "POST",
      body: file,
      headers: {
        "content-type": "application/octet-stream",
        "x-file-name": encodeURIComponent(random.pick(hostileTexts).toWellFormed()),
        "x-file-bytes": honest
          ? String(file.length)
          : random.pick(["-1", "1e9", "x", "0", "99999999999999999999"]),
        "x-file-sha256": honest
          ? createHash("sha256").update(file).digest("hex")
          : random.pick(["", "00", "g".repeat(64), "0".repeat(64)]),
      },
    });
  });
  expect(faults).toEqual([]);
});

test("nothing has changed, and the product still answers", async ({ baseURL }) => {
  expect(await digest()).toEqual(before);
  const receipts = await onDemoDatabase((client) =>
    client.query("SELECT action FROM command_receipt WHERE id = ANY ($1)", [ids]),
  );
  expect(receipts.rows).toEqual([]);
  expect(ids).toHaveLength(700);
  expect((await ask(baseURL as string, visitors[0] as Visitor, "/")).status).toBe(200);
  expect((await ask(baseURL as string, nobody, "/api/health")).status).toBe(200);
});
