import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { demoProvince } from "@tests/builders/demo-officers";
import { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { provinceOf } from "@/domain/areas";
import { rulesOn } from "@/domain/rules/sets";
import { loadAreas } from "@/server/areas/load";
import { askOn } from "@/server/imports/job-connection";
import { loadRuleSets } from "@/server/rules/load";
import { Fault } from "../../fault";
import { workInDistrict } from "./casework";
import { checkNation, digestNation } from "./check";
import { writeOffice } from "./office";
import { type NationOfficer, nationOfficers } from "./officers";
import {
  batchIdOf,
  type DistrictLines,
  linesOfDistrict,
  listedOn,
  type NationContext,
  nationColumns,
} from "./rows";
import { type NationYes, nationToday } from "./says-yes";
import { filledTables, type PutBack, putBack, setAside } from "./set-aside";
import { type DistrictPlan, planNation } from "./table";

export type NationOptions = { seed: string; scale: number; yes: NationYes };
type Progress = (text: string) => void;
type Begun = NationOptions & { putBack: PutBack };

/** Any number that no other lock of the database has. */
const loading = 11_469_184;
/** Two connections: while PostgreSQL takes one district, the next one is made. */
const lanes = 2;

/** What was loaded: the figures that the command prints. */
export type NationLoaded = {
  people: number;
  districts: number;
  interviews: number;
  seconds: number;
  bytes: number;
  digest: string;
};

/**
 * Fills an empty database with the nation, or goes on where a run of the same nation was cut off: a district is there
 * with all its people or with none (docs/decisions/0032). Refuses every other database.
 * @returns null: this nation was loaded before
 */
export async function loadNation(
  ownerUrl: string,
  options: NationOptions,
  progress: Progress,
): Promise<NationLoaded | null> {
  const owners = Array.from({ length: lanes }, () => new Client({ connectionString: ownerUrl }));
  for (const owner of owners) await owner.connect();
  const [owner] = owners;
  try {
    if (!owner) throw new Error("There are no lanes.");
    const { rows } = await owner.query("SELECT pg_try_advisory_lock($1) AS free", [loading]);
    if (!rows[0].free) throw new Fault("nationRunning", "The nation is being loaded already.");
    const begun = await findBegun(owner, options);
    if (begun === "loaded") return null;
    return await fill(owners, owner, options, begun, progress);
  } finally {
    await Promise.all(owners.map((each) => each.end()));
  }
}

async function fill(
  owners: readonly Client[],
  owner: Client,
  options: NationOptions,
  begun: Begun | null,
  progress: Progress,
): Promise<NationLoaded> {
  const started = performance.now();
  const ruleSets = await loadRuleSets(askOn(owner));
  const subdistricts = await listAreas(owner, "subdistrict");
  const officers = nationOfficers(await listAreas(owner, "province"));
  const { putBack: saved } = begun ?? (await begin(owner, options, officers));
  const plans = planNation(options.seed, options.scale, subdistricts);

  const context: NationContext = {
    ...options,
    ruleSets,
    rules: rulesOn(ruleSets, listedOn),
    home: demoProvince,
    recordersOf: (districtCode) => recordersOf(officers, districtCode),
  };
  await loadPeople(owners, context, plans, progress);
  await putBack(owners, saved, progress);
  await closeLists(owner, officers, plans);
  let interviews = 0;
  for (const { districtCode } of plans.filter((plan) => isHome(plan.districtCode))) {
    const here = { ...options, districtCode, ruleSets, subdistricts, officers };
    const held = await workInDistrict(owner, here);
    interviews += held;
    progress(`${districtCode}: ${held} interviews`);
  }
  progress("checking");
  const people = peopleOf(plans);
  await checkNation(owner, people);
  const [digest, bytes] = [await digestNation(owner), await end(owner, options)];
  const seconds = (performance.now() - started) / 1000;
  return { people, districts: plans.length, interviews, seconds, bytes, digest };
}

const isHome = (districtCode: string) => provinceOf(districtCode) === demoProvince;

/** Marks the nation as loaded, last of all: if the mark is missing, the next run goes on. Returns the database's size. */
async function end(owner: Client, options: NationOptions): Promise<number> {
  await owner.query("BEGIN");
  await set(owner, "nation", options);
  await set(owner, "demo", true);
  await owner.query("DELETE FROM setting WHERE key = 'nation_begun'");
  await owner.query("COMMIT");
  const { rows } = await owner.query<{ bytes: number }>(
    "SELECT pg_database_size(current_database())::float8 AS bytes",
  );
  return rows[0]?.bytes ?? 0;
}

/** A run of the same nation to go on with; null: the database is empty. Any other is refused. */
async function findBegun(owner: Client, options: NationOptions): Promise<Begun | "loaded" | null> {
  // Of the settings' values only those two are read.
  const { rows } = await owner.query<{ key: string; value: Begun }>(
    "SELECT key, value FROM setting",
  );
  const settings = new Map(rows.map(({ key, value }) => [key, value]));
  const known = settings.get("nation_begun") ?? settings.get("nation");
  if (known) {
    const { seed, scale, yes } = known;
    if (seed !== options.seed || scale !== options.scale || yes !== options.yes)
      throw new Fault(
        "nationOther",
        "Another nation is in this database: give the same options, or an empty database.",
        `--seed ${seed} --scale ${scale} --yes ${yes}`,
      );
    return settings.has("nation") ? "loaded" : known;
  }
  await owner.query("BEGIN; SET LOCAL ROLE sukjai_keeper");
  const used = await owner.query(
    "SELECT FROM holder UNION ALL SELECT FROM officer WHERE login <> 'console' LIMIT 1",
  );
  await owner.query("ROLLBACK");
  if (used.rowCount || settings.has("demo") || settings.has("demo_begun"))
    throw new Fault(
      "nationNotEmpty",
      "There are people in this database already: the nation is loaded into an empty one only.",
    );
  const { rowCount } = await owner.query("SELECT FROM province LIMIT 1");
  if (!rowCount) await loadAreas(owner);
  return null;
}

async function listAreas(owner: Client, table: "province" | "subdistrict"): Promise<string[]> {
  const { rows } = await owner.query<{ code: string }>(`SELECT code FROM ${table} ORDER BY code`);
  return rows.map(({ code }) => code);
}

/** Officers, lists and desks; then indexes and triggers are set aside. All of it or nothing, with the mark of a run that began. */
async function begin(
  owner: Client,
  options: NationOptions,
  officers: readonly NationOfficer[],
): Promise<Begun> {
  return writeOffice(owner, { officers, listedOn, lastDay: nationToday[options.yes] }, async () => {
    const begun: Begun = { ...options, putBack: await setAside(owner) };
    await set(owner, "nation_begun", begun);
    await set(owner, "programme_on", nationToday[options.yes]);
    await set(owner, "rules_province", demoProvince);
    return begun;
  });
}

/** The desk officers of a district of the home province; elsewhere who brought the province's list. */
function recordersOf(officers: readonly NationOfficer[], districtCode: string): string[] {
  const provinceCode = provinceOf(districtCode);
  const found = isHome(districtCode)
    ? officers.filter(
        (officer) => officer.role === "receiving_officer" && officer.districtCode === districtCode,
      )
    : officers.filter((officer) => officer.provinceCode === provinceCode);
  return found.map(({ id }) => id);
}

/** Every district that is not there yet, each in a transaction of its own: the counters tell which are. */
async function loadPeople(
  owners: readonly Client[],
  context: NationContext,
  plans: readonly DistrictPlan[],
  progress: Progress,
) {
  const [owner] = owners;
  const there = owner ? await loadedDistricts(owner) : new Set<string>();
  const waiting = plans.filter(({ districtCode }) => !there.has(districtCode));
  const all = peopleOf(waiting);
  const started = performance.now();
  let done = 0;
  await Promise.all(
    owners.map(async (owner) => {
      for (let turn = nextTurn(waiting); turn.length > 0; turn = nextTurn(waiting)) {
        const made: MadeDistrict[] = [];
        for (const plan of turn)
          made.push({
            districtCode: plan.districtCode,
            lines: await linesOfDistrict(context, plan),
          });
        await writeDistricts(owner, made);
        done += peopleOf(turn);
        const rate = (done / (performance.now() - started)) * 1000;
        const [some, every, each] = [done, all, rate].map(shownNumber);
        progress(`${some} of ${every} people (${Math.floor((done * 100) / all)}%), ${each}/s`);
      }
    }),
  );
}

/** A district at a time; of small ones as many as are worth a transaction. */
function nextTurn(waiting: DistrictPlan[]): DistrictPlan[] {
  const turn: DistrictPlan[] = [];
  for (let plan = waiting.shift(); plan; plan = waiting.shift()) {
    turn.push(plan);
    if (peopleOf(turn) >= 500) break;
  }
  return turn;
}

const peopleOf = (plans: readonly DistrictPlan[]) =>
  plans.reduce((sum, plan) => sum + plan.people, 0);
const shownNumber = (number: number) => Math.round(number).toLocaleString("en-US");

async function loadedDistricts(owner: Client): Promise<Set<string>> {
  await owner.query("BEGIN; SET LOCAL ROLE sukjai_keeper");
  const { rows } = await owner.query<{ district_code: string }>(
    "SELECT DISTINCT district_code FROM holder_tally",
  );
  await owner.query("ROLLBACK");
  return new Set(rows.map((row) => row.district_code));
}

type MadeDistrict = { districtCode: string; lines: DistrictLines };

async function writeDistricts(owner: Client, made: readonly MadeDistrict[]) {
  const linesOf = (table: keyof DistrictLines) => made.flatMap(({ lines }) => lines[table]);
  // A power cut may take the last districts; the next run makes them again.
  await owner.query("BEGIN; SET LOCAL synchronous_commit = off");
  for (const table of filledTables) await copy(owner, table, nationColumns[table], linesOf(table));
  await owner.query("SET LOCAL ROLE sukjai_keeper");
  await copy(owner, "app.last_act", nationColumns.last_act, linesOf("last_act"));
  for (const { districtCode, lines } of made.filter((each) => each.lines.intent.length > 0))
    await owner.query("INSERT INTO app.receipt_counter (district_code, last) VALUES ($1, $2)", [
      districtCode,
      lines.intent.length,
    ]);
  await owner.query("COMMIT");
}

async function copy(
  owner: Client,
  table: string,
  columns: readonly string[],
  lines: readonly string[],
) {
  if (lines.length === 0) return;
  const target = owner.query(copyFrom(`COPY ${table} (${columns.join(", ")}) FROM STDIN`));
  await pipeline(Readable.from(pieces(lines)), target);
}

/** A thousand lines at a time: one text of a whole district would be copied once more. */
function* pieces(lines: readonly string[]) {
  for (let start = 0; start < lines.length; start += 1000)
    yield lines.slice(start, start + 1000).join("");
}

/** The list of each province is done, with its entry in the audit, as an import ends. */
async function closeLists(
  owner: Client,
  officers: readonly NationOfficer[],
  plans: readonly DistrictPlan[],
) {
  const people = new Map<string, number>();
  for (const plan of plans) {
    const code = provinceOf(plan.districtCode);
    people.set(code, (people.get(code) ?? 0) + plan.people);
  }
  await owner.query("BEGIN");
  await owner.query("SET LOCAL ROLE r_job; SET LOCAL app.role = 'job'");
  for (const [provinceCode, count] of people) {
    const treasury = officers.find(
      (officer) => officer.role === "provincial_officer" && officer.provinceCode === provinceCode,
    );
    const closed = await owner.query(
      `UPDATE import_batch SET status = 'done', rows_in = $2, created = $2, merged_rows = $2, run_at = now(), finished_at = now()
       WHERE id = $1 AND status <> 'done'`,
      [batchIdOf(provinceCode), count],
    );
    if (!closed.rowCount) continue;
    await owner.query("SELECT set_config('app.uid', $1, true)", [treasury?.id]);
    await owner.query("SELECT audit.append('import.run', 'import_batch', $1, $2)", [
      batchIdOf(provinceCode),
      JSON.stringify({ rowsIn: count, created: count, finished: true }),
    ]);
  }
  await owner.query("COMMIT");
}

async function set(owner: Client, key: string, value: unknown) {
  await owner.query(
    "INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()",
    [key, JSON.stringify(value)],
  );
}
