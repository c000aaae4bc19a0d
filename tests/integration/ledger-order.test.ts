import { seededRandom } from "@tests/builders/random";
import { saveBatch } from "@tests/integration/income-steps";
import { saveOneOffList } from "@tests/integration/one-off-lists";
import { holderRow, insert, officer, officerRow, onDatabase } from "@tests/security/world";
import { intentRow } from "@tests/security/world-casework";
import { monthRunRow, monthRunStepRow } from "@tests/security/world-ledger";
import fc from "fast-check";
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addMonths, type IsoMonth } from "@/domain/calendar";
import { askOn } from "@/server/imports/job-connection";
import { bookDistrict } from "@/server/ledger/book";
import { disconnect } from "@/server/scope";

/**
 * What the ledger does not depend on: the order in which things happen to different people, the order of runs, and anybody else.
 * A run books stored decisions, so decisions are what happens here; that they are the right ones is told by ledger.test.ts. A
 * thousand small worlds stand in one database, because a database takes longer than a world.
 */
const worlds = 1000;

/** Between two runs something may be decided again of anybody, once or more. */
const runMonths: readonly IsoMonth[] = ["2018-03", "2018-05", "2018-08"];
const districts = ["5401", "5402"] as const;

const due = fc.record({
  from: fc.nat(3),
  months: fc.nat(8),
  satang: fc.constantFrom(10_000, 20_000),
  later: fc.option(fc.constantFrom(10_000, 20_000)),
});
/** One after another, each before a run; none due in a fifth of them. */
const person = fc.record({
  districtCode: fc.constantFrom(...districts),
  decisions: fc
    .array(fc.record({ run: fc.nat(runMonths.length - 1), due: fc.option(due, { freq: 4 }) }), {
      minLength: 2,
      maxLength: 5,
    })
    .map((all) => all.sort((one, next) => one.run - next.run)),
  /** Whether the lists that are checked before the second and the third run name them. */
  listed: fc.tuple(fc.boolean(), fc.boolean()),
});
const world = fc.record({
  people: fc.array(person, { minLength: 2, maxLength: 3 }),
  newcomer: person,
});
type Person = typeof person extends fc.Arbitrary<infer Value> ? Value : never;
type Living = Person & { id: string };

const treasury = officer("provincial_officer", "54");
const checker = officer("provincial_officer", "54");
const desk = officer("receiving_officer", "5401");
let runId: string;
let intentId: string;
let peopled: { people: Living[]; newcomer: Living }[];
let ledger: Map<string, string>;

beforeAll(() =>
  onDatabase(async (client) => {
    for (const actor of [treasury, checker, desk])
      await insert(client, "officer", officerRow(actor));
    const row = holderRow("5401", await saveBatch(client, treasury, "2018-01-20"));
    await insert(client, "holder", row);
    const holder = {
      id: `${row.id}`,
      provinceCode: "54",
      districtCode: "5401",
      accountOfficerId: null,
    };
    const intent = intentRow({ ...holder, districtCode: "5401" }, "5401", desk.id);
    await insert(client, "intent", intent);
    intentId = `${intent.id}`;
    const run = monthRunRow("54", 1, "2018-12-01");
    await insert(client, "month_run", run);
    await insert(client, "month_run_step", monthRunStepRow(run, treasury.id));
    runId = `${run.id}`;
    const random = seededRandom("people");
    const living = (each: Person): Living => ({ ...each, id: random.uuid() });
    peopled = fc.sample(world, { numRuns: worlds, seed: 12_61 }).map(({ people, newcomer }) => ({
      people: people.map(living),
      newcomer: living(newcomer),
    }));
    await saveAlike(
      client,
      holder.id,
      peopled.flatMap((all) => [...all.people, all.newcomer]),
    );
    ledger = await ledgerOf({ seed: "one", people: all(), runs: ofMonth });
  }),
);
afterAll(disconnect);

/** People as the one who is there, but for themselves and their district. */
async function saveAlike(client: pg.Client, like: string, people: readonly Living[]) {
  const { rows } = await client.query<{ names: string }>(
    `SELECT string_agg(quote_ident(attname), ', ') AS names FROM pg_attribute
     WHERE attrelid = 'holder'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
  );
  const names = rows[0]?.names;
  await client.query(
    `INSERT INTO holder (${names}) SELECT ${names} FROM (
       SELECT (jsonb_populate_record(h, jsonb_build_object('id', p.id, 'district_code', p."districtCode",
         'subdistrict_code', p."districtCode" || '01', 'national_id_index', sha256(p.id::text::bytea)))).*
       FROM holder h CROSS JOIN jsonb_to_recordset($2::jsonb) AS p (id uuid, "districtCode" text) WHERE h.id = $1) alike`,
    [like, JSON.stringify(people)],
  );
}

/** How a world goes: who is decided when between two runs, and which runs there are. */
type Play = { seed: string; people: readonly Living[]; runs: (month: IsoMonth) => Booking[] };
type Booking = { month: IsoMonth; district: string };
const ofMonth = (month: IsoMonth) => districts.map((district) => ({ month, district }));

/** What a letter gives once, with the second run. */
const once = {
  ...{ list: "once_2018_05", name: "เงินช่วยเหลือครั้งเดียว", month: "2018-05", baht: 500 },
  ...{ reason: "ONCE_2018_05", rules: "2018-01-09" },
};

/** Statements between two runs: what happens to one person keeps its order, to different people it has any. */
const statements = 4;

/** Everybody's ledger after all of it; then nothing has happened. */
function ledgerOf({ seed, people, runs }: Play): Promise<Map<string, string>> {
  return onDatabase(async (client) => {
    const random = seededRandom(seed);
    await client.query("BEGIN");
    for (const [run, month] of runMonths.entries()) {
      const parts: string[][] = Array.from({ length: statements }, () => []);
      for (const { id, decisions } of random.shuffle(people)) {
        const mine = decisions.filter((each) => each.run === run);
        const when = mine.map(() => random.int(0, statements - 1)).sort();
        for (const [at, { due }] of mine.entries())
          parts[when[at] ?? 0]?.push(JSON.stringify({ holder_id: id, ...decided(due) }));
      }
      await client.query("SET LOCAL ROLE NONE");
      for (const part of parts) await client.query(decideSql, [`[${part}]`, intentId]);
      if (run > 0) {
        const listed = random
          .shuffle(people)
          .flatMap((each) => (each.listed[run - 1] ? [each.id] : []));
        await saveOneOffList(client, [treasury, checker], once.list, listed);
      }
      // What was rolled back before has left the planner with empty tables.
      await client.query("ANALYZE entitlement_decision, entitlement, ledger_entry, one_off_person");
      for (const { month: until, district } of runs(month))
        await bookDistrict(
          askOn(client),
          { id: runId, month: until, oneOffs: until < once.month ? [] : [once] },
          district,
        );
    }
    await client.query("SET LOCAL ROLE NONE");
    const { rows } = await client.query<{ id: string; ledger: string }>(
      `SELECT holder_id::text AS id, string_agg(concat_ws(' ', to_char(month, 'YYYY-MM'), number, satang, nullif(benefit, 'top_up')), ', '
         ORDER BY month, benefit, number) AS ledger
       FROM ledger_entry GROUP BY 1`,
    );
    await client.query("ROLLBACK");
    return new Map(rows.map(({ id, ledger }) => [id, ledger]));
  });
}

/** The columns of a decision: the months of one amount, or of one and then another. */
function decided(due: Person["decisions"][number]["due"]) {
  if (!due) return { none: "BEFORE_WINDOW", months: 0, satang: 0 };
  const first = addMonths("2018-03", due.from);
  const parts = [
    { firstMonth: first, lastMonth: addMonths(first, due.months), satangAMonth: due.satang },
    {
      firstMonth: addMonths(first, due.months + 1),
      lastMonth: addMonths(first, due.months + 2),
      satangAMonth: due.later,
    },
  ].slice(0, due.later === null ? 1 : 2);
  return {
    first_month: `${first}-01`,
    last_month: `${parts.at(-1)?.lastMonth}-01`,
    months: due.months + 1,
    satang_a_month: due.satang,
    satang: (due.months + 1) * due.satang,
    ...(due.later === null ? {} : { parts }),
  };
}

const decideSql = `
  INSERT INTO entitlement_decision (id, holder_id, province_code, intent_id, yes_on, rules_version, facts, reasons, none, first_month,
    last_month, months, satang_a_month, satang, parts, decided_on)
  SELECT gen_random_uuid(), d.holder_id, '54', $2::uuid, '2018-02-20', '2018-01-09', '{}', '{}', d.none, d.first_month, d.last_month,
    d.months, d.satang_a_month, d.satang, d.parts, '2018-03-01'
  FROM jsonb_to_recordset($1::jsonb) AS d (holder_id uuid, none text, first_month date, last_month date, months int,
    satang_a_month bigint, satang bigint, parts jsonb)`;

const all = () => peopled.flatMap(({ people }) => people);

/** Everybody has the same entries as before, world by world. */
function expectSame(again: ReadonlyMap<string, string>) {
  for (const { people } of peopled)
    for (const { id } of people) expect(again.get(id), JSON.stringify(people)).toBe(ledger.get(id));
}

it("order does not matter: what happens to different people, and the runs, in any order give the same ledger", async () => {
  const random = seededRandom("runs");
  expectSame(
    await ledgerOf({
      seed: "other",
      people: all().reverse(),
      // A month before it and the month itself, of each district, twice, in any order.
      runs: (month) => {
        const two = [...ofMonth(month), ...ofMonth(addMonths(month, -1))];
        return random.shuffle([...two, ...two]);
      },
    }),
  );
  // What the property is about did happen: months, differences down and up, and differences of differences.
  const rows = [...ledger.values()].flatMap((each) => each.split(", "));
  expect(ledger.size).toBeGreaterThan(worlds);
  for (const kind of [/ 1 -/, / 1 \d/, / 2 /, / 0 50000 once/, / 1 -50000 once/])
    expect(rows.filter((row) => kind.test(row)).length).toBeGreaterThan(20);
}, 120_000);

it("adding a person changes nobody else's entries", async () => {
  const newcomers = peopled.map(({ newcomer }) => newcomer);
  const more = await ledgerOf({ seed: "more", people: [...newcomers, ...all()], runs: ofMonth });
  expectSame(more);
  expect(newcomers.filter(({ id }) => more.has(id)).length).toBeGreaterThan(worlds / 2);
}, 120_000);
