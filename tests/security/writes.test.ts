import { beforeAll, describe, expect, it } from "vitest";
import { hasProvince, type Role, roles } from "@/domain/policy";
import { buildWorld } from "./build-world";
import { enter } from "./enter";
import { at, inserts, speakOf, statement } from "./insert-rows";
import { onDatabase } from "./world";

/** Who may write what by SQL alone: an insert of each table as each role, and each column's update. */
beforeAll(async () => {
  speakOf(await buildWorld());
});

describe.each(inserts)("an insert into $table", ({ table, by, row }) => {
  it(`succeeds for ${by.join(", ") || "no role"} and is refused to every other`, async () => {
    await onDatabase(async (client) => {
      for (const role of roles) {
        const actor = at(role);
        const { sql, values } = statement(table, row(actor));
        const answer = await enter(client, actor, sql, values);
        expect(answer.refused ?? "written", `${role} into ${table}`).toBe(
          by.includes(role) ? "written" : "42501",
        );
      }
    });
  });

  it("may be read back by the one who wrote it (Prisma asks RETURNING)", async () => {
    await onDatabase(async (client) => {
      for (const role of by) {
        const actor = at(role);
        const { sql, values } = statement(table, row(actor), "RETURNING 1");
        // The administrator adds officers with createMany, but may not write their own row.
        expect((await enter(client, actor, sql, values)).refused, role).toBeUndefined();
      }
    });
  });

  it("is refused to the same role of another province", async () => {
    await onDatabase(async (client) => {
      for (const role of by.filter((name) => name !== "administrator")) {
        if (table === "command_receipt" || table === "job") continue;
        const { sql, values } = statement(table, row(at(role)));
        const answer = await enter(client, at(role, "5501"), sql, values);
        expect(answer.refused, `${role} into ${table}`).toBe("42501");
      }
    });
  });

  it("is refused in the name of another", async () => {
    await onDatabase(async (client) => {
      for (const role of by) {
        const actor = at(role);
        const other = { ...row(actor) };
        const name = [
          "recorded_by_id",
          "announced_by_id",
          "opened_by_id",
          "assigned_by_id",
          "requested_by_id",
          "created_by_id",
          "actor_id",
          "moved_by_id",
          "issued_by_id",
          "prepared_by_id",
          "caused_by_id",
          "sent_by_id",
          "passed_by_id",
          "taken_by_id",
          "asked_by_id",
        ].find((column) => column in other);
        if (!name) continue;
        other[name] = at("governor", "5501").id;
        const { sql, values } = statement(table, other);
        expect((await enter(client, actor, sql, values)).refused, `${role} into ${table}`).toBe(
          "42501",
        );
      }
    });
  });
});

it("has a line for every table", async () => {
  const found = await onDatabase((client) =>
    client.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relkind IN ('r','p') AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations'",
    ),
  );
  expect(found.rows.map(({ name }) => name).sort()).toEqual(
    [...new Set(inserts.map(({ table }) => table))].sort(),
  );
});

const confirming = ["confirmation", "confirmed_by_id", "confirmed_on", "confirmation_note"];
const reviewing = [...confirming, "reviewed_by_id", "reviewed_on", "review_note"];
const deciding = ["decision", "decided_by_id", "decided_on", "decision_note", "delegation_id"];
/** A step of a referral: the new state, who took it, when, in which words. */
const stepping = ["state", "step", "words", "next_on", "changed_on"];
stepping.push("changed_by_id", "changed_by_link_id");
const reporting = [
  "note",
  "figures",
  "letter_number",
  "prepared_by_id",
  "prepared_on",
  "prepared_at",
  "status",
  "signed_by_id",
  "signed_on",
  "delegation_id",
  "decided_by_id",
  "decided_on",
  "decided_delegation_id",
  "return_reason",
  "signed_paper",
];
const sending = [...reporting, "sent_on", "sent_how", "sent_by_id"];
/** A paper: staff may also record that it was signed in the file. */
const decidedBy = (...columns: string[]) => ({
  governor: [...deciding, ...columns],
  provincial_officer: [...deciding, ...columns, "signed_in_file"],
});
const answering = [
  "status",
  "answer_reason",
  "answered_by_id",
  "answered_on",
  "given_officer_id",
  "given_officer_code",
  "delegation_id",
];
const attending = ["status", "on_paper", "attested_by_id", "attested_on"];
const answeringCorrection = [
  "status",
  "in_force",
  "counts_from",
  "effects",
  "decided_by_id",
  "decided_on",
  "decision_note",
];
/** Every column that a role may change, and no other. */
const updates: Record<string, Partial<Record<Role, string[] | "all">>> = {
  setting: { administrator: ["value", "updated_at"] },
  officer: {
    ...Object.fromEntries(roles.filter(hasProvince).map((role) => [role, ["email"]])),
    administrator: [
      "email",
      "name",
      "position",
      "phone",
      "status",
      "district_code",
      "province_code",
      "agency",
      "role",
    ],
  },
  intent: { receiving_officer: confirming, district_secretary: confirming },
  assessment: { district_secretary: confirming },
  departure: {
    district_chief: reviewing,
    district_secretary: reviewing,
    // A cancelled card is taken back by a letter with its day.
    governor: [...reviewing, "review_source_on"],
    provincial_officer: [...reviewing, "review_source_on"],
  },
  interview_refusal: { district_chief: confirming, district_secretary: confirming },
  appointment: { account_officer: ["status", "status_reason"] },
  absence: { account_officer: ["returned_on"] },
  caseload_transfer: {
    district_chief: answering,
    district_secretary: answering,
    account_officer: answering,
  },
  bank_day: { account_officer: ["withdrawn"], agency_officer: ["withdrawn"] },
  co_interview: {
    district_chief: ["status"],
    district_secretary: ["status"],
    account_officer: attending,
    agency_officer: attending,
  },
  officer_note: { account_officer: ["acknowledged_on"] },
  account_officer_code: {
    district_chief: ["ends_on", "ended_by_id"],
    district_secretary: ["ends_on", "ended_by_id"],
  },
  receiving_duty: { district_chief: ["until_on"], district_secretary: ["until_on"] },
  station: {
    district_chief: ["closed_by_id", "closed_at"],
    district_secretary: ["closed_by_id", "closed_at"],
  },
  progress_report: {
    governor: sending,
    provincial_officer: [...sending, "signed_in_file"],
    district_chief: reporting,
    district_secretary: [...reporting, "signed_in_file"],
  },
  delegation: { governor: ["until_on"], district_chief: ["until_on"] },
  referral: {
    account_officer: [
      ...stepping,
      "sent_on",
      "holder_name",
      "holder_place",
      "holder_phone",
      "sender_name",
      "sender_phone",
      "answers",
    ],
    district_chief: [...stepping, "delegation_id"],
    district_secretary: [...stepping, "delegation_id"],
    agency_officer: [...stepping, "result"],
  },
  project_capacity: {
    provincial_officer: ["places", "until_on", "note"],
    agency_officer: ["places", "until_on", "note"],
  },
  assessment_draft: { account_officer: "all" },
  form_draft: { account_officer: "all" },
  correction: {
    district_chief: answeringCorrection,
    district_secretary: answeringCorrection,
    provincial_officer: answeringCorrection,
  },
  inquiry: Object.fromEntries(
    [
      "provincial_officer",
      "district_chief",
      "district_secretary",
      "receiving_officer",
      "account_officer",
    ].map((role) => [role, ["answer", "answered_by_id", "answered_on"]]),
  ),
  resolution: Object.fromEntries(
    roles
      .filter(hasProvince)
      .map((role) => [role, ["outcome", "outcome_note", "closed_by_id", "closed_on"]]),
  ),
  registration_decision: {
    governor: ["approval", "approved_by_id", "approved_on"],
    provincial_officer: ["approval", "approved_by_id", "approved_on"],
  },
  notification: Object.fromEntries(roles.filter(hasProvince).map((role) => [role, ["read_at"]])),
  import_batch: {
    provincial_officer: ["columns", "area_choices", "status", "job_id", "choice", "answers"],
  },
  import_columns: { provincial_officer: "all" },
  redetermination: { provincial_officer: ["begun_by_id", "begun_on"] },
  setting_entry: { governor: deciding, provincial_officer: deciding },
  district_team: decidedBy("order_number", "ordered_on", "signed_paper"),
  announcement: decidedBy("letter_number", "signed_paper"),
  agency_task: decidedBy("letter_number", "signed_paper"),
  announcement_district: {
    governor: ["issued_on"],
    provincial_officer: ["issued_on"],
    district_chief: ["acknowledged_by_id", "acknowledged_on"],
    district_secretary: ["acknowledged_by_id", "acknowledged_on"],
  },
};

it("lets each role change only the columns that are its own (income, band, officer, district: nobody's)", async () => {
  await onDatabase(async (client) => {
    const { rows } = await client.query<{ table: string; column: string }>(
      "SELECT table_name AS table, column_name AS column FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'",
    );
    expect(rows.length).toBeGreaterThan(200);
    for (const role of roles) {
      const changed: string[] = [];
      const right: string[] = [];
      for (const { table, column } of rows) {
        const answer = await enter(
          client,
          at(role),
          `UPDATE "${table}" SET "${column}" = DEFAULT WHERE false`,
        );
        if (!answer.refused) changed.push(`${table}.${column}`);
        const own = updates[table]?.[role];
        if (own === "all" || own?.includes(column)) right.push(`${table}.${column}`);
      }
      expect(changed.sort(), role).toEqual(right.sort());
    }
  });
});

it("lets nobody delete but an account officer his drafts", async () => {
  await onDatabase(async (client) => {
    for (const { table } of inserts)
      for (const role of roles) {
        const answer = await enter(client, at(role), `DELETE FROM ${table} WHERE false`);
        const allowed =
          (table === "assessment_draft" || table === "form_draft") && role === "account_officer";
        expect(answer.refused ?? "deleted", `${role} from ${table}`).toBe(
          allowed ? "deleted" : "42501",
        );
      }
  });
});
