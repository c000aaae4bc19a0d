import { randomUUID } from "node:crypto";
import { availableParallelism } from "node:os";
import { rulesForForms } from "@/domain/assessment/facts";
import type { IsoDate } from "@/domain/calendar";
import type { RuleSet } from "@/domain/rules/rule-set";
import type { RuleSets } from "@/domain/rules/sets";
import {
  bahtOnce,
  oneOffsBeside,
  rulesAnswer,
  type WhatIf,
  type WhatIfFacts,
  whatIf,
} from "@/domain/what-if";
import { formsNow } from "@/server/entitlements/decide";
import { asJob, askOn, type JobClient, withJobClient } from "@/server/imports/job-connection";
import { joinsOfAll, type Then } from "@/server/money/facts-then";
import { whatIfFacts } from "./facts";

type Progress = (done: number, of: number) => Promise<void> | void;

/**
 * A draft against the sets in force, as of a day, over an area: nothing is changed, and nobody is named but those of the province
 * `namedIn`. Part by part, so that it can be seen how far it is.
 * @throws CannotEvaluate where a rule cannot be evaluated for somebody
 * @throws Error where a sample of the people, each decided alone, is not what was counted
 */
export async function compareDraft(
  client: JobClient,
  sets: RuleSets,
  draft: RuleSet,
  then: Then,
  progress: Progress = () => undefined,
  namedIn: string | null = null,
): Promise<WhatIf> {
  const waiting = partsOf(then);
  const of = waiting.length;
  const everybody: WhatIfFacts[][] = [];
  let told: Promise<void> = Promise.resolve();
  const take = async (lane: JobClient) => {
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      everybody.push(await factsOf(lane, sets, draft, part, { namedIn }));
      const done = everybody.length;
      told = told.then(() => progress(done, of));
    }
  };
  // The caller's connection tells how far it is, one after the other.
  const lanes = Math.min(availableParallelism(), of);
  await Promise.all(Array.from({ length: lanes }, () => withJobClient(take)));
  await told;
  const found = whatIf(sets, draft, then.asOf, everybody.flat());
  await checkSample(client, sets, draft, then);
  return found;
}

/** In how many provinces of the area a list is checked, by the day; a list that is not there is in none. */
export async function provincesWithList(
  client: JobClient,
  lists: readonly string[],
  { asOf, area }: Then,
): Promise<ReadonlyMap<string, number>> {
  if (lists.length === 0) return new Map();
  const { rows } = await asJob(client, { jobId: randomUUID(), officerId: "" }, () =>
    client.query<{ list: string; provinces: number }>(
      `SELECT l.list, count(DISTINCT l.province_code)::int AS provinces
       FROM one_off_list l JOIN one_off_list_step s ON s.list_id = l.id AND s.step = 'checked' AND s.taken_on <= $2::date
       WHERE l.list = ANY ($1) AND ($3::text IS NULL OR l.province_code = left($3, 2)) GROUP BY 1`,
      [lists, asOf, area],
    ),
  );
  return new Map(rows.map(({ list, provinces }) => [list, provinces]));
}

/** An area is read at once, a country in so many parts: of each the forms fit into memory, and each core takes some. */
const parts = 4;
const partsOf = (then: Then): Then[] =>
  then.area === null
    ? Array.from({ length: parts }, (_, nth) => ({ ...then, part: { nth, of: parts } }))
    : [then];

async function factsOf(
  client: JobClient,
  sets: RuleSets,
  draft: RuleSet,
  then: Then,
  whom: Parameters<typeof whatIfFacts>[3] = {},
): Promise<WhatIfFacts[]> {
  const { text, values, read } = whatIfFacts(sets, draft, then, whom);
  const { rows } = await asJob(client, { jobId: randomUUID(), officerId: "" }, async () => {
    await client.query(then.part ? joinsOfAll : "SET LOCAL work_mem = '128MB'");
    return client.query(text, values);
  });
  return read(rows);
}

/** People of the sample: of each run others. */
const sampled = 100;

/** Whether people picked at random, each decided alone from the forms of their file, get the answer that is counted. */
export async function checkSample(
  client: JobClient,
  sets: RuleSets,
  draft: RuleSet,
  { asOf, area }: Then,
  atMost = sampled,
): Promise<number> {
  const jobActor = { jobId: randomUUID(), officerId: "" };
  const { today, ids } = await asJob(client, jobActor, async () => {
    const now = await client.query<{ today: IsoDate }>(
      "SELECT app.programme_today()::text AS today",
    );
    const people = await client.query<{ id: string }>(
      `SELECT id::text FROM holder TABLESAMPLE SYSTEM ((SELECT CASE WHEN reltuples < $2 THEN 100 ELSE 100 * $2 / reltuples END
           FROM pg_class WHERE oid = 'holder'::regclass))
       WHERE counted AND first_yes_on IS NOT NULL AND ($1::text IS NULL OR district_code LIKE $1 || '%') LIMIT $3`,
      [area, 50 * atMost, atMost],
    );
    return { today: now.rows[0]?.today, ids: people.rows.map(({ id }) => id) };
  });
  // What stood on an earlier day stands in no file of today.
  if (asOf !== today || ids.length === 0) return 0;
  const counted = await factsOf(client, sets, draft, { asOf, area: null }, { ids });
  const given = oneOffsBeside(sets, draft);
  const forms = await asJob(client, jobActor, () => formsNow(askOn(client), "r_job", ids));
  for (const facts of counted) {
    const alone = forms.get(facts.one);
    if (!alone) continue;
    const born = { ...alone, holder: { ...alone.holder, birthDate: facts.birthDate } };
    const rules = rulesForForms(sets, born, asOf);
    const once = (of: typeof given.now) => bahtOnce(of, facts.lists, born.holder.ends);
    const { group } = facts;
    const gain =
      rulesAnswer(draft, born, { group, asOf, once: once(given.drafted) }).baht -
      rulesAnswer(rules, born, { group, asOf, once: once(given.now) }).baht;
    const { all } = whatIf(sets, draft, asOf, [facts]);
    if (all.baht !== BigInt(gain))
      throw new Error(`The answer for ${facts.one} alone is another one`);
  }
  return counted.length;
}
