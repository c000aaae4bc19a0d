import { readFileSync } from "node:fs";
import { twoRuleSets as sets } from "@tests/builders/rules-2019";
import { onDatabase } from "@tests/security/world";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { addDays } from "@/domain/calendar";
import { ageClassOf, isIn, isMustReach } from "@/domain/rules/outreach";
import type { RuleSet } from "@/domain/rules/rule-set";
import { rulesOn } from "@/domain/rules/sets";
import { bandOf, countingYes } from "@/domain/rules/top-up";

/** The rule rows in SQL equal the data of the rule sets, and SQL decides by them as the domain does. */
const rows = async (sql: string, values: unknown[] = []) =>
  onDatabase(async (client) => (await client.query(sql, values)).rows);

// The sets of the code stand in the database by their migrations; the invented one comes as its migration would write it.
beforeAll(() => rows(readFileSync("tests/builders/rules-2019.sql", "utf8")));

it("keeps of each set the values that SQL needs", async () => {
  expect(
    await rows(`SELECT version, in_force_from::text, income_ceiling_satang, must_reach_income_up_to_satang, must_reach_age_up_to,
      must_reach_age_on::text, age_class_up_to, age_class_over, walk_in_from::text, walk_in_until::text, yes_counts_from::text, trigger
      FROM app.rule_set ORDER BY in_force_from`),
  ).toEqual(
    sets.map((rules) => ({
      version: rules.version,
      in_force_from: rules.inForceFrom,
      income_ceiling_satang: rules.incomeCeilingSatang.value,
      must_reach_income_up_to_satang: rules.mustReach.incomeUpToSatang.value,
      must_reach_age_up_to: rules.mustReach.ageUpTo.value,
      must_reach_age_on: rules.mustReach.ageOn.value,
      age_class_up_to: rules.mustReach.ages.upTo.id,
      age_class_over: rules.mustReach.ages.over.id,
      walk_in_from: rules.walkIn.value.from,
      walk_in_until: rules.walkIn.value.until,
      yes_counts_from: rules.topUp.yesCountsFrom.value,
      trigger: rules.topUp.trigger.value,
    })),
  );
  expect(
    await rows(`SELECT version, id, income_up_to_satang FROM app.rule_band JOIN app.rule_set USING (version)
      ORDER BY in_force_from, position`),
  ).toEqual(
    sets.flatMap(({ version, incomeBands }) =>
      incomeBands.map(({ id, incomeUpToSatang }) => ({
        version,
        id,
        income_up_to_satang: incomeUpToSatang.value,
      })),
    ),
  );
});

it("keeps of each set its rounds of follow-up", async () => {
  expect(
    await rows(`SELECT version, id, from_on::text AS from, until_on::text AS until FROM app.rule_round
      JOIN app.rule_set USING (version) ORDER BY in_force_from, from_on`),
  ).toEqual(
    sets.flatMap(({ version, followUpRounds }) =>
      followUpRounds.value.map(({ id, from, until }) => ({ version, id, from, until })),
    ),
  );
});

it("never changes a row of a set", async () => {
  for (const change of [
    "UPDATE app.rule_set SET walk_in_until = '2018-03-31'",
    "DELETE FROM app.rule_band",
    "UPDATE app.rule_round SET until_on = '2018-07-31'",
  ])
    await expect(rows(change)).rejects.toThrow("is never changed");
});

/** From after the set's day to 120 years before it. */
const bornBefore = ({ mustReach }: RuleSet) =>
  fc.integer({ min: -25, max: 366 * 121 }).map((days) => addDays(mustReach.ageOn.value, -days));

/** Around the lines and anywhere. */
function incomesOf(rules: RuleSet) {
  const lines = [
    rules.mustReach.incomeUpToSatang.value,
    ...rules.incomeBands.flatMap(({ incomeUpToSatang }) => incomeUpToSatang.value ?? []),
  ];
  return fc.oneof(
    fc.constantFrom(...lines.flatMap((line) => [line - 1, line, line + 1])),
    fc.integer({ min: 0, max: rules.incomeCeilingSatang.value }),
  );
}

it.each(sets)(
  "works out the cohort of anybody as the domain does, by the set of $version",
  async (rules) => {
    await onDatabase((client) =>
      fc.assert(
        fc.asyncProperty(
          incomesOf(rules),
          fc.option(bornBefore(rules)),
          async (incomeSatang, birthDate) => {
            const { rows: found } = await client.query(
              "SELECT * FROM app.cohort_of($1, $2::date, NULL, $3)",
              [rules.version, birthDate, incomeSatang],
            );
            const { upTo, over } = rules.mustReach.ages;
            const isOver = ageClassOf(rules, birthDate) === over.id;
            expect(found).toEqual([
              {
                age_class: isOver ? over.id : upTo.id,
                income_band: bandOf(rules, incomeSatang).id,
                must_reach: isMustReach(rules, { incomeSatang, birthDate }),
              },
            ]);
          },
        ),
        { numRuns: 300, seed: 2561 },
      ),
    );
  },
);

it.each(sets)("knows the window of the desk, by the set of $version", async ({ walkIn }) => {
  const { from, until } = walkIn.value;
  for (const day of [addDays(from, -1), from, until, addDays(until, 1)])
    expect(await rows("SELECT app.in_walk_in($1::date) AS within", [day])).toEqual([
      { within: isIn(walkIn.value, day) },
    ]);
});

it("knows whether a yes of a day counts, by the rules of the day as the domain does", async () => {
  const edges = sets.flatMap(({ topUp }) => topUp.yesCountsFrom.value);
  for (const on of edges.flatMap((day) => [addDays(day, -1), day]))
    for (const form of ["intent", "assessment"]) {
      const yes =
        form === "intent" ? { intentOn: on, assessedOn: null } : { intentOn: null, assessedOn: on };
      expect(await rows("SELECT app.yes_counts($1::date, $2) AS counts", [on, form])).toEqual([
        { counts: "on" in countingYes(rulesOn(sets, on), yes) },
      ]);
    }
});
