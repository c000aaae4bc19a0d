import { setTimeout as sleep } from "node:timers/promises";
import { demoProvince } from "@tests/builders/demo-officers";
import { seededRandom } from "@tests/builders/random";
import { nobody, signIn, type Visitor } from "@tests/support/http";
import { Client } from "pg";
import { measurePage, type Page } from "./page-load";
import { memoryOf } from "./processes";
import { percentile } from "./timing";
import { getPage } from "./visitor";

/**
 * The pages that officers open all day, asked for over HTTP from a server that scripts/bench.mjs has started on a province
 * with casework; the figures as one line of JSON. Each user is an officer with a session of his own.
 */
const [base = "", ...given] = process.argv.slice(2);
/** `brief`: one user and no minute of all pages, where only the times of a page are wanted. */
const brief = given.includes("brief");
const seconds = 5;
const server = Number(process.env.SERVER_PID);
const users = brief ? [1] : [1, 8, 32];
const pauseMs = 2_000;
const mixedSeconds = 60;

const progress = (text: string) => process.stderr.write(`  ${text}\n`);

type Officer = { login: string; role: string; holders: string[] };

/** Officers of the province with casework, at most 16 of a role, with people to be interviewed: case file and interview both open. */
async function listOfficers(): Promise<Officer[]> {
  const client = new Client({ connectionString: process.env.ADMIN_URL });
  await client.connect();
  const { rows } = await client.query<Officer>(
    `SELECT login, role, ARRAY(SELECT id FROM holder WHERE account_officer_id = officer.id AND interviewed_on IS NULL
       ORDER BY national_id_index LIMIT 200) AS holders
     FROM officer WHERE province_code = $1 ORDER BY login`,
    [demoProvince],
  );
  await client.end();
  return rows;
}

/** One after another: a password is slow to check. */
async function signedIn(officers: readonly Officer[]) {
  const visitors: Visitor[] = [];
  for (const { login } of officers) visitors.push(await signIn(base, login));
  return visitors;
}

async function pagesOf(): Promise<Page[]> {
  const all = await listOfficers();
  const people = new Map(all.map(({ login, holders }) => [login, holders]));
  const those = (wanted: (officer: Officer) => boolean) =>
    signedIn(all.filter(wanted).slice(0, 16));
  const officers = await those(
    ({ role, holders }) => role === "account_officer" && holders.length > 0,
  );
  const chiefs = await those(({ role }) => role === "district_chief");
  const treasury = await those(({ role }) => role === "provincial_officer");
  const holder = (turn: number, { name }: Visitor) => {
    const own = people.get(name) ?? [];
    return `/holders/${own[turn % own.length]}`;
  };
  const page = (name: string, visitors: Visitor[], path: Page["path"]) => ({
    name,
    visitors,
    path,
  });
  return [
    page("a file of the same server", [nobody], () => "/icon.svg"),
    { ...page("its page for what does not exist", [nobody], () => "/nowhere"), status: 404 },
    page("sign-in", [nobody], () => "/sign-in"),
    page("home", officers, () => "/"),
    page("holders", officers, () => "/holders"),
    page("case file", officers, holder),
    page("interview", officers, (turn, visitor) => `${holder(turn, visitor)}/assessment`),
    page("district", chiefs, () => "/district"),
    page("province", treasury, () => "/province"),
  ];
}

/** 32 officers go through the pages for a minute, with a pause between two pages or without. */
async function measureMixed(pages: readonly Page[], pause: number) {
  const taken = new Map(pages.map(({ name }) => [name, [] as number[]]));
  let errors = 0;
  const memory: number[] = [];
  const end = performance.now() + mixedSeconds * 1000;
  const watching = (async () => {
    while (performance.now() < end) {
      memory.push(memoryOf(server));
      await sleep(1_000);
    }
  })();
  await Promise.all(
    Array.from({ length: 32 }, async (_, user) => {
      const random = seededRandom(`bench user ${user}`);
      await sleep(random.int(0, pause));
      for (let turn = user; performance.now() < end; turn += 1) {
        const { name, visitors, path } = random.pick(pages);
        const visitor = visitors[user % visitors.length] as Visitor;
        const asked = performance.now();
        const { status } = await getPage(base, visitor, path(turn, visitor));
        taken.get(name)?.push(performance.now() - asked);
        if (status !== 200) errors += 1;
        if (pause > 0) await sleep(pause);
      }
    }),
  );
  await watching;
  const half = Math.floor(memory.length / 2);
  return {
    pause,
    errors,
    p95: Object.fromEntries([...taken].map(([name, times]) => [name, percentile(times, 95)])),
    memory: { half: memory[half], end: memory.at(-1), most: Math.max(...memory) },
  };
}

const pages = await pagesOf();
const measured = [];
for (const page of pages) {
  progress(page.name);
  await measurePage(page, 8, 2);
  const runs = [];
  for (const many of users) runs.push(await measurePage(page, many, seconds));
  measured.push({ name: page.name, runs });
}
const ofOfficers = pages.slice(3);
const mixed = [];
for (const pause of brief ? [] : [pauseMs, 0]) {
  progress(`32 officers for ${mixedSeconds} s, ${pause / 1000} s between pages`);
  mixed.push(await measureMixed(ofOfficers, pause));
}
process.stdout.write(`${JSON.stringify({ measured, mixed })}\n`);
