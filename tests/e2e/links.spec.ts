import { createHash, randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { type HolderRow, holderRow, insert, type Row } from "@tests/security/world";
import { assessmentRow } from "@tests/security/world-casework";
import { linkRow, referralRow } from "@tests/security/world-referrals";
import { ask, nobody, saidBy } from "@tests/support/http";
import type pg from "pg";
import { answerLinkHeader } from "@/domain/answer-link";
import { onDemoDatabase } from "./demo-database";

/**
 * One-time links as plain requests meet them: whatever is wrong with a token, the answer is the same, on the page and at
 * `/api/commands`. Two people of a province without officers are added, each with a referral, and removed again.
 */
type Person = { name: string; holder: HolderRow; referral: Row };
const officer = randomUUID();
const batch = randomUUID();
let first: Person;
let second: Person;
const tokens = {
  live: newToken(),
  others: newToken(),
  expired: newToken(),
  used: newToken(),
  takenBack: newToken(),
};
function newToken(): string {
  return randomBytes(32).toString("base64url");
}

test.beforeAll(() => onDemoDatabase(plant));
test.afterAll(() => onDemoDatabase(uproot));

async function plant(client: pg.Client) {
  await insert(client, "officer", {
    id: officer,
    login: `links.${officer.slice(0, 8)}`,
    name: "นางต่างจังหวัด",
    role: "account_officer",
    position: "AO",
    province_code: "56",
    district_code: "5601",
  });
  await insert(client, "import_batch", {
    id: batch,
    province_code: "56",
    number: 1,
    file_name: "x.csv",
    file_sha256: "00",
    file_bytes: 1,
    programme_on: "2018-02-01",
    created_by_id: officer,
  });
  first = await plantReferral(client, "บุญมี แรกนา");
  second = await plantReferral(client, "สมพร ท้ายทุ่ง");
  const taken = await plantReferral(client, "คำแสน ถอนคืน");
  await client.query(
    "UPDATE referral SET state = 'withdrawn', step = 'withdraw', words = 'ไม่ประสงค์', next_on = NULL WHERE id = $1",
    [taken.referral.id],
  );
  const link = (person: Person, token: string, overrides: Row = {}) =>
    insert(
      client,
      "referral_link",
      linkRow(person.referral, officer, {
        token_hash: createHash("sha256").update(token).digest(),
        expires_on: "2018-12-31",
        ...overrides,
      }),
    );
  await link(first, tokens.live);
  await link(second, tokens.others);
  await link(first, tokens.expired, { expires_on: "2018-02-24" });
  await link(first, tokens.used, { used_at: "2018-02-22" });
  await link(taken, tokens.takenBack);
}

async function plantReferral(client: pg.Client, name: string): Promise<Person> {
  const row = holderRow("5601", batch);
  await insert(client, "holder", row);
  const holder: HolderRow = {
    id: row.id as string,
    provinceCode: "56",
    districtCode: "5601" as HolderRow["districtCode"],
    accountOfficerId: officer,
  };
  const assessment = assessmentRow(holder, officer);
  await insert(client, "assessment", assessment);
  await insert(client, "chosen_project", {
    assessment_id: assessment.id,
    holder_id: holder.id,
    province_code: "56",
    project: "MKT-01",
    dimension: 1,
    priority: 1,
  });
  const referral = referralRow(holder, assessment.id, officer, {
    project: "MKT-01",
    agency: "DIT",
  });
  await insert(client, "referral", referral);
  await client.query(
    `UPDATE referral SET state = 'sent', step = 'send', sent_on = '2018-02-21', next_on = '2018-12-31', holder_name = $2 WHERE id = $1`,
    [referral.id, name],
  );
  return { name, holder, referral };
}

async function uproot(client: pg.Client) {
  await client.query("BEGIN");
  await client.query("SET LOCAL session_replication_role = replica");
  await client.query(
    "DELETE FROM app.last_act WHERE holder_id IN (SELECT id FROM holder WHERE province_code = '56')",
  );
  for (const table of [
    "referral_event",
    "referral_link",
    "referral",
    "plan_version",
    "ministry_entry",
    "ministry_tally",
    "follow_up",
    "follow_up_tally",
    "chosen_project",
    "assessment",
    "holder",
    "holder_tally",
    "import_batch",
    "officer",
  ])
    await client.query(`DELETE FROM ${table} WHERE province_code = '56'`);
  await client.query("COMMIT");
}

/** Everything that is wrong with a token in the address. */
const wrong = () => ({
  expired: tokens.expired,
  used: tokens.used,
  "taken back": tokens.takenBack,
  forged: newToken(),
  "one letter off": `${tokens.live.slice(0, -2)}${tokens.live.endsWith("AA") ? "BB" : "AA"}`,
  "the referral's own id": first.referral.id as string,
  empty: "-",
  "too long": "A".repeat(200),
});

const page = (base: string, token: string) => ask(base, nobody, `/answer/${token}`);
function answer(base: string, token: string, referral: Row) {
  const input = { referralId: referral.id, step: "accept", words: null, nextOn: null };
  return ask(base, nobody, "/api/commands", {
    method: "POST",
    body: JSON.stringify({ name: "answerByLink", id: randomUUID(), input }),
    headers: { [answerLinkHeader]: token },
  });
}
const states = () =>
  onDemoDatabase(
    async (client) =>
      (
        await client.query(
          "SELECT holder_name, state, step FROM referral WHERE province_code = '56' ORDER BY 1",
        )
      ).rows,
  );

test("a link opens its own person's referral and names nobody else", async ({ baseURL }) => {
  for (const [token, own, other] of [
    [tokens.live, first, second],
    [tokens.others, second, first],
  ] as const) {
    const opened = await page(baseURL as string, token);
    expect(opened.status).toBe(200);
    const text = await opened.text();
    expect(text).toContain(own.name);
    expect(text).not.toContain(other.name);
    expect(text).not.toContain(other.holder.id);
  }
});

test("whatever is wrong with a link, its page says the same", async ({ baseURL }) => {
  const seen = async (token: string) => saidBy(await page(baseURL as string, token), token);
  const nowhere = await seen(newToken());
  expect(nowhere.status).toBe(404);
  for (const [what, token] of Object.entries(wrong()))
    expect(await seen(token), what).toEqual(nowhere);
});

test("whatever is wrong with a link, its answer is refused with the same words and changes nothing", async ({
  baseURL,
}) => {
  const base = baseURL as string;
  const before = await states();
  const said = async (sent: Promise<Response>) => {
    const got = await sent;
    const headers = [...got.headers].filter(([name]) => name !== "date");
    return { status: got.status, headers, body: await got.text() };
  };
  const nowhere = await said(answer(base, newToken(), first.referral));
  expect(nowhere).toMatchObject({ status: 404, body: '{"ok":false,"code":"NOT_FOUND"}' });
  for (const [what, token] of Object.entries(wrong()))
    expect(await said(answer(base, token, first.referral)), what).toEqual(nowhere);
  expect(await said(answer(base, tokens.live, second.referral)), "another person's").toEqual(
    nowhere,
  );
  expect(await said(answer(base, tokens.others, first.referral)), "another's link").toEqual(
    nowhere,
  );
  expect(await said(answer(base, tokens.live, { id: randomUUID() })), "nobody's").toEqual(nowhere);
  expect(await states()).toEqual(before);

  expect((await answer(base, tokens.live, first.referral)).status).toBe(200);
  expect(await said(answer(base, tokens.live, first.referral)), "used just now").toEqual(nowhere);
  const afterwards = await saidBy(await page(base, tokens.live), tokens.live);
  const forged = newToken();
  expect(afterwards).toEqual(await saidBy(await page(base, forged), forged));
});
