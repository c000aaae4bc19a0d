import { onDatabase } from "@tests/security/world";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import {
  type CoverageFacts,
  type CoverageState,
  coverageBlocks,
  coverageState,
  coverageStates,
  sumCoverage,
} from "@/domain/caseload";
import { isReached } from "@/domain/rules/outreach";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { bandOf } from "@/domain/rules/top-up";
import { colleague, saveOfficers } from "./coverage-care";
import { days, factsOf, kindOf, kinds, step, storable } from "./coverage-steps";
import { saveHolder, write } from "./coverage-write";

const [rules] = ruleSetsOfCode;

/** What the triggers keep (docs/decisions/0008) is what the domain says. */
const walkIn = rules.walkIn.value;
const none: CoverageFacts = {
  deceased: false,
  cardCancelled: false,
  movedAway: false,
  latestAnswer: null,
  interviewed: false,
  refusals: [],
  away: false,
  attempted: false,
  scheduled: false,
  hasOfficer: false,
};

beforeAll(saveOfficers);

it("says of every answer what the domain says", async () => {
  const cases = [
    null,
    ...days.flatMap((on) => [
      { on, at: "desk" as const },
      { on, at: "interview" as const },
    ]),
  ]
    .flatMap((form) =>
      form
        ? [
            { ...form, answer: "yes" as const },
            { ...form, answer: "no" as const },
          ]
        : [null],
    )
    .flatMap((latestAnswer) =>
      [true, false].flatMap((interviewed) =>
        [[], ["2018-02-14"], ["2018-02-01", "2018-02-14"], ["2018-03-01", "2018-01-31"]].map(
          (refusals) => ({ ...none, latestAnswer, interviewed, refusals }),
        ),
      ),
    );
  expect(cases).toHaveLength(200);
  await onDatabase(async (client) => {
    for (const facts of cases) {
      const { latestAnswer } = facts;
      const { rows } = await client.query(
        "SELECT coalesce(app.answer_state_of($1, $2, $3, $4, $5), $6) AS state",
        [
          latestAnswer?.answer ?? null,
          facts.interviewed,
          latestAnswer?.at === "desk",
          latestAnswer?.on ?? null,
          facts.refusals.length > 1 ? facts.refusals.toSorted().at(-1) : null,
          facts.refusals.length > 0 ? "refused_interview" : "unassigned",
        ],
      );
      expect({ facts, state: rows[0].state }).toEqual({
        facts,
        state: coverageState(facts, walkIn),
      });
    }
  });
});

it("is kept after every form, visit, report, decision, correction, move, undo and transfer, in any order", async () => {
  const reached = new Set<string>();
  const taken = new Set<string>();
  await onDatabase(async (client) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 9 }), async (drawn) => {
        const steps = storable(drawn);
        const holder = await saveHolder(client);
        for (const [index, each] of steps.entries()) {
          await write(client, holder, each);
          taken.add(kindOf(each));
          const facts = factsOf(steps.slice(0, index + 1));
          const { rows } = await client.query(
            "SELECT state, latest_answer FROM holder WHERE id = $1",
            [holder.id],
          );
          reached.add(rows[0].state);
          expect(rows[0]).toEqual({
            state: coverageState(facts, walkIn),
            latest_answer: facts.latestAnswer?.answer ?? null,
          });
        }
      }),
      { numRuns: 600, seed: 2561 },
    );
  });
  expect([...reached].sort()).toEqual([...coverageStates].sort());
  expect([...taken].sort()).toEqual([...kinds].sort());
});

it("counts nobody before his paper is confirmed, and takes him back when it is rejected", async () => {
  await onDatabase(async (client) => {
    const holder = await saveHolder(client);
    const stateAfter = async (change: string) => {
      await client.query(change, [holder.id]);
      return (await client.query("SELECT state FROM holder WHERE id = $1", [holder.id])).rows[0]
        .state;
    };
    await write(client, holder, {
      at: "desk",
      answer: "yes",
      on: "2018-02-14",
      confirmation: "pending",
    });
    expect(await stateAfter("SELECT $1::uuid")).toBe("unassigned");
    const confirm = (answer: string) =>
      `UPDATE intent SET confirmation = '${answer}', confirmed_by_id = '${colleague.id}' WHERE holder_id = $1`;
    expect(await stateAfter(confirm("confirmed"))).toBe("met_in_february");
    expect(await stateAfter(confirm("rejected"))).toBe("unassigned");
  });
});

it("the blocks sum to the cohort: answered, met and waiting, to be met and released are everybody", async () => {
  await onDatabase(async (client) => {
    const { rows } = await client.query<{ state: CoverageState; people: number }>(
      "SELECT state, sum(people)::int AS people FROM holder_tally GROUP BY 1",
    );
    const { blocks, total } = sumCoverage(rows);
    const everybody = await client.query("SELECT count(*)::int AS people FROM holder");
    expect(coverageBlocks.reduce((sum, block) => sum + blocks[block], 0)).toBe(
      everybody.rows[0].people,
    );
    expect(total).toBe(everybody.rows[0].people);
    for (const block of coverageBlocks) expect(blocks[block]).toBeGreaterThan(0);
  });
});

it("a corrected income moves people in and out of the cohort, never out of the count", async () => {
  await onDatabase(async (client) => {
    const { rows } = await client.query<{
      satang: number;
      band: string;
      age_class: string;
      must_reach: boolean;
    }>(`SELECT coalesce(corrected_income_satang, earlier_income_satang, income_2559_satang) AS satang, income_band AS band,
      age_class, must_reach FROM holder`);
    for (const { satang, band, age_class, must_reach } of rows)
      expect({ band, must_reach }).toEqual({
        band: bandOf(rules, satang).id,
        must_reach: isReached(rules, satang, age_class),
      });
    const reached = (yes: boolean) => rows.filter(({ must_reach }) => must_reach === yes).length;
    const tally = await client.query(
      "SELECT must_reach, sum(people)::int AS people FROM holder_tally GROUP BY 1 ORDER BY 1",
    );
    expect(tally.rows).toEqual([
      { must_reach: false, people: reached(false) },
      { must_reach: true, people: reached(true) },
    ]);
    const { rows: ends } = await client.query(
      "SELECT status, count(*)::int AS people FROM correction GROUP BY 1 ORDER BY 1",
    );
    expect(ends.map(({ status }) => status)).toEqual(["approved", "closed", "rejected"]);
  });
});

it("the counters equal a full count of the register", async () => {
  await onDatabase(async (client) => {
    const { rows } = await client.query(`
      WITH counted AS (SELECT province_code, district_code, subdistrict_code,
        coalesce(account_officer_id, '00000000-0000-0000-0000-000000000000') AS account_officer_id, age_class,
        income_band, must_reach, state, coalesce(latest_answer, 'none') AS latest_answer, interviewed_on IS NOT NULL AS interviewed,
        occupation_group, first_yes_on IS NOT NULL AS said_yes, count(*)::int AS people FROM holder
        GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
      tally AS (SELECT province_code, district_code, subdistrict_code, account_officer_id, age_class, income_band,
        must_reach, state, latest_answer, interviewed, occupation_group, said_yes, people FROM holder_tally)
      SELECT (SELECT count(*)::int FROM counted) AS groups,
        (SELECT count(*)::int FROM (TABLE counted EXCEPT TABLE tally) a) AS missing,
        (SELECT count(*)::int FROM (TABLE tally EXCEPT TABLE counted) b) AS surplus`);
    expect(rows[0].groups).toBeGreaterThan(5);
    expect(rows[0]).toMatchObject({ missing: 0, surplus: 0 });
  });
});
