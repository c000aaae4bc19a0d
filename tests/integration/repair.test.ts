import { onDatabase } from "@tests/security/world";
import { afterAll, expect, it } from "vitest";
import { pictureOf } from "../../scripts/picture.mjs";
import { migrateTo, migrationNames, newDatabase, textOfMigration, upgrade } from "./upgrade-world";

/**
 * Seven commits of November 2026 edited migrations that had landed. Here are the texts as they were before, and a
 * database that was made by them becomes the same as a new one by `20261129…_repair`.
 */
const edited: Record<string, [now: string, before: string][]> = {
  "20180109000002_walls": [
    [
      `GRANT SELECT (id, province_code, number, programme_on, finished_at, undone_at) ON import_batch
  TO r_district_chief, r_district_secretary, r_account_officer;`,
      "",
    ],
    [
      `CREATE POLICY case_file_read ON import_batch FOR SELECT TO r_district_chief, r_district_secretary, r_account_officer
  USING (province_code = (SELECT app.province()));`,
      "",
    ],
  ],
  "20180110000001_everyone": [
    [
      "ON delegation TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_receiving_officer, r_account_officer;",
      "ON delegation TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_account_officer;",
    ],
    [
      "ON delegation FOR SELECT TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_receiving_officer, r_account_officer\n",
      "ON delegation FOR SELECT TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_account_officer\n",
    ],
  ],
  "20180123000000_referrals": [
    [
      "r_district_secretary, r_receiving_officer,\n  r_account_officer, r_agency_officer, sukjai_keeper;",
      "r_district_secretary, r_account_officer,\n  r_agency_officer, sukjai_keeper;",
    ],
    [
      "  r_receiving_officer, r_account_officer USING (province_code = (SELECT app.province()));\nCREATE POLICY agency_read ON project_capacity",
      "  r_account_officer USING (province_code = (SELECT app.province()));\nCREATE POLICY agency_read ON project_capacity",
    ],
    [
      `  -- One answer for many is one moment: among them the longest sent comes first.
  NEW.waiting_since := CASE WHEN NEW.state = 'waiting_list' THEN statement_timestamp() END;`,
      "  NEW.waiting_since := CASE WHEN NEW.state = 'waiting_list' THEN clock_timestamp() END;",
    ],
  ],
  "20180124000000_followups": [
    [`    "income_up" BOOLEAN GENERATED ALWAYS AS (income_now > income_then) STORED,\n`, ""],
    ["coalesce(income_up, false)", "coalesce(income_now > income_then, false)"],
  ],
  "20180126000000_acts": [
    [
      `    -- Says nothing without the holder: an undone import takes it along.
    holder_id uuid PRIMARY KEY REFERENCES holder(id) ON DELETE CASCADE`,
      "    holder_id uuid PRIMARY KEY REFERENCES holder(id) ON DELETE RESTRICT",
    ],
  ],
};

function textBefore(name: string): string {
  return (edited[name] ?? []).reduce((text, [now, before]) => {
    if (!text.includes(now)) throw new Error(`${name} has no longer: ${now}`);
    return text.replace(now, () => before);
  }, textOfMigration(name));
}

/** The last migration that had landed when the old ones were edited for the last time. */
const landed = migrationNames().filter((name) => name < "2026");

const database = await newDatabase();
afterAll(database.drop);

/** The schema's text by its lines: a column that was added later is at another place in its table. */
const linesOf = (picture: Record<string, string>) =>
  Object.entries(picture)
    .flatMap(([file, text]) =>
      text.split("\n").map((line) => `${file}: ${line.trim().replace(/,$/, "")}`),
    )
    .sort();

/** A line of each fault, which such a database does not have. */
const repaired = [
  "operations.sql: CREATE POLICY case_file_read ON import_batch FOR SELECT TO r_account_officer, r_district_chief, r_district_secretary",
  "everyone.sql: CREATE POLICY colleagues ON delegation FOR SELECT TO r_account_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer, r_receiving_officer",
  "referrals.sql: CREATE POLICY province_read ON project_capacity FOR SELECT TO r_account_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer, r_receiving_officer",
  "referrals.sql: NEW.waiting_since := CASE WHEN NEW.state = 'waiting_list' THEN statement_timestamp() END;",
  "followups.sql: income_up boolean GENERATED ALWAYS AS ((income_now > income_then)) STORED",
  "app.sql: CONSTRAINT last_act_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE CASCADE",
];

it("a database of the earlier texts becomes the same as a new one", async () => {
  await migrateTo(database.DATABASE_URL, landed, textBefore);
  const picture = () => onDatabase(pictureOf, database.ADMIN_URL).then(linesOf);
  const right = linesOf(await onDatabase(pictureOf));
  const before = await picture();
  for (const line of repaired) expect(right, line).toContain(line);
  expect(before.filter((line) => repaired.includes(line))).toEqual([]);
  await upgrade(database.DATABASE_URL, landed);
  expect(await picture()).toEqual(right);
}, 180_000);
