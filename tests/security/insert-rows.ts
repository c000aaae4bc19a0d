import { randomBytes, randomUUID } from "node:crypto";
import { type Actor, hasProvince, type Role, roles } from "@/domain/policy";
import { caseloadInserts } from "./insert-caseload";
import { followUpInserts } from "./insert-followups";
import { ledgerInserts } from "./insert-ledger";
import { preparationInserts } from "./insert-preparation";
import { provinceInserts } from "./insert-province";
import { referralInserts } from "./insert-referrals";
import { requestInserts } from "./insert-requests";
import {
  type District,
  type HolderRow,
  holderRow,
  officer,
  officerRow,
  type Row,
  type World,
  who,
} from "./world";
import {
  absenceRow,
  appointmentRow,
  assessmentRow,
  cancellationRow,
  caseloadMoveRow,
  decisionRow,
  delegationRow,
  departureRow,
  intentRow,
  proofRow,
  registrationRow,
  visitRow,
} from "./world-casework";

let world: World;
/** The rows below speak of this world; set before the tests of a file begin. */
export function speakOf(built: World) {
  world = built;
}

export const home = "5401";
/** An officer of each role who belongs to district 5401 or its province. */
export const at = (role: Role, area: District = home): Actor =>
  !hasProvince(role)
    ? who(world, role)
    : who(
        world,
        role,
        role.startsWith("district") || /receiving|account/.test(role) ? area : area.slice(0, 2),
      );
export const holderOf = (owner: string | null, area: string = home): HolderRow =>
  world.holders.find(
    (holder) => holder.districtCode === area && holder.accountOfficerId === owner,
  ) as HolderRow;
const batchOf = (area: string) =>
  world.rows.import_batch?.find((row) => row.province_code === area)?.id as string;

export type Insert = { table: string; by: Role[]; row: (actor: Actor) => Row };
const desk: Role[] = ["receiving_officer", "district_secretary"];
const head: Role[] = ["district_chief", "district_secretary"];
export const area = (code: string) => ({ province_code: code.slice(0, 2), district_code: code });
const caseOf = (actor: Actor) => holderOf(actor.role === "account_officer" ? actor.id : null);

/** A good row of each table, written in the name of the actor who tries, and the roles that may write it. */
export const inserts: Insert[] = [
  { table: "holder", by: [], row: () => holderRow(home, batchOf("54")) },
  {
    table: "holder_income",
    by: [],
    row: () => ({
      holder_id: caseOf(at("governor")).id,
      batch_id: batchOf("54"),
      province_code: "54",
      income_2559_satang: 1,
    }),
  },
  {
    // Only the role that decides adds one, and no officer's role may become it.
    table: "entitlement_decision",
    by: [],
    row: (actor) => decisionRow(caseOf(actor), randomUUID()),
  },
  {
    // Only the triggers of a decision keep these two.
    table: "entitlement",
    by: [],
    row: () => ({
      ...area(home),
      holder_id: caseOf(at("governor")).id,
      first_month: "2018-04-01",
      last_month: "2018-12-01",
      satang_a_month: 20_000,
      last: true,
      decision_id: randomUUID(),
      yes_month: "2018-03-01",
      income_band: "up_to_30000",
    }),
  },
  {
    table: "entitlement_tally",
    by: [],
    row: () => ({
      ...area(home),
      account_officer_id: randomUUID(),
      income_band: "up_to_30000",
      yes_month: "2018-03-01",
      first_month: "2018-04-01",
      last_month: "2018-12-01",
      satang_a_month: 20_000,
      last: true,
      people: 1,
    }),
  },
  {
    table: "journey",
    by: [],
    row: () => ({
      holder_id: holderOf(null).id,
      ...area(home),
      must_reach: true,
      counted: true,
      met_on: "2018-02-20",
    }),
  },
  {
    table: "funnel_tally",
    by: [],
    row: () => ({
      ...area(home),
      subdistrict_code: "540101",
      must_reach: true,
      age_class: "up_to_60",
      sex: "unknown",
      occupation_group: "farmer",
      furthest: "completed",
      left_by: "away",
      people: 1,
    }),
  },
  {
    table: "funnel_days",
    by: [],
    row: () => ({ ...area(home), must_reach: true, step: "completed", days: 99, people: 1 }),
  },
  { table: "ledger_proof", by: [], row: () => proofRow("54") },
  {
    table: "holder_tally",
    by: [],
    row: () => ({
      ...area(home),
      subdistrict_code: "540101",
      account_officer_id: randomUUID(),
      age_class: "up_to_60",
      income_band: "up_to_30000",
      must_reach: true,
      state: "assigned",
      latest_answer: "none",
      interviewed: false,
      said_yes: false,
      occupation_group: "farmer",
      people: 1,
    }),
  },
  {
    table: "officer",
    by: ["administrator", ...head],
    // A district adds its own account officers and receiving officers; the administrator everybody.
    row: ({ role }) =>
      officerRow(
        head.includes(role) ? officer("account_officer", home, "CDD") : officer("governor", "54"),
      ),
  },
  {
    table: "account_officer_code",
    by: ["administrator", ...head],
    // The chief gives a code to somebody from another district too: one person, one sign-in (docs/forms.md 1).
    row: ({ id, role }) => ({
      code: head.includes(role) ? `${home}G999` : "5402G999",
      officer_id: at("account_officer", head.includes(role) ? "5402" : home).id,
      ...area(head.includes(role) ? home : "5402"),
      issued_on: "2018-02-02",
      ...(head.includes(role) ? { issued_by_id: id } : {}),
    }),
  },
  {
    table: "place",
    by: head,
    row: (actor) => ({
      id: randomUUID(),
      ...area(home),
      name: "วัด",
      opens_on: "2018-02-01",
      closes_on: "2018-02-02",
      announced_by_id: actor.id,
      recorded_on: "2018-02-01",
    }),
  },
  {
    table: "desk",
    by: head,
    row: (actor) => ({
      id: randomUUID(),
      place_id: world.rows.place?.find((row) => row.district_code === home)?.id,
      ...area(home),
      open_on: "2018-02-25",
      opened_by_id: actor.id,
    }),
  },
  {
    table: "intent",
    by: desk,
    row: (actor) =>
      intentRow(caseOf(actor), home, actor.id, {
        intent_on: "2018-02-19",
        recorded_on: "2018-02-19",
      }),
  },
  { table: "registration", by: desk, row: (actor) => registrationRow(home, actor.id, home) },
  {
    table: "registration",
    by: ["provincial_officer"],
    row: (actor) => registrationRow(home, actor.id, null),
  },
  {
    table: "assignment",
    by: head,
    row: (actor) => ({
      id: randomUUID(),
      move_id: randomUUID(),
      holder_id: holderOf(null).id,
      ...area(home),
      officer_id: at("account_officer").id,
      officer_code: `${home}C001`,
      assigned_by_id: actor.id,
      assigned_on: "2018-02-02",
    }),
  },
  {
    table: "assessment_draft",
    by: ["account_officer"],
    row: (actor) => ({
      holder_id:
        world.holders.filter((holder) => holder.accountOfficerId === actor.id)[1]?.id ??
        holderOf(null).id,
      officer_id: actor.id,
      ...area(home),
      answers: "{}",
      version: 1,
      started_on: "2018-02-20",
    }),
  },
  {
    table: "form_draft",
    by: ["account_officer"],
    row: (actor) => ({
      officer_id: actor.id,
      holder_id: caseOf(actor).id,
      form: "contact",
      ...area(home),
      given: "{}",
    }),
  },
  {
    table: "assessment",
    by: ["account_officer"],
    row: (actor) =>
      assessmentRow(caseOf(actor), actor.id, {
        interviewed_on: "2018-02-22",
        recorded_on: "2018-02-22",
      }),
  },
  {
    table: "chosen_project",
    by: ["account_officer"],
    row: (actor) => {
      const assessment =
        world.rows.assessment?.find((row) => row.recorded_by_id === actor.id) ??
        world.rows.assessment?.[0];
      return {
        assessment_id: assessment?.id,
        holder_id: assessment?.holder_id,
        province_code: "54",
        project: "GSB-01",
        dimension: 3,
        priority: 2,
      };
    },
  },
  {
    table: "interview_refusal",
    by: ["account_officer"],
    row: (actor) => ({
      id: randomUUID(),
      holder_id: caseOf(actor).id,
      ...area(home),
      refused_on: "2018-02-19",
      reason: "ไม่สะดวก",
      recorded_by_id: actor.id,
      recorded_on: "2018-02-19",
    }),
  },
  {
    table: "visit",
    by: ["account_officer"],
    row: (actor) => visitRow(caseOf(actor), actor.id),
  },
  {
    table: "appointment",
    by: ["account_officer"],
    row: (actor) => appointmentRow(caseOf(actor), actor.id, { status: "kept" }),
  },
  {
    table: "absence",
    by: ["account_officer"],
    row: (actor) => absenceRow(caseOf(actor), actor.id, { returned_on: "2018-02-21" }),
  },
  {
    table: "departure",
    by: ["account_officer", "district_secretary"],
    row: (actor) => departureRow(caseOf(actor), actor.id, { kind: "moved_away" }),
  },
  {
    table: "departure",
    by: ["provincial_officer"],
    row: (actor) => cancellationRow(caseOf(actor), actor.id),
  },
  {
    table: "delegation",
    by: ["governor", "district_chief"],
    row: (actor) =>
      delegationRow(
        "54",
        actor.role === "district_chief" ? home : null,
        actor.id,
        at(actor.role === "district_chief" ? "district_secretary" : "provincial_officer").id,
      ),
  },
  {
    table: "caseload_move",
    by: head,
    row: (actor) => caseloadMoveRow(home, actor.id),
  },
  {
    table: "command_receipt",
    // Who reads what is published changes nothing.
    by: roles.filter((role) => role !== "national_reader"),
    row: (actor) => ({
      id: randomUUID(),
      actor_id: actor.id,
      action: "x",
      input_hash: "00",
      outcome: "{}",
    }),
  },
  {
    table: "job",
    by: ["governor", "provincial_officer", ...head, "account_officer", "agency_officer"],
    row: (actor) => ({
      id: randomUUID(),
      kind: "export",
      input: "{}",
      requested_by_id: actor.id,
      province_code: "54",
    }),
  },
  {
    table: "import_batch",
    by: ["provincial_officer"],
    row: (actor) => ({
      id: randomUUID(),
      province_code: "54",
      number: 9,
      file_name: "x.csv",
      file_sha256: "00",
      file_bytes: 1,
      programme_on: "2018-02-01",
      created_by_id: actor.id,
    }),
  },
  {
    table: "import_columns",
    by: ["provincial_officer"],
    row: () => ({ province_code: "54", signature: "z", columns: "{}" }),
  },
  {
    table: "import_change",
    by: [],
    row: () => ({
      batch_id: batchOf("54"),
      holder_id: holderOf(null).id,
      province_code: "54",
      before: "{}",
    }),
  },
  {
    table: "import_rejection",
    by: [],
    row: () => ({
      batch_id: batchOf("54"),
      row_number: 7,
      province_code: "54",
      reason: "ID_MISSING",
      cells_enc: randomBytes(9),
    }),
  },
  {
    table: "import_mended",
    by: [],
    row: () => ({
      batch_id: batchOf("54"),
      row_number: 8,
      province_code: "54",
      repairs_enc: randomBytes(9),
    }),
  },
  {
    table: "import_missing",
    by: [],
    row: () => ({
      batch_id: batchOf("54"),
      part: 1,
      province_code: "54",
      holder_ids: `{${randomUUID()}}`,
    }),
  },
  ...caseloadInserts(() => world),
  ...preparationInserts(() => world),
  ...provinceInserts(() => world),
  ...requestInserts(() => world),
  ...referralInserts(() => world, caseOf),
  ...followUpInserts(() => world, at, holderOf),
  ...ledgerInserts(() => world),
  { table: "setting", by: [], row: () => ({ key: "x", value: "1" }) },
  { table: "province", by: [], row: () => ({ code: "99", name: "x" }) },
  { table: "district", by: [], row: () => ({ code: "5499", province_code: "54", name: "x" }) },
  {
    table: "subdistrict",
    by: [],
    row: () => ({ code: "540199", district_code: "5401", name: "x" }),
  },
];

export function statement(table: string, row: Row, returning = "") {
  const columns = Object.keys(row);
  return {
    sql: `INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join(", ")})
      VALUES (${columns.map((_, index) => `$${index + 1}`).join(", ")}) ${returning}`,
    values: Object.values(row),
  };
}
