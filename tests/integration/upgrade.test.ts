import { randomUUID } from "node:crypto";
import { onDatabase } from "@tests/security/world";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run as restore } from "@/cli/restore";
import { type CoverageFacts, coverageState } from "@/domain/caseload";
import { nationalIdFault } from "@/domain/national-id";
import type { Actor } from "@/domain/policy";
import { ageClassOf } from "@/domain/rules/outreach";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { bandOf } from "@/domain/rules/top-up";
import { getDistrictDashboard } from "@/server/dashboards/queries";
import { decideLeftOver } from "@/server/entitlements/decide";
import { decideAllAgain, findUndecided } from "@/server/entitlements/proof";
import { revealNationalId, viewHolder } from "@/server/holders/queries";
import { asJob, askOn } from "@/server/imports/job-connection";
import { decideLeft } from "@/server/jobs/decisions";
import { findOfficer } from "@/server/officers/queries";
import { disconnect, scoped } from "@/server/scope";
import {
  type Contents,
  contentsOf,
  fixtures,
  lossesBetween,
  migrateTo,
  migrationNames,
  newDatabase,
  unpackFixture,
  upgrade,
} from "./upgrade-world";

const [rules] = ruleSetsOfCode;

/**
 * An installation of the version before the first migration with a real date is brought to this version, with all its
 * casework (tests/fixtures). Every later migration is tried here on rows that people wrote.
 */
const unpacked = Object.fromEntries(fixtures.map((name) => [name, unpackFixture(name)]));

const inRoundsDone = "20261129010000_rounds: the same is in rounds_done, by the id of the round";
/** What a later migration means to change in stored rows, with its reason; anything else that differs is a loss. */
const asRegistrations = "carried over: see the test of registrations";
const inParts = "20261130114200_missing_in_parts: see the test of who was missing";
const everyWish =
  "20261130173700_wishes_for_the_ministry: see the test of who is on the Ministry's list";
const meant: Record<string, string> = {
  "public.ministry_entry: 24 rows became 480": everyWish,
  "public.ministry_entry: 24 rows became 42": everyWish,
  "public.import_missing: 18 rows became 2": inParts,
  "public.import_missing.holder_id is gone": inParts,
  "public.follow_up.june_on is gone": inRoundsDone,
  "public.follow_up.september_on is gone": inRoundsDone,
  "public.follow_up_tally.june_done is gone": inRoundsDone,
  "public.follow_up_tally.september_done is gone": inRoundsDone,
  "public.district_team_member.place is gone":
    "20261129084500_team_membership: the same is in membership",
  "public.appointment: 99 rows became 123":
    "20261129232500_one_appointment: the days that forms had named are appointments",
  "public.holder.hindrance has other values":
    "20261129232500_one_appointment: it tells of the appointment, also where an answer has the state",
  "public.unlisted_person is gone": asRegistrations,
  "public.unlisted_decision is gone": asRegistrations,
};

const casework = await newDatabase();
// The product's own queries read this database with the keys that its numbers were encrypted with.
Object.assign(process.env, casework, unpacked.casework?.keys);

afterAll(async () => {
  await disconnect();
});

describe.each(fixtures)("%s", (name) => {
  let before: Contents;
  let url: string;
  let jobUrl: string;
  const { folder, manifest } = unpacked[name] as ReturnType<typeof unpackFixture>;
  const rows = async <Row>(sql: string) =>
    onDatabase(async (client) => (await client.query(sql)).rows as Row[], url);

  beforeAll(async () => {
    const place = name === "casework" ? casework : await newDatabase();
    url = place.ADMIN_URL;
    jobUrl = place.DATABASE_JOB_URL;
    const old = manifest.migrations.map((each) => each.split(" ")[0] as string);
    await migrateTo(place.DATABASE_URL, old);
    process.env.DATABASE_ADMIN_URL = url;
    await restore([folder]);
    before = await contentsOf(url);
    await upgrade(place.DATABASE_URL, old);
  });

  it("has every migration of this version", async () => {
    const applied = await rows<{ name: string }>(
      "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1",
    );
    expect(applied.map((each) => each.name)).toEqual(migrationNames());
  });

  it("keeps every row as it was", async () => {
    const losses = lossesBetween(before, await contentsOf(url));
    expect(losses.filter((loss) => !(loss in meant))).toEqual([]);
  });

  it("keeps who was missing from a list", async () => {
    const missing = before["public.import_missing"]?.rows;
    const kept = await rows(
      `SELECT count(DISTINCT (batch_id, absent.id))::int AS people, count(h.id)::int AS holders
       FROM import_missing CROSS JOIN unnest(holder_ids) AS absent (id) LEFT JOIN holder h ON h.id = absent.id`,
    );
    expect(kept).toEqual([{ people: missing, holders: missing }]);
  });

  it("carries over who was on no list, with receipts and decisions", async () => {
    const now = await contentsOf(url);
    const carried = [
      ["public.unlisted_person", "public.registration", []],
      ["public.unlisted_decision", "public.registration_decision", ["unlisted_id", "outcome"]],
    ] as const;
    for (const [was, is, renamed] of carried) {
      const [old, kept] = [before[was], now[is]];
      if (!old) continue;
      expect(kept?.rows).toBe(old.rows);
      for (const [column, digest] of Object.entries(old.columns))
        if (!renamed.some((each) => each === column)) expect(kept?.columns[column]).toBe(digest);
      if (was === "public.unlisted_decision")
        expect(kept?.columns.registration_id).toBe(old.columns.unlisted_id);
    }
  });

  it("holds what the triggers would write today", async () => {
    const kept = await contentsOf(url);
    await rows("SELECT app.refresh_holder(id) FROM holder ORDER BY id");
    await rows("SELECT app.refresh_follow_up(id) FROM holder ORDER BY id");
    expect(lossesBetween(kept, await contentsOf(url))).toEqual([]);
  });

  it("puts every wish and every no of before on the Ministry's list, beside what was there", async () => {
    const entries = await rows<{ kind: string; n: number }>(
      "SELECT kind, count(*)::int AS n FROM ministry_entry GROUP BY 1",
    );
    const has = (...kinds: string[]) =>
      entries.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { n }) => sum + n, 0);
    const [counted] = await rows<{ wishes: number; noes: number; told: number }>(
      `SELECT (SELECT count(*)::int FROM holder WHERE first_yes_on IS NOT NULL) AS wishes,
         (SELECT count(*)::int FROM intent WHERE answer = 'no' AND counts) AS noes,
         (SELECT count(*)::int FROM assessment WHERE answer = 'no' AND counts) AS told`,
    );
    expect(has("wish")).toBe(counted?.wishes);
    expect(has("decline")).toBe((counted?.noes ?? 0) + (counted?.told ?? 0));
    expect(has("interview", "contact") + (counted?.told ?? 0)).toBe(
      before["public.ministry_entry"]?.rows,
    );
    // No entry of before has another state.
    const wrong = await rows(
      `SELECT e.id FROM ministry_entry e WHERE e.state <> coalesce((SELECT v.state FROM ministry_event v
         WHERE v.entry_id = e.id ORDER BY v.recorded_at DESC, v.id DESC LIMIT 1), 'unreported')`,
    );
    expect(wrong).toEqual([]);
  });

  it("gets the decision of every yes from the worker, also of one that was cut off", async () => {
    const [counted] = await rows<{ yeses: number }>(
      "SELECT count(*)::int AS yeses FROM holder WHERE counted AND first_yes_on IS NOT NULL",
    );
    const decided = () => rows("SELECT count(*)::int AS n FROM entitlement_decision");
    expect(await decided()).toEqual([{ n: 0 }]);
    const client = new pg.Client({ connectionString: jobUrl });
    await client.connect();
    const ruleSets = ruleSetsOfCode;
    await asJob(client, { jobId: randomUUID(), officerId: "" }, () =>
      decideLeftOver(askOn(client), "r_job", ruleSets, 2),
    );
    expect(await decided()).toEqual([{ n: 2 }]);
    await decideLeft(client);
    await client.end();
    expect(await decided()).toEqual([{ n: counted?.yeses }]);
    expect(counted?.yeses).toBeGreaterThan(2);
    const owner = new pg.Client({ connectionString: url });
    await owner.connect();
    expect(await findUndecided(owner, 1)).toEqual([]);
    const { wrong } = await decideAllAgain(owner, ruleSets);
    await owner.end();
    expect(wrong).toEqual([]);
  });

  it.each(["holder", "follow_up"])(
    "has counters that a full count of %s confirms",
    async (table) => {
      const left = await onDatabase(async (client) => {
        await client.query("BEGIN");
        // Counting every row down must bring the counters to nothing; foreign keys sleep meanwhile.
        await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
        await client.query(`ALTER TABLE ${table} ENABLE TRIGGER tally_out`);
        const counted = await client.query(`DELETE FROM ${table}`);
        const tally = await client.query(`SELECT * FROM ${table}_tally`);
        await client.query("ROLLBACK");
        return { counted: counted.rowCount ?? 0, tally: tally.rows };
      }, url);
      expect(left.counted).toBeGreaterThan(0);
      expect(left.tally).toEqual([]);
    },
  );

  it("puts everybody into the state and band of the domain", async () => {
    const people = await rows<CoverageFacts & Kept>(factsSql);
    expect(people.length).toBeGreaterThan(0);
    for (const { id, state, band, income, ...facts } of people)
      expect({ id, state, band }).toEqual({
        id,
        state: coverageState(facts, rules.walkIn.value),
        band: bandOf(rules, income).id,
      });
  });
});

type Kept = {
  id: string;
  state: string;
  band: string;
  income: number;
};

/** Everybody's facts from the forms alone, beside what is kept of them. */
const factsSql = `
  WITH answers AS (
    SELECT x.* FROM (
      SELECT holder_id, answer, intent_on AS answered, 'desk' AS at, recorded_at, confirmation FROM intent
      UNION ALL
      SELECT holder_id, answer, interviewed_on, 'interview', recorded_at, confirmation FROM assessment) x
    -- What a confirmed death contradicts does not count.
    WHERE NOT EXISTS (SELECT FROM departure d WHERE d.holder_id = x.holder_id AND d.kind = 'deceased'
      AND d.confirmation = 'confirmed' AND d.departed_on < x.answered))
  SELECT h.id, h.state, h.income_band AS band,
    coalesce(h.corrected_income_satang, h.earlier_income_satang, h.income_2559_satang)::int AS income,
    EXISTS (SELECT FROM departure d WHERE d.holder_id = h.id AND d.kind = 'deceased' AND d.confirmation = 'confirmed') AS deceased,
    EXISTS (SELECT FROM departure d WHERE d.holder_id = h.id AND d.kind = 'card_cancelled' AND d.confirmation = 'confirmed') AS "cardCancelled",
    EXISTS (SELECT FROM departure d WHERE d.holder_id = h.id AND d.kind = 'moved_away' AND d.confirmation = 'confirmed') AS "movedAway",
    (SELECT jsonb_build_object('answer', a.answer, 'on', a.answered, 'at', a.at) FROM answers a
      WHERE a.holder_id = h.id AND coalesce(a.confirmation, 'confirmed') = 'confirmed'
      ORDER BY a.answered DESC, a.at DESC, a.recorded_at DESC LIMIT 1) AS "latestAnswer",
    EXISTS (SELECT FROM answers a WHERE a.holder_id = h.id AND a.at = 'interview' AND coalesce(a.confirmation, 'confirmed') = 'confirmed') AS interviewed,
    coalesce((SELECT jsonb_agg(r.refused_on ORDER BY r.refused_on) FROM interview_refusal r
      WHERE r.holder_id = h.id AND r.confirmation = 'confirmed'), '[]') AS refusals,
    EXISTS (SELECT FROM absence x WHERE x.holder_id = h.id AND x.returned_on IS NULL) AS away,
    coalesce((SELECT v.outcome <> 'met' AND NOT EXISTS (SELECT FROM appointment p
        WHERE p.holder_id = h.id AND p.status = 'planned' AND p.recorded_at > v.recorded_at)
      FROM visit v WHERE v.holder_id = h.id ORDER BY v.visited_on DESC, v.recorded_at DESC LIMIT 1), false) AS attempted,
    EXISTS (SELECT FROM appointment p WHERE p.holder_id = h.id AND p.status = 'planned') AS scheduled,
    h.account_officer_id IS NOT NULL AS "hasOfficer"
  FROM holder h`;

describe("an officer of the upgraded casework", () => {
  const signedIn = async (login: string): Promise<Actor> => {
    const actor = await findOfficer({ login });
    if (!actor) throw new Error(`No officer ${login}`);
    return actor;
  };

  it("opens a person of their own caseload and reads the number on the card", async () => {
    const officer = await signedIn("baac.mueang");
    await scoped(officer, async (scope) => {
      const own = await scope.tx.holder.findMany({ select: { id: true, nationalIdLast4: true } });
      expect(own.length).toBeGreaterThan(0);
      const [first] = own;
      expect(await viewHolder(scope, first?.id ?? "")).toMatchObject({
        accountOfficerId: officer.id,
      });
      const number = await revealNationalId(scope, first?.id ?? "");
      expect(number?.slice(-4)).toBe(first?.nationalIdLast4);
      expect(nationalIdFault(number ?? "")).toBeNull();
    });
  });

  it("sees the district whose parts sum to its people", async () => {
    const secretary = await signedIn("secretary.mueang");
    const found = await scoped(secretary, async (scope) => ({
      page: await getDistrictDashboard(scope, "5401"),
      people: await scope.tx.holder.count(),
    }));
    expect(found.people).toBeGreaterThan(0);
    const counted = found.page?.rows.reduce((sum, row) => sum + row.people, 0);
    expect(counted).toBe(found.people);
  });

  it("finds everybody in the class of their age", async () => {
    const people = await onDatabase(
      async (client) =>
        (
          await client.query(
            "SELECT to_char(coalesce(corrected_birth_date, birth_date), 'YYYY-MM-DD') AS born, age_class, count(*)::int FROM holder GROUP BY 1, 2",
          )
        ).rows,
    );
    expect(people.length).toBeGreaterThan(100);
    // A holder of unknown age counts as up to 60.
    for (const { born, age_class } of people)
      expect([born, age_class === "over_60"]).toEqual([
        born,
        ageClassOf(rules, born) === "over_60",
      ]);
  });
});
