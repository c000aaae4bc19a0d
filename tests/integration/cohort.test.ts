import { readFileSync } from "node:fs";
import { wrongCounters } from "@tests/integration/demo-world";
import { setToday } from "@tests/integration/desk-world";
import { holderRow, insert, onDatabase, type Row } from "@tests/security/world";
import { beforeAll, expect, it } from "vitest";
import { withJobClient } from "@/server/imports/job-connection";
import { keepCohort } from "@/server/jobs/cohort";
import { batch, saveOfficers } from "./coverage-care";
import { saveHolder, write } from "./coverage-write";

/** The invented set of 2562 with the rows that its migration would write. */
const nextRules = readFileSync("tests/builders/rules-2019.sql", "utf8");

const people: Record<string, Row> = {
  poor: { income_2559_satang: 1_000_000, birth_date: "1970-01-01" },
  between: { income_2559_satang: 3_200_000, birth_date: "1970-01-01" },
  older: { income_2559_satang: 1_000_000, birth_date: "1955-06-01" },
  old: { income_2559_satang: 1_000_000, birth_date: "1940-06-01" },
  unknown: { income_2559_satang: 6_000_000, birth_date: null },
};
const names = Object.keys(people);
const ids = new Map<string, string>();

const query = (sql: string, values: unknown[] = []) =>
  onDatabase(async (client) => (await client.query(sql, values)).rows);
const keep = (day: string, chunk?: number) =>
  withJobClient((client) => keepCohort(client, day, chunk));
async function cohort() {
  const rows = await query(
    "SELECT id, rules_version, income_band, age_class, must_reach FROM holder",
  );
  return Object.fromEntries(
    names.map((name) => {
      const row = rows.find(({ id }) => id === ids.get(name));
      return [name, [row?.rules_version, row?.income_band, row?.age_class, row?.must_reach]];
    }),
  );
}
const of2018 = {
  poor: ["2018-01-09", "up_to_30000", "up_to_60", true],
  between: ["2018-01-09", "over_30000", "up_to_60", false],
  older: ["2018-01-09", "up_to_30000", "over_60", false],
  old: ["2018-01-09", "up_to_30000", "over_60", false],
  unknown: ["2018-01-09", "over_30000", "up_to_60", false],
};
const of2019 = {
  poor: ["2019-01-08", "up_to_40000", "up_to_65", true],
  between: ["2019-01-08", "up_to_40000", "up_to_65", true],
  older: ["2019-01-08", "up_to_40000", "up_to_65", true],
  old: ["2019-01-08", "up_to_40000", "over_65", false],
  unknown: ["2019-01-08", "over_40000", "up_to_65", false],
};

beforeAll(async () => {
  await setToday("2018-02-20");
  await saveOfficers();
  await onDatabase(async (client) => {
    for (const name of names) {
      const row = holderRow("5401", batch, people[name]);
      await insert(client, "holder", row);
      ids.set(name, row.id as string);
    }
  });
});

it("is worked out when somebody comes in, and nobody writes it by hand", async () => {
  expect(await cohort()).toEqual(of2018);
  await query(
    "UPDATE holder SET must_reach = true, income_band = 'over_30000', age_class = 'up_to_60'",
  );
  expect(await cohort()).toEqual(of2018);
});

it("refuses an income above every ceiling", async () => {
  const above = holderRow("5401", batch, { income_2559_satang: 10_000_001 });
  await expect(onDatabase((client) => insert(client, "holder", above))).rejects.toMatchObject({
    code: "23514",
  });
});

it("stays with its set until the next one takes effect; then the job keeps everybody anew, in chunks, once", async () => {
  await query(nextRules);
  expect(await keep("2019-01-14")).toBe(0);
  expect(await cohort()).toEqual(of2018);

  expect(await keep("2019-01-15", 2)).toBe(names.length);
  expect(await cohort()).toEqual(of2019);
  expect(await wrongCounters()).toEqual([]);
  expect(await keep("2019-01-15")).toBe(0);
  expect(
    await query(
      "SELECT subject_id AS version, (detail->>'people')::int AS people FROM audit.event WHERE action = 'cohort.keep' ORDER BY at",
    ),
  ).toEqual([2, 2, 1].map((people) => ({ version: "2019-01-08", people })));
});

it("is worked out by the set of the day for who comes in under it, up to its ceiling", async () => {
  await setToday("2019-02-05");
  const row = holderRow("5401", batch, { income_2559_satang: 11_000_000 });
  await onDatabase((client) => insert(client, "holder", row));
  expect(
    await query("SELECT rules_version, income_band FROM holder WHERE id = $1", [row.id]),
  ).toEqual([{ rules_version: "2019-01-08", income_band: "over_40000" }]);
});

it("judges coming to the desk by the set of the day on the form: old answers stay, new ones follow the new window", async () => {
  await onDatabase(async (client) => {
    for (const [on, state] of [
      ["2018-02-28", "met_in_february"],
      ["2018-03-10", "unassigned"],
      ["2019-01-15", "met_in_february"],
      ["2019-01-31", "met_in_february"],
      ["2019-02-01", "unassigned"],
    ] as const) {
      const holder = await saveHolder(client);
      await write(client, holder, { at: "desk", answer: "yes", on, confirmation: null });
      const { rows } = await client.query("SELECT state FROM holder WHERE id = $1", [holder.id]);
      expect({ on, state: rows[0].state }).toEqual({ on, state });
    }
  });
});
