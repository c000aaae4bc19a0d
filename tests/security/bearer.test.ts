import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { linkSteps, referralStepNames, referralSteps } from "@/domain/referral";
import { buildWorld } from "./build-world";
import { type Answer, enter } from "./enter";
import { onDatabase, type Row, type World } from "./world";
import { linkRow } from "./world-referrals";

/**
 * The holder of a one-time link at the second wall, with any SQL and without WHERE: they see that one person's
 * referral and nothing else of any table, and write nothing but the answer.
 */
let world: World;
let link: Row;
let bearer: Actor;
let columns: { table: string; column: string }[];
beforeAll(async () => {
  world = await buildWorld();
  link = world.rows.referral_link?.[0] as Row;
  bearer = bearerOf(link);
  columns = await onDatabase(
    async (client) =>
      (
        await client.query(
          `SELECT table_name AS table, column_name AS column FROM information_schema.columns
           WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1, 2`,
        )
      ).rows,
  );
});

function bearerOf({ id, province_code, district_code }: Row): Actor {
  return {
    id: id as string,
    login: "-",
    name: "-",
    role: "link_bearer",
    position: "-",
    provinceCode: province_code as string,
    districtCode: district_code as string,
    agency: null,
  };
}
const as = (actor: Actor, sql: string, values: unknown[] = []): Promise<Answer> =>
  onDatabase((client) => enter(client, actor, sql, values));

/** Names of places and the programme's date: of nobody. */
const ofNobody = ["district", "province", "setting", "subdistrict"];
const seen = {
  referral:
    "agency,answers,consent_withdrawn_on,district_code,holder_name,holder_phone,holder_place,id,next_on,project,province_code,sender_name,sender_phone,sent_on,state",
  referral_link: "id,referral_id,used_at",
};

describe("the bearer of a link", () => {
  it("reads of his referral what the agency has to know, and of nothing else a column", async () => {
    const readable = new Map<string, string[]>();
    await onDatabase(async (client) => {
      for (const { table, column } of columns) {
        const { rows } = await enter(client, bearer, `SELECT "${column}" FROM "${table}" LIMIT 1`);
        if (rows) readable.set(table, [...(readable.get(table) ?? []), column]);
      }
    });
    for (const table of ofNobody) readable.delete(table);
    // The link holder's own answers, to recognise one that is sent twice.
    expect(await as(bearer, "SELECT * FROM command_receipt")).toEqual({ rows: [] });
    readable.delete("command_receipt");
    expect(Object.fromEntries([...readable].map(([table, own]) => [table, own.join()]))).toEqual(
      seen,
    );
  });

  it("sees one referral, his, and one link, his", async () => {
    expect(world.rows.referral_link?.length).toBeGreaterThan(3);
    for (const other of world.rows.referral_link ?? []) {
      const one = bearerOf(other);
      expect((await as(one, `SELECT id FROM referral`)).rows).toEqual([{ id: other.referral_id }]);
      expect((await as(one, `SELECT id FROM referral_link`)).rows).toEqual([{ id: other.id }]);
    }
  });

  it("sees nothing with a link that was used, and with one that nobody made", async () => {
    const used = linkRow(
      { ...world.rows.referral?.[0], id: link.referral_id },
      link.recorded_by_id as string,
      {
        used_at: "2018-02-22",
      },
    );
    await onDatabase((client) =>
      client.query(
        `INSERT INTO referral_link (${Object.keys(used).join()}) VALUES (${Object.keys(used).map((_, nth) => `$${nth + 1}`)})`,
        Object.values(used),
      ),
    );
    for (const id of [used.id as string, "00000000-0000-4000-8000-00000000000f"])
      expect(await as({ ...bearer, id }, "SELECT id FROM referral")).toEqual({ rows: [] });
  });

  it("adds and deletes nothing of any table, and changes nothing but what an answer is", async () => {
    await onDatabase(async (client) => {
      for (const table of new Set(columns.map((one) => one.table)))
        for (const sql of [`INSERT INTO "${table}" DEFAULT VALUES`, `DELETE FROM "${table}"`])
          expect(await enter(client, bearer, sql), sql).toEqual({ refused: "42501" });
      const { rows } = await client.query<{ may: string }>(
        `SELECT 'insert ' || c.relname AS may FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
           AND has_any_column_privilege('r_link_bearer', c.oid, 'INSERT')
         UNION ALL SELECT 'update ' || table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public'
           AND has_column_privilege('r_link_bearer', format('public.%I', table_name), column_name, 'UPDATE') ORDER BY 1`,
      );
      expect(rows.map(({ may }) => may)).toEqual([
        "insert command_receipt", // of his own answer, below
        "update referral.changed_by_id",
        "update referral.changed_by_link_id",
        "update referral.changed_on",
        "update referral.next_on",
        "update referral.state",
        "update referral.step",
        "update referral.words",
      ]);
    });
    const receipt = (actor: string) =>
      as(
        bearer,
        "INSERT INTO command_receipt (id, actor_id, action, input_hash, outcome) VALUES (gen_random_uuid(), $1, 'x', '00', '{}') RETURNING actor_id",
        [actor],
      );
    expect(await receipt(bearer.id)).toEqual({ rows: [{ actor_id: bearer.id }] });
    expect(await receipt(link.recorded_by_id as string)).toEqual({ refused: "42501" });
  });

  it("answers for that one person, in the steps of a link and under its own name", async () => {
    for (const step of referralStepNames) {
      const answered = await answer(step, bearer.id);
      if ((linkSteps as readonly string[]).includes(step))
        expect(answered.rows, step).toEqual([{ id: link.referral_id }]);
      else expect(answered.refused, step).toBe("42501");
    }
    const other = world.rows.referral_link?.[1]?.id as string;
    expect((await answer("accept", other)).refused).toBe("42501");
    expect((await answer("accept", null)).refused).toBe("42501");
  });
});

/** Every referral that the link holder can see. */
function answer(step: (typeof referralStepNames)[number], linkId: string | null) {
  return as(
    bearer,
    `UPDATE referral SET step = $1, state = $2, words = 'ตอบทางลิงก์', next_on = $3, changed_on = '2018-02-22', changed_by_id = NULL,
       changed_by_link_id = $4 RETURNING id`,
    [step, referralSteps[step].to, step === "refuse" ? null : "2018-03-20", linkId],
  );
}
