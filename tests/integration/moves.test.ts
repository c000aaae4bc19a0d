import { randomUUID } from "node:crypto";
import { insert, onDatabase } from "@tests/security/world";
import { visitRow } from "@tests/security/world-casework";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { suggestDistrictBalance } from "@/server/caseload/balance";
import { balanceCaseloads, moveHolders, undoMove } from "@/server/caseload/commands";
import { countByOfficer, listMoves } from "@/server/caseload/moves";
import { listCaringOfficers } from "@/server/caseload/queries";
import { execute } from "@/server/command";
import { scoped } from "@/server/scope";
import {
  buildCaseloadWorld,
  type CaseloadWorld,
  query,
  savePeople,
  stateDigest,
  wrongTally,
} from "./caseload-world";
import { setToday } from "./desk-world";

const tenThousand = 10_000;
let world: CaseloadWorld;
beforeAll(async () => {
  world = await buildCaseloadWorld();
  await savePeople(world, tenThousand);
  await savePeople(world, 300, "540102");
  await setToday("2018-02-26");
});

type MoveInput = { filter?: Record<string, string>; picked?: string[]; code?: string };
const move = (actor: Actor, expected: number, { filter = {}, picked = [], code }: MoveInput = {}) =>
  execute(moveHolders, actor, {
    id: randomUUID(),
    input: { filter, picked, officerCode: code ?? world.codes[0], reason: null, expected },
  });
const undo = (actor: Actor, moveId: string) =>
  execute(undoMove, actor, { id: randomUUID(), input: { moveId } });
const idOf = (moved: Awaited<ReturnType<typeof move>>) => {
  if (!moved.ok) throw new Error(JSON.stringify(moved));
  return (moved.value as { moveId: string }).moveId;
};
const ofOfficer = async (officer: Actor) =>
  (
    await query<{ n: number }>(
      "SELECT count(*)::int AS n FROM holder WHERE account_officer_id = $1",
      [officer.id],
    )
  )[0]?.n;
const whole = { subdistrict: "540101" };

describe("a move of 10,000 cases", () => {
  it("is one move of all of them, and its undo restores everything exactly", async () => {
    const before = await stateDigest();
    const began = performance.now();
    const moveId = idOf(await move(world.secretary, tenThousand, { filter: whole }));
    const moved = performance.now();
    expect(await ofOfficer(world.officers[0])).toBe(tenThousand);
    expect(await wrongTally()).toEqual([]);
    expect(await stateDigest()).not.toBe(before);

    const again = performance.now();
    expect(await undo(world.chief, moveId)).toMatchObject({
      ok: true,
      value: { people: tenThousand },
    });
    const undone = performance.now();
    expect(await stateDigest()).toBe(before);
    expect(await wrongTally()).toEqual([]);
    process.stdout.write(
      `a move of 10,000: ${Math.round(moved - began)} ms, its undo: ${Math.round(undone - again)} ms\n`,
    );
    expect(await undo(world.chief, moveId)).toMatchObject({ ok: false, code: "CONFLICT" });
  });

  it("leaves nothing half done where it fails in the middle", async () => {
    const before = await stateDigest();
    const moves = await query("SELECT id FROM caseload_move");
    await query(`CREATE FUNCTION public.fall_over() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF NEW.search_name = 'บุญมี ใจดี5000' THEN RAISE EXCEPTION 'the injected failure'; END IF; RETURN NEW; END $$`);
    await query(
      "CREATE TRIGGER fall_over BEFORE UPDATE ON holder FOR EACH ROW EXECUTE FUNCTION public.fall_over()",
    );
    try {
      await expect(move(world.secretary, tenThousand, { filter: whole })).rejects.toThrow(
        "injected",
      );
    } finally {
      await query("DROP TRIGGER fall_over ON holder");
      await query("DROP FUNCTION public.fall_over()");
    }
    expect(await stateDigest()).toBe(before);
    expect(await query("SELECT id FROM caseload_move")).toEqual(moves);
    expect(
      await query("SELECT id FROM assignment WHERE move_id NOT IN (SELECT id FROM caseload_move)"),
    ).toEqual([]);
    expect(await wrongTally()).toEqual([]);
  });

  it("and another of the same people at once: one goes through, the other is told the number that stands", async () => {
    const filter = { ...whole, officer: "none" };
    const both = await Promise.all([
      move(world.secretary, tenThousand, { filter, code: world.codes[0] }),
      move(world.chief, tenThousand, { filter, code: world.codes[1] }),
    ]);
    const won = both.filter(({ ok }) => ok);
    expect(won).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: "CONFLICT", detail: { people: 0 } });
    expect(await wrongTally()).toEqual([]);
    for (const each of won)
      expect(await undo(world.secretary, idOf(each))).toMatchObject({ ok: true });
  });
});

describe("a move", () => {
  it("means exactly the picked, whatever the filter says, and nobody of another district", async () => {
    const rows = await query<{ id: string }>(
      "SELECT id FROM holder WHERE subdistrict_code = '540102' ORDER BY id LIMIT 3",
    );
    const picked = rows.map(({ id }) => id);
    const moveId = idOf(await move(world.secretary, 3, { filter: { moo: "77" }, picked }));
    expect(await ofOfficer(world.officers[0])).toBe(3);
    expect(
      await move(world.neighbourSecretary, 3, { picked, code: world.neighbourCode }),
    ).toMatchObject({
      ok: false,
      code: "CONFLICT",
    });
    await undo(world.secretary, moveId);
  });

  it("follows village and occupation group of the list", async () => {
    const filter = { subdistrict: "540102", moo: "1", group: "farmer" };
    const groups = await scoped(world.chief, (scope) => countByOfficer(scope, filter));
    expect(groups).toEqual([{ officerId: null, people: 100 }]);
    const moveId = idOf(await move(world.chief, 100, { filter }));
    expect(await move(world.chief, 100, { filter })).toMatchObject({
      code: "CONFLICT",
      detail: { people: 0 },
    });
    await undo(world.chief, moveId);
  });

  it("goes to no officer of another district, and to none whose code has ended", async () => {
    const filter = { subdistrict: "540102" };
    expect(await move(world.secretary, 300, { filter, code: world.neighbourCode })).toMatchObject({
      code: "INVALID",
      fields: { officerCode: ["choose"] },
    });
    await query("UPDATE account_officer_code SET ends_on = '2018-02-20' WHERE code = $1", [
      world.codes[2],
    ]);
    expect(await move(world.secretary, 300, { filter, code: world.codes[2] })).toMatchObject({
      code: "INVALID",
    });
    await query("UPDATE account_officer_code SET ends_on = NULL");
  });

  it("cannot be undone once somebody has acted, or gives people back to one who has left", async () => {
    const filter = { subdistrict: "540102" };
    const first = idOf(await move(world.secretary, 300, { filter, code: world.codes[2] }));
    const second = idOf(await move(world.secretary, 300, { filter, code: world.codes[1] }));
    expect(await undo(world.secretary, first)).toMatchObject({ code: "ACTED_ON" });
    await query("UPDATE account_officer_code SET ends_on = '2018-02-20' WHERE code = $1", [
      world.codes[2],
    ]);
    expect(await undo(world.secretary, second)).toMatchObject({ code: "OFFICER_ENDED" });
    const caring = await scoped(world.secretary, (scope) => listCaringOfficers(scope, "5401"));
    expect(caring.reduce((sum, { people }) => sum + people, 0)).toBe(300);
    await query("UPDATE account_officer_code SET ends_on = NULL");

    const [somebody] = await query<{ id: string }>(
      "SELECT id FROM holder WHERE subdistrict_code = '540102' LIMIT 1",
    );
    const holder = {
      id: somebody?.id ?? "",
      provinceCode: "54",
      districtCode: "5401" as const,
      accountOfficerId: null,
    };
    await onDatabase((client) => insert(client, "visit", visitRow(holder, world.officers[1].id)));
    expect(await undo(world.secretary, second)).toMatchObject({ code: "ACTED_ON" });
  });

  it("is listed with who, under which order, why and to whom", async () => {
    await query(
      `INSERT INTO delegation (id, province_code, district_code, head_role, kind, officer_id, order_number, ordered_on, from_on, recorded_by_id, recorded_on)
       VALUES (gen_random_uuid(), '54', '5401', 'district_chief', 'acting', $1, '12/2561', '2018-01-15', '2018-01-15', $2, '2018-01-15')`,
      [world.secretary.id, world.chief.id],
    );
    await execute(moveHolders, world.secretary, {
      id: randomUUID(),
      input: {
        filter: { ...whole, moo: "5" },
        picked: [],
        officerCode: world.codes[0],
        reason: "แบ่งตามสายทาง",
        expected: 101,
      },
    });
    const { moves } = await scoped(world.chief, (scope) => listMoves(scope));
    expect(moves[0]).toMatchObject({
      kind: "assign",
      people: 101,
      reason: "แบ่งตามสายทาง",
      order: { kind: "acting", number: "12/2561" },
      movedBy: { name: world.secretary.name },
      to: [{ name: world.officers[0].name, people: 101 }],
    });
  });
});

describe("the suggestion that evens out", () => {
  it("is done as one move of exactly what was shown, evens the loads, and is undone exactly", async () => {
    const before = await stateDigest();
    const suggestion = await scoped(world.chief, (scope) =>
      suggestDistrictBalance(scope, "2018-02-26"),
    );
    expect(suggestion.people).toBeGreaterThan(9000);
    const done = await execute(balanceCaseloads, world.chief, {
      id: randomUUID(),
      input: { stamp: suggestion.stamp, reason: null },
    });
    expect(done).toMatchObject({ ok: true, value: { people: suggestion.people } });
    for (const { officerId, after } of suggestion.loads)
      expect(await ofOfficer({ id: officerId } as Actor)).toBe(after);
    expect(await wrongTally()).toEqual([]);
    const [row] = await query<{ kind: string; id: string }>(
      "SELECT kind, id FROM caseload_move ORDER BY created_at DESC LIMIT 1",
    );
    expect(row?.kind).toBe("balance");
    expect(await undo(world.chief, row?.id ?? "")).toMatchObject({ ok: true });
    expect(await stateDigest()).toBe(before);
  });

  it("moves nobody where the loads are others than those that were shown", async () => {
    const { stamp } = await scoped(world.chief, (scope) =>
      suggestDistrictBalance(scope, "2018-02-26"),
    );
    idOf(await move(world.chief, 101, { filter: { ...whole, moo: "7" } }));
    const before = await stateDigest();
    expect(
      await execute(balanceCaseloads, world.chief, {
        id: randomUUID(),
        input: { stamp, reason: null },
      }),
    ).toMatchObject({ code: "CONFLICT" });
    expect(await stateDigest()).toBe(before);
  });

  it("is not taken any more after the home visits", async () => {
    const { stamp } = await scoped(world.chief, (scope) =>
      suggestDistrictBalance(scope, "2018-02-26"),
    );
    await setToday("2018-06-15");
    const late = { id: randomUUID(), input: { stamp, reason: null } };
    expect(await execute(balanceCaseloads, world.chief, late)).toMatchObject({
      code: "OUTSIDE_WINDOW",
    });
    await setToday("2018-02-26");
  });
});
