import { randomUUID } from "node:crypto";
import { buildAnswers } from "@tests/builders/answers";
import { seededRandom } from "@tests/builders/random";
import { Client } from "pg";
import { actorsOf } from "@/cli/demo/officers";
import type { Actor } from "@/domain/policy";
import { submitAssessment } from "@/server/assessments/commands";
import { moveHolders, undoMove } from "@/server/caseload/commands";
import { type AnyCommand, execute } from "@/server/command";
import { getDistrictDashboard, getProvinceDashboard } from "@/server/dashboards/queries";
import { decryptNationalId } from "@/server/holders/national-id";
import { searchHolders } from "@/server/holders/search";
import { scoped } from "@/server/scope";
import { percentile, repeat, type Timings, timed } from "./timing";

type Person = { id: string; nationalId: string; searchName: string };

/** The everyday work of officers, through the product's own queries and commands. */
export async function measure(
  adminUrl: string,
  actors: ReadonlyMap<string, Actor>,
): Promise<Timings[]> {
  const officer = (login: string): Actor => {
    const actor = actors.get(login);
    if (!actor) throw new Error(`The demo has no officer ${login}.`);
    return actor;
  };
  const [secretary, treasury, interviewer] = [
    officer("secretary.mueang"),
    officer("treasury"),
    officer("baac.mueang"),
  ];
  const [desk] = actorsOf(actors, { role: "receiving_officer", districtCode: "5401" });
  if (!desk) throw new Error("The demo has no receiving officer.");
  const people = await drawPeople(adminUrl);
  const draw = seededRandom("bench searches");
  const part = () => partOf(draw.pick(people).searchName, draw.int(0, 2));
  const search = (actor: Actor, words: string) =>
    scoped(actor, (scope) => searchHolders(scope, words));

  return [
    await repeat("search by ID, desk", 200, () => search(desk, draw.pick(people).nationalId)),
    await repeat("search by part of a name, district", 200, () => search(secretary, part())),
    await repeat("search by part of a name, province", 200, () => search(treasury, part())),
    await measureSubmissions(adminUrl, interviewer),
    await repeat("the district page's queries", 100, () =>
      scoped(secretary, (scope) => getDistrictDashboard(scope, "5401")),
    ),
    await repeat("the province page's queries", 50, () => scoped(treasury, getProvinceDashboard)),
    ...(await measureMoves(adminUrl, secretary)),
  ];
}

const moving = 10_000;

/**
 * 10,000 people given to another officer at once, and back. No district of the bench has so many: they are copies
 * of one holder, added last, and no other measure uses them.
 */
async function measureMoves(adminUrl: string, secretary: Actor): Promise<Timings[]> {
  const [picked, code] = await onDatabase(adminUrl, async (client) => {
    const people = await client.query<{ id: string }>(
      `INSERT INTO holder (id, province_code, district_code, subdistrict_code, moo, national_id_enc, national_id_index,
         national_id_last4, title, first_name, last_name, income_2559_satang, search_name,
         created_batch_id, changed_batch_id)
       SELECT gen_random_uuid(), province_code, district_code, subdistrict_code, n % 20, national_id_enc,
         decode(md5(n::text) || md5('x' || n), 'hex'), national_id_last4, title, first_name, last_name, income_2559_satang,
         search_name || n, created_batch_id, changed_batch_id
       FROM (SELECT * FROM holder WHERE district_code = '5401' LIMIT 1) h, generate_series(1, $1::int) n RETURNING id`,
      [moving],
    );
    const codes = await client.query<{ code: string }>(
      "SELECT code FROM account_officer_code WHERE district_code = '5401' ORDER BY code LIMIT 1",
    );
    return [people.rows.map(({ id }) => id), codes.rows[0]?.code] as const;
  });
  const turns: string[] = [];
  const send = async (command: AnyCommand, input: unknown) => {
    const id = randomUUID();
    const done = await execute(command, secretary, { id, input });
    if (!done.ok) throw new Error(`${command.name} was refused: ${JSON.stringify(done)}`);
    return id;
  };
  const undone: number[] = [];
  const moved = await repeat(
    "a move of 10,000 cases",
    5,
    async () => {
      const input = { filter: {}, picked, officerCode: code, reason: null, expected: moving };
      turns.push(await send(moveHolders, input));
    },
    0,
    async () => {
      undone.push(await timed(() => send(undoMove, { moveId: turns.at(-1) })));
    },
  );
  const name = "the undo of that move";
  return [
    moved,
    { name, p50: percentile(undone, 50), p95: percentile(undone, 95), times: undone.length },
  ];
}

/** Three to five letters from the middle of a name, as typed by an officer who is not sure of the rest. */
function partOf(name: string, extra: number): string {
  const letters = [...name];
  const start = Math.min(2, Math.max(0, letters.length - 5));
  return letters.slice(start, start + 3 + extra).join("");
}

async function onDatabase<Value>(url: string, work: (client: Client) => Promise<Value>) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Holders of Mueang, drawn evenly. */
async function drawPeople(adminUrl: string): Promise<Person[]> {
  return onDatabase(adminUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT id, national_id_enc, search_name FROM holder WHERE district_code = '5401'
       ORDER BY national_id_index LIMIT 400`,
    );
    return rows.map((row) => ({
      id: row.id,
      nationalId: decryptNationalId(row.national_id_enc, row.id),
      searchName: row.search_name,
    }));
  });
}

const submissions = 100;

/** An interview of the fieldwork's second week, submitted by the bank's officer; a fresh holder each time. */
async function measureSubmissions(adminUrl: string, interviewer: Actor): Promise<Timings> {
  const holders = await onDatabase(adminUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      "SELECT id FROM holder WHERE account_officer_id = $1 AND interviewed_on IS NULL ORDER BY id LIMIT $2",
      [interviewer.id, submissions + 5],
    );
    return rows;
  });
  return repeat("an assessment submitted", holders.length - 5, async (turn) => {
    const result = await execute(submitAssessment, interviewer, {
      id: randomUUID(),
      input: { holderId: holders[turn]?.id, version: 0, answers: buildAnswers() },
    });
    if (!result.ok) throw new Error(`An assessment was refused: ${JSON.stringify(result)}`);
  });
}
