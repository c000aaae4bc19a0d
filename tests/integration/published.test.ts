import { randomUUID } from "node:crypto";
import { enter } from "@tests/security/enter";
import { insert, onDatabase } from "@tests/security/world";
import { publishedRow } from "@tests/security/world-followups";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { everywhere, smallestShown } from "@/domain/published/withhold";
import { execute } from "@/server/command";
import { getHome } from "@/server/home/queries";
import { runPublication } from "@/server/jobs/publish";
import { addOfficer } from "@/server/officers/commands";
import { getPublished, getPublishedDistricts } from "@/server/published/queries";
import { scoped } from "@/server/scope";
import { advanceClock } from "@/server/settings/commands";
import { asSuperuser, loadedDemo, signedIn, wrongCounters } from "./demo-world";

/** What leaves the province is what was counted at 16:30, with small numbers withheld, and the database holds no other form of it. */
beforeAll(loadedDemo);

const published = (area: string) =>
  asSuperuser("SELECT *, counted_on::text FROM published_count WHERE area_code = $1", [area]).then(
    ([row]) => row,
  );
const numbers = [
  ...["people", "young", "old", "low", "high", "young_low", "young_high", "old_low", "old_high"],
  ...["answered", "unanswered"],
];

describe("the publication", () => {
  it("is asked for once by the numbers of 16:30, whoever takes them", async () => {
    const waiting = () =>
      asSuperuser<{ n: number }>(
        "SELECT count(*)::int AS n FROM graphile_worker._private_jobs WHERE key = 'publish'",
      );
    await asSuperuser("DELETE FROM graphile_worker._private_jobs WHERE key = 'publish'");
    const console = await signedIn("console");
    const moved = await execute(advanceClock, console, {
      id: randomUUID(),
      input: { to: "2018-03-02" },
    });
    expect(moved).toMatchObject({ ok: true });
    expect(await waiting()).toEqual([{ n: 1 }]);
  });

  it("has of the newest day what the people of each district are, and their sums", async () => {
    expect(await runPublication()).toBe(10);
    const facts = await asSuperuser<Record<string, number>>(`
      SELECT coalesce(district_code, province_code, 'all') AS area, count(*)::int AS people,
        count(*) FILTER (WHERE age_class = 'up_to_60')::int AS young, count(*) FILTER (WHERE age_class = 'over_60')::int AS old,
        count(*) FILTER (WHERE income_band = 'up_to_30000')::int AS low, count(*) FILTER (WHERE income_band = 'over_30000')::int AS high,
        count(*) FILTER (WHERE must_reach)::int AS young_low,
        count(*) FILTER (WHERE must_reach AND state IN ('declined', 'interviewed', 'refused_twice'))::int AS answered
      FROM holder WHERE counted GROUP BY GROUPING SETS ((district_code), (province_code), ())`);
    expect(facts).toHaveLength(10);
    for (const { area, ...counted } of facts) {
      const row = await published(String(area));
      expect(row?.counted_on).toBe("2018-02-28");
      for (const [number, people] of Object.entries(counted))
        expect([row?.[number], null], `${number} of ${area}`).toContain(people);
    }
    expect(await published(everywhere)).toMatchObject({ people: 11_469, young: 7_846, old: 3_623 });
  });

  it("shows the same as the 16:30 of each district, where it shows it", async () => {
    const [wrong] = await asSuperuser(`
      SELECT count(*)::int AS n, count(*) FILTER (WHERE p.young_low <> d.total OR p.answered <> d.answered)::int AS wrong
      FROM published_count p JOIN day_snapshot d ON d.district_code = p.area_code AND d.taken_for = p.counted_on`);
    expect(wrong).toEqual({ n: 8, wrong: 0 });
  });

  it("is proven with the other counters, and a number that was changed is named", async () => {
    expect(await wrongCounters()).toEqual([]);
    await asSuperuser(
      "UPDATE published_count SET answered = answered + 1, unanswered = unanswered - 1 WHERE area_code = '54'",
    );
    expect(await wrongCounters()).toMatchObject([
      { counter: "published_count", of: { area_code: "54" } },
    ]);
    await runPublication();
    expect(await wrongCounters()).toEqual([]);
  });
});

describe("small numbers", () => {
  beforeAll(async () => {
    const day = (district_code: string, old_high: number) => ({
      district_code,
      province_code: "55",
      taken_for: "2018-02-28",
      answered: 40,
      unanswered: 300,
      young_high: 200,
      old_low: 100,
      old_high,
    });
    await onDatabase(async (client) => {
      await insert(client, "age_income_day", day("5501", 9));
      await insert(client, "age_income_day", day("5502", 30));
      await insert(client, "age_income_day", day("5503", 40));
    });
    await runPublication();
  });

  it("are not stored, nor what would give them away, while the sums stay as they are", async () => {
    const cells = { young_low: null, young_high: null, old_low: null, old_high: null };
    const hidden = { withheld: 2, ...cells, answered: null, unanswered: null };
    expect(await published("5501")).toMatchObject({ ...hidden, people: 649, old: 109 });
    expect(await published("5502")).toMatchObject({ ...hidden, people: 670, old: 130 });
    expect(await published("5503")).toMatchObject({ withheld: 0, old_high: 40 });
    expect(await published("55")).toMatchObject({ withheld: 0, old_high: 79, people: 1999 });
    expect(await wrongCounters()).toEqual([]);
  });

  it("would be found once what was withheld beside them is shown: the proof names the sum", async () => {
    await asSuperuser(
      `UPDATE published_count SET withheld = 0, answered = 40, unanswered = 300, young_low = 340, young_high = 200, old_low = 100, old_high = 30
       WHERE area_code = '5502'`,
    );
    const found = await wrongCounters();
    expect(found.map(({ counter, of }) => ({ counter, ...of }))).toEqual([
      { counter: "published_count_alone", family: "55", depth: 1 },
      { counter: "published_count_alone", family: "55", depth: 2 },
    ]);
    await runPublication();
    expect(await wrongCounters()).toEqual([]);
  });

  it("are refused by the table itself, and so is one number of a sum without its others", async () => {
    const add = (row: Record<string, unknown>) =>
      onDatabase((client) => insert(client, "published_count", row));
    await expect(add(publishedRow("5601", { people: smallestShown - 1 }))).rejects.toMatchObject({
      constraint: "published_count_not_small",
    });
    await expect(add(publishedRow("5601", { young: 12 }))).rejects.toMatchObject({
      constraint: "published_count_whole",
    });
    const all = Object.fromEntries(numbers.map((number) => [number, 20]));
    await expect(add(publishedRow("5601", { ...all, withheld: 0 }))).rejects.toMatchObject({
      constraint: "published_count_adds_up",
    });
    await add(publishedRow("5601", { people: smallestShown }));
    await asSuperuser("DELETE FROM published_count WHERE area_code = '5601'");
  });

  it("of a day are changed by nobody once they were counted", async () => {
    for (const sql of [
      "UPDATE age_income_day SET answered = answered",
      "DELETE FROM age_income_day",
    ])
      await expect(asSuperuser(sql), sql).rejects.toMatchObject({ code: "42501" });
  });
});

describe("who reads for the whole country", () => {
  let reader: Actor;
  beforeAll(async () => {
    reader = await signedIn("nation");
  });

  it("reads by SQL what is published, the areas and the settings, and no other table at all", async () => {
    const tables = await asSuperuser<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p', 'v', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') ORDER BY 1`,
    );
    expect(tables.length).toBeGreaterThan(100);
    const readable = await onDatabase(async (client) => {
      const found: string[] = [];
      for (const { name } of tables)
        if (!(await enter(client, reader, `SELECT 1 FROM ${name} LIMIT 1`)).refused)
          found.push(name);
      return found;
    });
    expect(readable).toEqual([
      ...["district", "province", "published_count", "setting", "subdistrict"],
    ]);
  });

  it("has no column of another table either, writes nothing, and becomes nobody else", async () => {
    const grants = await asSuperuser(
      `SELECT DISTINCT table_name, privilege_type FROM information_schema.column_privileges WHERE grantee = 'r_national_reader'`,
    );
    expect(grants).toEqual([{ table_name: "published_count", privilege_type: "SELECT" }]);
    const roles = await asSuperuser(
      "SELECT 1 FROM pg_auth_members WHERE member = 'r_national_reader'::regrole",
    );
    expect(roles).toEqual([]);
    await onDatabase(async (client) => {
      for (const sql of [
        "DELETE FROM published_count",
        "UPDATE published_count SET people = 10",
        "INSERT INTO published_count (area_code, counted_on, withheld) VALUES ('56', '2018-02-28', 4)",
        "SELECT app.take_snapshots('{2018-03-05}', 'clock')",
      ])
        expect((await enter(client, reader, sql)).refused, sql).toBe("42501");
    });
  });

  it("gets no command done, and is told so", async () => {
    const asked = await execute(advanceClock, reader, {
      id: randomUUID(),
      input: { to: "2018-03-09" },
    });
    expect(asked).toMatchObject({ ok: false, code: "NOT_FOUND" });
  });

  it("sees all 77 provinces by code, and of those without a list that nothing is known", async () => {
    const seen = await scoped(reader, getPublished);
    expect(seen?.provinces).toHaveLength(77);
    expect(seen?.provinces.map(({ code }) => code)).toEqual(
      seen?.provinces.map(({ code }) => code).sort(),
    );
    const known = seen?.provinces.filter(({ counts }) => counts) ?? [];
    expect(known.map(({ code, name, districts }) => [code, name, districts])).toEqual([
      ["54", "แพร่", 8],
      ["55", "น่าน", 3],
    ]);
    expect(seen?.all?.people).toBe(11_469 + 1999);
    const districts = await scoped(reader, (scope) => getPublishedDistricts(scope, "55"));
    expect(districts?.districts.map(({ name, counts }) => [name, counts?.oldHigh])).toEqual([
      ["เมืองน่าน", null],
      ["แม่จริม", null],
      ["บ้านหลวง", 40],
    ]);
    expect(await scoped(reader, (scope) => getPublishedDistricts(scope, "56"))).toBeNull();
  });

  it("has a home that says of how many provinces something is published", async () => {
    const home = await scoped(reader, getHome);
    expect(home).toMatchObject({
      published: { count: 2, of: 77, on: "2018-02-28" },
      cards: [],
      waiting: [],
      owed: [],
    });
  });

  it("is added without a province, and a given one is refused with its reason", async () => {
    const add = async (provinceCode: string | null) =>
      execute(addOfficer, await signedIn("console"), {
        id: randomUUID(),
        input: {
          login: "nation2",
          name: "นายสมชาย ใจดี",
          role: "national_reader",
          position: "กระทรวงการคลัง",
          provinceCode,
          districtCode: null,
          agency: null,
          password: "khaoniao-mamuang-wan-wan",
        },
      });
    expect(await add("54")).toMatchObject({
      ok: false,
      fields: { provinceCode: ["officer.noProvince"] },
    });
    expect(await add(null)).toMatchObject({ ok: true });
  });

  it("is the only one: nobody of a province reads it by the product or by SQL", async () => {
    for (const login of ["governor", "treasury", "chief.mueang", "admin"]) {
      const other = await signedIn(login);
      expect(await scoped(other, getPublished), login).toBeNull();
      const asked = await onDatabase((client) =>
        enter(client, other, "SELECT 1 FROM published_count"),
      );
      expect(asked.refused, login).toBe("42501");
    }
  });
});
