import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { digestNation } from "@/cli/demo/nation/check";
import { loadNation, type NationOptions } from "@/cli/demo/nation/load";
import { homeOfficers } from "@/cli/demo/nation/officers";
import { nationAtScale } from "@/cli/demo/nation/table";
import { listCasework } from "@/server/holders/casework";
import { entitlementOn } from "@/server/holders/entitlement";
import { revealNationalId, viewHolder } from "@/server/holders/queries";
import { searchHolders } from "@/server/holders/search";
import { countMoney } from "@/server/money/totals";
import { scoped } from "@/server/scope";
import { asSuperuser, signedIn, wrongCounters } from "./demo-world";
import { byEntitlements, plain } from "./money-sums";

/**
 * The nation at a small scale. This file's own database has the whole country, where everyone said yes in February; smaller
 * installations know three provinces only, so that Phrae has enough people for its casework.
 */
const scale = 2000;
const [underLow, underHigh, overLow, overHigh] = nationAtScale(scale).map(({ people }) => people);
const everyone = (underLow ?? 0) + (underHigh ?? 0) + (overLow ?? 0) + (overHigh ?? 0);
const made: string[] = [];

async function onUrl<Value>(url: string, work: (client: pg.Client) => Promise<Value>) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const beside = (url: string, name: string) =>
  Object.assign(new URL(url), { pathname: `/${name}` }).href;
const { ADMIN_URL: adminUrl, DATABASE_URL: ownerUrl } = inject("template");

/** An empty installation that knows Nan, Phrae and Phayao. */
async function smallInstallation() {
  const name = `nation_${process.pid}_${made.length}`;
  made.push(name);
  await onUrl(beside(adminUrl, "postgres"), (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE sukjai OWNER sukjai`),
  );
  const [admin, owner] = [beside(adminUrl, name), beside(ownerUrl, name)];
  await onUrl(admin, (client) =>
    client.query(
      `DELETE FROM subdistrict WHERE left(code, 2) NOT IN ('54', '55', '56'); DELETE FROM district WHERE province_code NOT IN ('54', '55', '56');
       DELETE FROM province WHERE code NOT IN ('54', '55', '56')`,
    ),
  );
  return {
    load: (over: Partial<NationOptions> = {}, progress = (_: string) => {}) =>
      loadNation(owner, { seed: "nation", scale, yes: "demo", ...over }, progress),
    ask: async (sql: string) => (await onUrl(admin, (client) => client.query(sql))).rows,
    totalsOn: (asOf: string) => onUrl(admin, (client) => countMoney(client, { asOf, area: null })),
    owner,
  };
}

afterAll(async () => {
  for (const name of made)
    await onUrl(beside(adminUrl, "postgres"), (client) =>
      client.query(`DROP DATABASE ${name} WITH (FORCE)`),
    );
});

/** Baht a month, and in all, that the yes of everybody gives: the band of the income, the month after the yes until December. */
const dueSql = `SELECT sum(monthly)::float8 AS monthly, sum(monthly * months)::float8 AS total, max(months) AS months, count(*)::int AS people
  FROM (SELECT CASE WHEN income_2559_satang <= 3000000 THEN 200 ELSE 100 END AS monthly, 12 - extract(month FROM first_yes_on)::int AS months
    FROM holder WHERE first_yes_on BETWEEN '2018-02-01' AND '2018-12-31') due`;

describe("a nation in which everyone said yes in February", () => {
  beforeAll(async () => {
    const loaded = await loadNation(
      ownerUrlOfFile(),
      { seed: "nation", scale, yes: "february" },
      () => {},
    );
    expect(loaded).toMatchObject({ people: everyone });
  });

  it("has the table of the programme, cell by cell, over all 77 provinces", async () => {
    const cells = await asSuperuser(
      `SELECT count(*)::int AS people FROM holder GROUP BY age_class, income_band ORDER BY age_class DESC, income_band DESC`,
    );
    expect(cells.map(({ people }) => people)).toEqual([underLow, underHigh, overLow, overHigh]);
    const [areas] = await asSuperuser(
      "SELECT count(DISTINCT province_code)::int AS provinces FROM holder",
    );
    expect(areas).toEqual({ provinces: 77 });
  });

  it("is due what the programme pays from March to December", async () => {
    const low = (underLow ?? 0) + (overLow ?? 0);
    const monthly = low * 200 + (everyone - low) * 100;
    const [due] = await asSuperuser(dueSql);
    expect(due).toEqual({ monthly, total: monthly * 10, months: 10, people: everyone });
    const totals = await onUrl(adminUrlOfFile(), (client) =>
      countMoney(client, { asOf: "2018-02-28", area: null }),
    );
    expect(totals).toMatchObject({ rules: "2018-01-09", total: BigInt(monthly * 10) });
    expect([...totals.persons]).toEqual([
      [200, BigInt(low)],
      [100, BigInt(everyone - low)],
    ]);
    expect([...totals.months.values()].map(({ baht }) => baht)).toEqual(
      Array(10).fill(BigInt(monthly)),
    );
    // What every page adds up is the same.
    const kept = await onUrl(adminUrlOfFile(), (client) =>
      byEntitlements(client, "entitlement_tally"),
    );
    expect(kept).toEqual(plain(totals));
  });

  it("is read by the product: the province's office finds a holder by the whole ID and by name", async () => {
    const [person] = await asSuperuser(
      "SELECT * FROM holder WHERE province_code = '54' ORDER BY id LIMIT 1",
    );
    const treasury = await signedIn("treasury");
    const found = await scoped(treasury, async (scope) => {
      const nationalId = (await revealNationalId(scope, person?.id)) ?? "";
      const name = `${person?.first_name} ${person?.last_name}`;
      return [await searchHolders(scope, nationalId), await searchHolders(scope, name)];
    });
    for (const answer of found)
      expect(answer).toMatchObject({
        holders: expect.arrayContaining([
          expect.objectContaining({ id: person?.id, answer: "yes" }),
        ]),
      });
  });

  it("is due in Phrae, case file by case file, what the same count in SQL gives", async () => {
    const people = await asSuperuser("SELECT id FROM holder WHERE province_code = '54'");
    const sums = await scoped(await signedIn("treasury"), async (scope) => {
      const due: number[] = [];
      for (const { id } of people) {
        const holder = await viewHolder(scope, id);
        if (!holder) throw new Error("A holder has no case file.");
        const casework = await listCasework(scope, id);
        const { topUp } = entitlementOn("2018-02-28", scope.ruleSets, holder, casework).decision;
        due.push("total" in topUp ? topUp.total : 0);
      }
      return due;
    });
    const [due] = await asSuperuser(dueSql.replace("WHERE", "WHERE province_code = '54' AND"));
    expect(people.length).toBeGreaterThan(40);
    expect(sums.reduce((sum, each) => sum + each, 0)).toBe(due?.total);
  });

  it("has the counters that a full count gives, and its indexes, keys, triggers and walls as before", async () => {
    expect(await wrongCounters()).toEqual([]);
    const shape = `SELECT (SELECT jsonb_agg(d ORDER BY d) FROM (SELECT pg_get_indexdef(indexrelid) AS d FROM pg_index WHERE indrelid::regclass::text
        IN ('holder', 'holder_income', 'intent')) i) AS indexes,
      (SELECT jsonb_agg(conname || pg_get_constraintdef(oid) || convalidated ORDER BY conname) FROM pg_constraint) AS constraints,
      (SELECT jsonb_agg(tgrelid::regclass || tgname || tgenabled::text ORDER BY tgrelid::regclass::text, tgname) FROM pg_trigger
        WHERE NOT tgisinternal) AS triggers,
      (SELECT jsonb_agg(relname ORDER BY relname) FROM pg_class WHERE relforcerowsecurity) AS walls`;
    const { ask } = await smallInstallation();
    expect(await asSuperuser(shape)).toEqual(await ask(shape));
  });

  it("is loaded once, and no other is laid over it", async () => {
    const url = ownerUrlOfFile();
    expect(await loadNation(url, { seed: "nation", scale, yes: "february" }, () => {})).toBeNull();
    await expect(loadNation(url, { seed: "nation", scale, yes: "none" }, () => {})).rejects.toThrow(
      /ชุดอื่น[\s\S]*--yes february/,
    );
  });
});

/** This file's own database, by its owner's login. */
const ownerUrlOfFile = () => process.env.DATABASE_URL ?? "";
const adminUrlOfFile = () => process.env.ADMIN_URL ?? "";

describe("a nation with the demo's February in Phrae", () => {
  let first: Awaited<ReturnType<typeof smallInstallation>>;
  let digest: string | undefined;
  beforeAll(async () => {
    first = await smallInstallation();
    digest = (await first.load())?.digest;
  });

  it("has 200 officers there, caseloads, visits, interviews and referrals", async () => {
    const [counted] = await first.ask(
      `SELECT (SELECT count(*) FROM officer WHERE login <> 'console' AND login NOT LIKE 'treasury.%')::int AS officers,
         (SELECT count(*) FROM auth.credential)::int AS sign_ins,
         (SELECT count(*) FROM holder WHERE account_officer_id IS NOT NULL AND province_code <> '54')::int AS elsewhere,
         (SELECT count(*) FROM holder WHERE account_officer_id IS NOT NULL) > 500 AS assigned,
         (SELECT count(*) FROM visit) > 5 AND (SELECT count(*) FROM appointment WHERE status = 'planned') > 5 AS called,
         (SELECT count(*) FROM holder WHERE state = 'interviewed') > 5 AS interviewed,
         (SELECT count(*) FROM referral WHERE state = 'sent') > 2 AS sent,
         (SELECT count(*) FROM plan_version) = (SELECT count(*) FROM assessment WHERE answer = 'yes') AS planned`,
    );
    expect(counted).toEqual({
      officers: homeOfficers,
      sign_ins: homeOfficers,
      elsewhere: 0,
      ...{ assigned: true, called: true, interviewed: true, sent: true, planned: true },
    });
  });

  it("is another for another seed", async () => {
    const other = await smallInstallation();
    expect((await other.load({ seed: "other" }))?.digest).not.toBe(digest);
  });

  it("is the same after it was cut off while people came, indexes were built and interviews held", async () => {
    const cut = await smallInstallation();
    for (const at of [/ of 5,735 people \([1-5]\d%/, /^3 of/, /5404: \d+ interviews/])
      await expect(
        cut.load({}, (text) => {
          if (at.test(text)) throw new Error("cut off");
        }),
      ).rejects.toThrow("cut off");
    expect((await cut.load())?.digest).toBe(digest);
  });

  it("has what the product works out itself from every form", async () => {
    await first.ask(
      "SELECT app.refresh_holder(id), app.refresh_follow_up(id) FROM holder WHERE province_code = '54'",
    );
    expect(await onUrl(first.owner, (owner) => digestNation(owner))).toBe(digest);
  });
});

describe("a nation whose cohort said yes in April, and one where nobody did", () => {
  it("is due what eight months pay", async () => {
    const { load, ask, totalsOn } = await smallInstallation();
    await load({ yes: "must-reach-april" });
    const [due] = await ask(dueSql);
    const monthly = (underLow ?? 0) * 200;
    expect(due).toEqual({ monthly, total: monthly * 8, months: 8, people: underLow });
    const { persons, months, total } = await totalsOn("2018-04-30");
    expect([...persons.values()]).toEqual([BigInt(underLow ?? 0), 0n]);
    expect([...months.values()].map(({ baht }) => Number(baht))).toEqual([
      ...[0, 0],
      ...Array(8).fill(monthly),
    ]);
    expect(total).toBe(BigInt(monthly * 8));
    const [cohort] = await ask("SELECT count(*)::int AS people FROM holder WHERE must_reach");
    expect(cohort).toEqual({ people: underLow });
  });

  it("is due nothing", async () => {
    const { load, ask, totalsOn } = await smallInstallation();
    const loaded = await load({ yes: "none", scale: 20_000 });
    expect((await totalsOn("2018-02-26")).total).toBe(0n);
    const [found] = await ask(
      `SELECT count(*) FILTER (WHERE latest_answer IS NOT NULL OR first_yes_on IS NOT NULL)::int AS answered,
         count(*)::int AS people, (SELECT count(*)::int FROM intent) AS intents FROM holder`,
    );
    expect(found).toEqual({ answered: 0, people: loaded?.people, intents: 0 });
  });
});

describe("the nation is refused", () => {
  it("in a database with an officer of its own", async () => {
    const { load, ask } = await smallInstallation();
    await ask(
      "INSERT INTO officer (id, login, name, role, position) VALUES (gen_random_uuid(), 'somchai', 'นายสมชาย ใจดี', 'administrator', 'ผู้ดูแลระบบ')",
    );
    await expect(load()).rejects.toThrow(/ได้เฉพาะในฐานข้อมูลว่าง/);
    expect(await ask("SELECT FROM holder")).toEqual([]);
  });

  it("while another run fills the database", async () => {
    const { load } = await smallInstallation();
    const both = await Promise.allSettled([load({ scale: 20_000 }), load({ scale: 20_000 })]);
    const refused = both.find(({ status }) => status === "rejected") as PromiseRejectedResult;
    expect(refused?.reason.message).toMatch(/กำลังสร้างข้อมูลสังเคราะห์/);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});
