import { randomUUID } from "node:crypto";
import { demoAnswers } from "@tests/builders/demo-answers";
import { demoOfficers } from "@tests/builders/demo-officers";
import { seededRandom } from "@tests/builders/random";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addDays } from "@/domain/calendar";
import { submitAssessment } from "@/server/assessments/commands";
import { execute } from "@/server/command";
import { decideAllAgain, findUndecided } from "@/server/entitlements/proof";
import { askOn } from "@/server/imports/job-connection";
import { runInForce } from "@/server/jobs/in-force";
import { countEntries } from "@/server/ministry/counts";
import { loadRuleSets } from "@/server/rules/load";
import { disconnect, scoped } from "@/server/scope";
import { advanceClock } from "@/server/settings/commands";
import { asSuperuser, loadedDemo, signedIn } from "./demo-world";

/**
 * In every month of the demo nobody with a counting yes is without a decision, none has two for one yes, and nobody is
 * missing from the list that the Ministry is told.
 */
const months = ["2018-02-26", "2018-03-14", "2018-06-15", "2018-09-14"] as const;
const owner = new Client({ connectionString: process.env.DATABASE_URL });
const random = seededRandom("decisions of the demo");

beforeAll(async () => {
  await loadedDemo();
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await disconnect();
});

/** Some of a caseload say yes at an interview today, who had not said it before. */
async function sayYes(today: string) {
  const officer = await signedIn("baac.mueang");
  const people = await asSuperuser<{ id: string }>(
    `SELECT id FROM holder WHERE account_officer_id = $1 AND first_yes_on IS NULL AND interviewed_on IS NULL
       AND counted AND departure IS NULL ORDER BY id LIMIT 5`,
    [officer.id],
  );
  for (const { id } of people) {
    const answers = {
      ...demoAnswers(random, { wish: "yes", on: today }),
      nextContactOn: addDays(today, 14),
    };
    const input = { holderId: id, version: 0, answers };
    const sent = await execute(submitAssessment, officer, { id: randomUUID(), input });
    expect(sent).toMatchObject({ ok: true });
  }
  return people.length;
}

/** The sum of every counting yes, from the days and incomes alone: what the papers say, without the product's rules. */
const sums = `SELECT sum((12 - extract(month FROM h.first_yes_on)) * CASE WHEN h.income_2559_satang <= 3000000 THEN 20000 ELSE 10000 END)::text AS satang,
    count(*)::int AS people FROM holder h WHERE h.counted AND h.first_yes_on IS NOT NULL`;

it("as it is loaded, before a worker has run", async () => {
  expect(await findUndecided(owner, 5)).toEqual([]);
});

it.each(months)("on %s", async (month) => {
  if (month !== months[0]) {
    const input = { to: month };
    const moved = await execute(advanceClock, await signedIn("console"), {
      id: randomUUID(),
      input,
    });
    expect(moved).toMatchObject({ ok: true });
    expect(await sayYes(month)).toBe(5);
  }
  await runInForce();
  expect(await findUndecided(owner, 5)).toEqual([]);
  const [due] = await asSuperuser(sums);
  const [stored] = await asSuperuser(
    `SELECT sum(d.satang)::text AS satang, count(*)::int AS people FROM entitlement_decision d
     JOIN holder h ON h.id = d.holder_id AND h.first_yes_on = d.yes_on WHERE h.counted`,
  );
  expect(stored).toEqual(due);
  expect(stored?.people).toBeGreaterThan(1000);
  expect(await decideAllAgain(owner, await loadRuleSets(askOn(owner)))).toMatchObject({
    wrong: [],
  });
  const [wishes] = await asSuperuser(
    `SELECT count(*)::int AS people, count(DISTINCT e.holder_id)::int AS once FROM ministry_entry e
     JOIN holder h ON h.id = e.holder_id AND h.first_yes_on = e.occurred_on WHERE e.kind = 'wish' AND e.stands AND e.counted`,
  );
  expect(wishes).toEqual({ people: due?.people, once: due?.people });
  // The districts' pages say the same number, for the demo has reported none of them.
  let said = 0;
  for (const { login } of demoOfficers.filter(({ role }) => role === "district_chief"))
    said += await scoped(
      await signedIn(login),
      async (scope) => (await countEntries(scope, scope.actor.districtCode)).wishes.unreported,
    );
  expect(said).toBe(due?.people);
  // Each form by its own day: nothing is left on the notes, whichever command it was.
  expect(await asSuperuser("SELECT FROM app.undecided")).toEqual([]);
});
