import { beforeAll, describe, expect, it } from "vitest";
import type { Actor, Role } from "@/domain/policy";
import { roles } from "@/domain/policy";
import { buildWorld } from "./build-world";
import { enter } from "./enter";
import { expected, keyOf, nothing } from "./oracle";
import { onDatabase, type World } from "./world";

/**
 * The second wall by itself: SQL as each role without any WHERE sees exactly what the oracle says.
 */
let world: World;
beforeAll(async () => {
  world = await buildWorld();
});

describe.each(Object.entries(expected))("%s", (table, line) => {
  it("shows each role its own rows and no other", async () => {
    const key = keyOf[table] ?? "id";
    const rows = world.rows[table] ?? [];
    expect(rows.length).toBeGreaterThan(0);
    await onDatabase(async (client) => {
      for (const actor of world.officers) {
        const sees = line[actor.role];
        const seen = await enter(client, actor, `SELECT ${key} AS key FROM ${table} ORDER BY 1`);
        const where = `${table} as ${actor.role} of ${actor.districtCode ?? actor.provinceCode}`;
        if (!sees) expect(seen, where).toEqual({ refused: "42501" });
        else {
          const right = rows.filter((row) => sees(actor, row, world)).map((row) => row[key]);
          const own = new Set(rows.map((row) => row[key]));
          const got = seen.rows?.map((row) => row.key).filter((found) => own.has(found));
          expect(got?.sort(), where).toEqual(right.sort());
        }
      }
    });
  });
});

it("lets everybody read the areas and the settings", async () => {
  await onDatabase(async (client) => {
    for (const actor of world.officers)
      for (const table of ["province", "district", "subdistrict", "setting"])
        expect(
          (await enter(client, actor, `SELECT 1 FROM ${table} LIMIT 1`)).rows,
          table,
        ).toHaveLength(1);
  });
});

it("knows every table: one that is not in the list above fails here", async () => {
  const found = await onDatabase((client) =>
    client.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relkind IN ('r','p') AND relnamespace = 'public'::regnamespace",
    ),
  );
  const withoutPeople = [
    "_prisma_migrations",
    "district",
    "province",
    "subdistrict",
    "setting",
    "holder_tally",
    "entitlement_tally",
    "follow_up_tally",
    "funnel_tally",
    "funnel_days",
    "ministry_tally",
    "take_up_tally",
  ];
  expect(found.rows.map(({ name }) => name).sort()).toEqual(
    [...Object.keys(expected), ...withoutPeople].sort(),
  );
});

it("lets each role read only the columns that are its own", async () => {
  await onDatabase(async (client) => {
    const { rows } = await client.query<{ table: string; column: string }>(
      "SELECT table_name AS table, column_name AS column FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'",
    );
    for (const role of roles) {
      const actor = world.officers.find((one) => one.role === role) as Actor;
      const hidden = new Map<string, string[]>();
      const shown = new Set<string>();
      for (const { table, column } of rows) {
        const { refused } = await enter(
          client,
          actor,
          `SELECT "${column}" FROM "${table}" WHERE false`,
        );
        if (refused) hidden.set(table, [...(hidden.get(table) ?? []), column]);
        else shown.add(table);
      }
      // Tables of which a role reads a part: which part it does not.
      const parts = [...hidden]
        .filter(([table]) => shown.has(table))
        .map(([table, columns]) => `${table}: ${columns.sort()}`);
      expect(parts.sort(), role).toEqual(partly[role] ?? []);
    }
  });
});

const delivery =
  "import_batch: answers,area_choices,asked,changed,choice,columns,created,created_at,created_by_id,emptied,encoding,fault_at,file_bytes,file_name,file_sha256,header,job_id,judged,mended,merged_rows,missing,reading,reasons,rejected,rows_in,run_at,status,unchanged";
/** The desk faces the queue: no income, no band, no officer. A district knows of a delivery its number and date. */
const link = "referral_link: token_hash";
const partly: Partial<Record<Role, string[]>> = {
  governor: [link],
  provincial_officer: [link],
  district_chief: [delivery, link],
  district_secretary: [delivery, link],
  account_officer: [delivery, link],
  receiving_officer: [
    "holder: account_officer_code,account_officer_id,age_class,answer_state,assessed_group,changed_batch_id,corrected_house_no,corrected_income_satang,corrected_moo,corrected_name,corrected_occupation,corrected_subdistrict_code,created_at,created_batch_id,departure,earlier_income_satang,furthest,hindrance,income_2559_satang,income_band,income_in_force_satang,interviewed_on,ministry_occupation,must_reach,occupation_group,rules_version,state,visit_house_no,visit_moo,visit_subdistrict_code",
  ],
};

it.each([
  ["holder_tally", "holder"],
  ["entitlement_tally", "entitlement"],
])("counts in %s exactly those of table %s that a role may read", async (tallies, table) => {
  await onDatabase(async (client) => {
    for (const actor of world.officers) {
      const tally = await enter(
        client,
        actor,
        `SELECT coalesce(sum(people), 0)::int AS key FROM ${tallies}`,
      );
      const readers: Role[] = [
        "governor",
        "provincial_officer",
        "district_chief",
        "district_secretary",
        "account_officer",
      ];
      if (!readers.includes(actor.role)) expect(tally, actor.role).toEqual({ refused: "42501" });
      else {
        const sees = expected[table]?.[actor.role] ?? nothing;
        const right = (world.rows[table] ?? []).filter((row) => sees(actor, row, world)).length;
        expect(tally.rows, actor.role).toEqual([{ key: right }]);
      }
    }
  });
});

it("shows nothing to the login that has entered no role", async () => {
  await onDatabase(async (client) => {
    for (const table of Object.keys(expected))
      await expect(client.query(`SELECT 1 FROM ${table}`), table).rejects.toMatchObject({
        code: "42501",
      });
  }, process.env.DATABASE_APP_URL);
});

it("shows a role without a place nothing", async () => {
  const lost: Actor = { ...(world.officers[0] as Actor), provinceCode: null, districtCode: null };
  await onDatabase(async (client) => {
    for (const role of [
      "governor",
      "district_chief",
      "receiving_officer",
      "account_officer",
    ] as const) {
      const actor = { ...lost, role, id: "00000000-0000-4000-8000-00000000000f" };
      expect(await enter(client, actor, "SELECT id FROM holder"), role).toEqual({ rows: [] });
    }
  });
});
