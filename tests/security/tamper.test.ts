import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { buildWorld } from "./build-world";
import { enter } from "./enter";
import { area, at, holderOf, home, speakOf, statement } from "./insert-rows";
import { type HolderRow, onDatabase, type Row, type World, who } from "./world";
import { assessmentRow, intentRow } from "./world-casework";

let world: World;
beforeAll(async () => {
  world = await buildWorld();
  speakOf(world);
});

describe("rows that a grant alone would let through", () => {
  const change = async (actor: Actor, sql: string, values: unknown[]) =>
    onDatabase((client) => enter(client, actor, sql, values));

  it("the second check of a back-dated paper is another's, of that district, and once", async () => {
    const pending = world.rows.intent?.find((row) => row.confirmation === "pending") as Row;
    const sql = `UPDATE intent SET confirmation = 'confirmed', confirmed_by_id = $2, confirmed_on = '2018-02-21' WHERE id = $1 RETURNING id`;
    const by = (actor: Actor) => change(actor, sql, [pending.id, actor.id]);
    expect(await by(who(world, "district_secretary", "5402"))).toEqual({
      rows: [{ id: pending.id }],
    });
    // The officer who recorded it: a CHECK refuses it, not a policy.
    expect(await by(who(world, "receiving_officer", "5402"))).toEqual({ refused: "23514" });
    expect(await by(who(world, "district_secretary", "5401"))).toEqual({ rows: [] });
    expect(await by(who(world, "district_secretary", "5501"))).toEqual({ rows: [] });
    // In another's name.
    const secretary = who(world, "district_secretary", "5402");
    const chief = who(world, "district_chief", "5402");
    expect(await change(secretary, sql, [pending.id, chief.id])).toEqual({ refused: "42501" });
    const done = world.rows.intent?.find(
      (row) => row.recorded_district_code === "5402" && !row.confirmation,
    ) as Row;
    expect(await change(secretary, sql, [done.id, secretary.id])).toEqual({ rows: [] });
  });

  it("a back-dated intent cannot be written as confirmed, nor without its paper", async () => {
    const clerk = at("receiving_officer");
    const late = {
      intent_on: "2018-02-05",
      recorded_on: "2018-03-05",
      paper_number: "7",
      late_reason: "late",
    };
    const write = async (overrides: Row) => {
      const { sql, values } = statement(
        "intent",
        intentRow(holderOf(null), home, clerk.id, overrides),
      );
      return (await change(clerk, sql, values)).refused ?? "written";
    };
    expect(await write({ ...late, confirmation: "pending" })).toBe("written");
    expect(await write({ ...late })).toBe("23514");
    expect(await write({ ...late, confirmation: "pending", paper_number: null })).toBe("23514");
    expect(await write({ ...late, confirmation: "confirmed" })).toBe("23514");
    expect(
      await write({
        ...late,
        confirmation: "confirmed",
        confirmed_by_id: at("district_secretary").id,
      }),
    ).toBe("42501");
    expect(await write({ intent_on: "2018-03-06", recorded_on: "2018-03-05" })).toBe("23514");
  });

  it("no officer interviews, assigns or claims beyond his reach", async () => {
    const ao = at("account_officer");
    const foreign = holderOf(at("account_officer", "5402").id, "5402");
    const neighbour = world.holders.find(
      (holder) =>
        holder.districtCode === home &&
        holder.accountOfficerId &&
        holder.accountOfficerId !== ao.id,
    ) as HolderRow;
    for (const holder of [foreign, neighbour, holderOf(null)]) {
      const { sql, values } = statement(
        "assessment",
        assessmentRow(holder, ao.id, { interviewed_on: "2018-02-25", recorded_on: "2018-02-25" }),
      );
      expect(await change(ao, sql, values), holder.districtCode).toEqual({ refused: "42501" });
    }
    const chief = at("district_chief");
    const give = (holder: HolderRow, code: string, officerId: string) =>
      statement("assignment", {
        id: randomUUID(),
        move_id: randomUUID(),
        holder_id: holder.id,
        ...area(home),
        officer_id: officerId,
        officer_code: code,
        assigned_by_id: chief.id,
        assigned_on: "2018-02-02",
      });
    for (const { sql, values } of [
      give(foreign, `${home}C001`, ao.id),
      give(holderOf(null), "5402C001", at("account_officer", "5402").id),
      give(holderOf(null), `${home}C002`, ao.id),
    ])
      expect(await change(chief, sql, values)).toEqual({ refused: "42501" });
  });

  it("the administrator keeps officers but not himself, and the clock but no other setting", async () => {
    const admin = at("administrator");
    const set = (id: string) =>
      change(
        admin,
        "UPDATE officer SET role = 'governor', province_code = '54' WHERE id = $1 RETURNING id",
        [id],
      );
    expect(await set(admin.id)).toEqual({ refused: "42501" });
    expect((await set(at("governor").id)).rows).toHaveLength(1);
    const settings = await change(
      admin,
      "UPDATE setting SET value = '1' WHERE key <> 'programme_on' RETURNING key",
      [],
    );
    expect(settings).toEqual({ rows: [] });
    await onDatabase((client) =>
      client.query("INSERT INTO setting (key, value) VALUES ('programme_on', '\"2018-02-26\"')"),
    );
    const clock =
      "UPDATE setting SET value = '\"2018-03-01\"' WHERE key = 'programme_on' RETURNING key";
    expect((await change(admin, clock, [])).rows).toHaveLength(1);
    expect(await change(at("governor"), clock, [])).toEqual({ refused: "42501" });
  });

  it("the administrator has no way to a person's data", async () => {
    const personal = [
      "holder",
      "holder_income",
      "holder_tally",
      "entitlement_decision",
      "entitlement",
      "entitlement_tally",
      "journey",
      "funnel_tally",
      "funnel_days",
      "take_up_tally",
      "month_run",
      "month_run_step",
      "ledger_entry",
      "ledger_tally",
      "run_answer",
      "run_answer_line",
      "one_off_list",
      "one_off_list_step",
      "one_off_person",
      "what_if_person",
      "intent",
      "registration",
      "assignment",
      "assessment_draft",
      "form_draft",
      "assessment",
      "chosen_project",
      "interview_refusal",
      "import_batch",
      "import_change",
      "import_rejection",
      "job",
    ];
    for (const table of personal)
      expect(await change(at("administrator"), `SELECT 1 FROM ${table}`, []), table).toEqual({
        refused: "42501",
      });
  });
});
