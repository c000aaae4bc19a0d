import { randomInt, randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { impossibleId } from "@tests/builders/people";
import { ask, nobody, saidBy, signIn, type Visitor } from "@tests/support/http";
import { lines, people } from "./matrix-table";
import { type Planted, pathOf, plant, targetsOf, uproot } from "./matrix-targets";

/**
 * Every route, as every role, at what lies in scope / elsewhere in the province / in another province / nowhere,
 * against tests/security/matrix.csv, which people review. Plain requests with real sessions, on the running product.
 */

/** The demo's officer for each role; all of district 5401 or of the province. */
const logins: Record<string, string> = {
  governor: "governor",
  provincial_officer: "treasury",
  district_chief: "chief.mueang",
  district_secretary: "secretary.mueang",
  receiving_officer: "desk1.mueang",
  account_officer: "baac.mueang",
  agency_officer: "agency.baac",
  administrator: "admin",
  national_reader: "nation",
};

let planted: Planted;
const visitors = new Map<string, Visitor>([["anonymous", nobody]]);

test.beforeAll(async ({ baseURL }) => {
  const base = baseURL as string;
  planted = await plant(logins);
  for (const [role, login] of Object.entries(logins)) visitors.set(role, await signIn(base, login));
  for (const role of ["provincial_officer", "district_secretary", "receiving_officer"])
    planted.registered = { ...planted.registered, [role]: await registerAs(base, role) };
  visitors.set("disabled", await signIn(base, planted.disabledLogin));
  await planted.disable();
});
test.afterAll(() => uproot());

/** Somebody on no list, whom this role has registered today. */
async function registerAs(base: string, role: string): Promise<string> {
  const input = {
    nationalId: impossibleId("8", randomInt(9_000_000, 9_999_999)),
    title: "นาย",
    firstName: "มาถึง",
    lastName: "วันนี้",
    birthDate: "1 พ.ค. 2510",
    subdistrictCode: "540101",
    moo: 4,
    houseNo: "12/1",
    phone: null,
    occupation: "ทำนา",
    incomeBaht: 20_000,
    cardShown: "id_card",
    deskId: null,
  };
  const answer = await ask(base, visitors.get(role) as Visitor, "/api/commands", {
    method: "POST",
    body: JSON.stringify({ name: "registerHolder", id: randomUUID(), input }),
  });
  const said = (await answer.json()) as { ok: boolean; value: { registrationId: string } };
  expect(said, role).toMatchObject({ ok: true });
  return said.value.registrationId;
}

/** Requests that carry something; everything else is a bare GET. */
const bodies: Record<string, string> = {
  "/api/commands": JSON.stringify({ name: "noSuchCommand", id: crypto.randomUUID(), input: {} }),
  "/api/search": JSON.stringify({ words: "ใจ" }),
  "/api/uploads": "x",
  "/api/auth/[...nextauth]": "{}",
};
/** next-auth's own addresses, one of each kind. */
const addressOf = (route: string, method: string) =>
  route === "/api/auth/[...nextauth]"
    ? `/api/auth/${method === "GET" ? "session" : "_log"}`
    : route;

for (const [route = "", method = "", ...cells] of lines) {
  test(`${method} ${route}`, async ({ baseURL }) => {
    /** The answers to this role that differ from the table. */
    const wrongFor = async (role: string, index: number) => {
      const wrong: string[] = [];
      const visitor = visitors.get(role) as Visitor;
      const targets = targetsOf(route, role, planted);
      const expected = (cells[index] ?? "").split("/").map(Number);
      for (const [place, target] of targets.entries()) {
        const question = planted.questions[route];
        const path = pathOf(addressOf(route, method), target) + (question ? `?${question}` : "");
        const answer = await ask(baseURL as string, visitor, path, {
          method,
          body: method === "GET" ? undefined : bodies[route],
        });
        await answer.arrayBuffer();
        const right = expected.length === 1 ? expected[0] : expected[place];
        if (answer.status !== right)
          wrong.push(
            `${role} at ${["own", "elsewhere", "abroad", "missing"][place]}: ${answer.status}, not ${right}`,
          );
      }
      return wrong;
    };
    // Half of the roles at a time: each request takes one or two of the server's connections.
    const half = Math.ceil(people.length / 2);
    const inTurn = async (from: number, until: number) =>
      Promise.all(people.slice(from, until).map((role, nth) => wrongFor(role, from + nth)));
    const wrong = [await inTurn(0, half), await inTurn(half, people.length)];
    expect(wrong.flat(2)).toEqual([]);
  });
}

const bracketed = "/holders/[holderId]";

test("what lies out of scope answers byte for byte like what does not exist", async ({
  baseURL,
}) => {
  for (const [role, route] of [
    ["district_chief", bracketed],
    ["account_officer", bracketed],
    ["governor", bracketed],
    ["account_officer", `${bracketed}/assessment`],
    ["receiving_officer", "/desk/holders/[holderId]"],
    ["district_secretary", "/assign/holder/[holderId]"],
    ["provincial_officer", "/api/holders/[holderId]/national-id"],
    ["district_chief", "/api/jobs/[jobId]"],
    ["district_chief", "/district/[districtCode]"],
  ] as const) {
    const visitor = visitors.get(role) as Visitor;
    const [, elsewhere, abroad, missing] = targetsOf(route, role, planted);
    const bodyOf = async (target: string[] = []) =>
      saidBy(await ask(baseURL as string, visitor, pathOf(route, target)), target[0] ?? "");
    const nowhere = await bodyOf(missing);
    expect(nowhere.status, role).toBe(404);
    expect(await bodyOf(abroad), `${role} ${route} abroad`).toEqual(nowhere);
    if (role !== "governor" && role !== "receiving_officer" && role !== "provincial_officer")
      expect(await bodyOf(elsewhere), `${role} ${route} elsewhere`).toEqual(nowhere);
  }
});

test("each view of a person's file adds exactly one line to the audit, a refused one none", async ({
  baseURL,
}) => {
  const visitor = visitors.get("district_chief") as Visitor;
  const { own, elsewhere } = planted.holders;
  const count = () => planted.countReads([own, elsewhere]);
  const before = await count();
  for (let turn = 1; turn <= 3; turn += 1) {
    await (await ask(baseURL as string, visitor, `/holders/${own}`)).text();
    expect(await count()).toBe(before + turn);
  }
  await (await ask(baseURL as string, visitor, `/holders/${elsewhere}`)).text();
  expect(await count()).toBe(before + 3);
});

test("a session's cookie is dead after signing out", async ({ baseURL }) => {
  const base = baseURL as string;
  const visitor = await signIn(base, "agency.dsd");
  expect((await ask(base, visitor, "/catalogue")).status).toBe(200);
  const csrf = await ask(base, visitor, "/api/auth/csrf");
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  await ask(
    base,
    { ...visitor, cookie: `${visitor.cookie}; ${cookieLine(csrf)}` },
    "/api/auth/signout",
    {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ csrfToken, json: "true" }).toString(),
    },
  );
  expect((await ask(base, visitor, "/catalogue")).status).toBe(307);
  expect((await ask(base, visitor, "/api/jobs/x")).status).toBe(401);
});

const cookieLine = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((line) => line.slice(0, line.indexOf(";")))
    .join("; ");

test("changes are taken from our own pages only", async ({ baseURL }) => {
  const base = baseURL as string;
  const visitor = visitors.get("governor") as Visitor;
  const post = async (path: string, headers: Record<string, string>) =>
    (await ask(base, visitor, path, { method: "POST", body: bodies[path], headers })).status;
  for (const path of ["/api/commands", "/api/search", "/api/uploads"]) {
    for (const origin of ["null", "https://evil.example", `${base}.evil.example`, ""])
      expect(await post(path, { origin }), `${path} from "${origin}"`).toBe(403);
    expect(await post(path, { "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await post(path, { "sec-fetch-site": "same-site" })).toBe(403);
  }
});

test("every answer carries its headers, and the image optimizer is not there", async ({
  baseURL,
}) => {
  const base = baseURL as string;
  const chief = visitors.get("district_chief") as Visitor;
  for (const [visitor, path] of [
    [nobody, "/sign-in"],
    [chief, "/"],
    [chief, "/holders"],
    [chief, "/no/such/page"],
    [chief, "/api/jobs/x"],
  ] as const) {
    const { headers } = await ask(base, visitor, path);
    expect(headers.get("cache-control"), path).toContain("no-store");
    expect(headers.get("x-powered-by"), path).toBeNull();
    if (path.startsWith("/api")) continue;
    expect(headers.get("content-security-policy"), path).toMatch(
      /script-src 'self' 'nonce-[^']+' 'strict-dynamic';/,
    );
    expect(headers.get("content-security-policy"), path).toMatch(/frame-ancestors 'none'/);
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(headers.get("referrer-policy"), path).toBe("no-referrer");
  }
  expect(
    (await ask(base, nobody, "/_next/image?url=%2Ficon.svg&w=64&q=75")).status,
  ).toBeGreaterThanOrEqual(400);
});
