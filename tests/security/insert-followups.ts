import { randomUUID } from "node:crypto";
import type { Actor, Role } from "@/domain/policy";
import type { Insert } from "./insert-rows";
import type { HolderRow, Row, World } from "./world";
import {
  attemptRow,
  contactRow,
  cutoffRow,
  fieldOrderRow,
  mapRow,
  ministryEventRow,
  ministryFileRow,
  ministryLineRow,
  packRow,
  publishedRow,
  reportRow,
  returnFormatRow,
  returnRow,
} from "./world-followups";

const heads: Role[] = ["district_chief", "district_secretary"];
const home = "5401";

/** A good row of each table of the follow-up, and the roles that may write it. */
export function followUpInserts(
  world: () => World,
  at: (role: Role) => Actor,
  holderOf: (owner: string | null) => HolderRow,
): Insert[] {
  const rows = (table: string) => world().rows[table] ?? [];
  const assessmentOf = (actor: Actor) =>
    (rows("assessment").find((row) => row.recorded_by_id === actor.id) ??
      rows("assessment").find((row) => row.district_code === home)) as Row;
  const entryOf = (actor: Actor) =>
    rows("ministry_entry").find(
      (row) => row.kind === "contact" && row.holder_id === assessmentOf(actor).holder_id,
    ) as Row;
  const fileOf = (actor: Actor) =>
    (rows("ministry_file").find((row) => row.sent_by_id === actor.id) ??
      rows("ministry_file")[0]) as Row;
  const isProvince = ({ role }: Actor) => role === "governor" || role === "provincial_officer";
  const levelOf = (actor: Actor) =>
    isProvince(actor) ? "province" : actor.role === "account_officer" ? "officer" : "district";
  return [
    {
      table: "contact",
      by: ["account_officer"],
      row: (actor) => contactRow(assessmentOf(actor), actor.id),
    },
    {
      table: "contact_attempt",
      by: ["account_officer"],
      row: (actor) => attemptRow(assessmentOf(actor), actor.id),
    },
    {
      table: "contact_project",
      by: ["account_officer"],
      row: (actor) => ({
        contact_id: rows("contact").find((row) => row.assessment_id === assessmentOf(actor).id)?.id,
        holder_id: assessmentOf(actor).holder_id,
        province_code: "54",
        project: "GSB-01",
        state: "finished",
      }),
    },
    {
      table: "follow_up",
      by: [],
      row: () => ({
        holder_id: holderOf(null).id,
        province_code: "54",
        district_code: home,
        assessment_id: assessmentOf(at("account_officer")).id,
        agreed_on: "2018-02-21",
        active: true,
        contacts: 1,
        got_job: false,
        loan_baht: 0,
        training_hours: 0,
        projects: 1,
        taken_up: 0,
      }),
    },
    {
      table: "follow_up_tally",
      by: [],
      row: () => ({
        province_code: "54",
        district_code: home,
        agreed_month: "2018-09",
        dose: 0,
        rounds_done: "",
        ...Object.fromEntries(sums.map((name) => [name, 1])),
      }),
    },
    {
      table: "ministry_tally",
      by: [],
      row: () => ({
        province_code: "54",
        district_code: home,
        kind: "decline",
        state: "accepted",
        entries: 1,
      }),
    },
    {
      table: "ministry_entry",
      by: [],
      row: () => ({
        id: randomUUID(),
        kind: "contact",
        source_id: randomUUID(),
        holder_id: holderOf(null).id,
        province_code: "54",
        district_code: home,
        occurred_on: "2018-03-20",
      }),
    },
    {
      table: "ministry_event",
      by: ["provincial_officer", ...heads, "account_officer"],
      row: (actor) => ministryEventRow(entryOf(actor), actor.id),
    },
    {
      table: "ministry_file",
      by: ["provincial_officer", ...heads],
      row: (actor) => ministryFileRow("54", isProvince(actor) ? null : home, actor.id, 9),
    },
    {
      table: "ministry_file_line",
      by: ["provincial_officer", ...heads],
      row: (actor) => ({
        ...ministryLineRow(fileOf(actor).id, entryOf(actor), 99),
        entry_id:
          actor.role === "district_chief"
            ? rows("ministry_entry").find((row) => row.district_code === "5402")?.id
            : entryOf(actor).id,
      }),
    },
    {
      table: "ministry_field_order",
      by: ["provincial_officer"],
      row: (actor) => fieldOrderRow("54", actor.id),
    },
    {
      table: "ministry_cutoff",
      by: ["provincial_officer"],
      row: (actor) => cutoffRow("54", actor.id),
    },
    {
      table: "ministry_return_format",
      by: ["provincial_officer"],
      row: (actor) => returnFormatRow("54", actor.id),
    },
    {
      table: "ministry_return",
      by: ["provincial_officer", ...heads],
      row: (actor) => returnRow(fileOf(actor), rows("ministry_return_format")[0] as Row, actor.id),
    },
    { table: "area_map", by: ["administrator"], row: (actor) => mapRow("54", actor.id) },
    {
      table: "day_snapshot",
      by: [],
      row: () => ({
        id: randomUUID(),
        province_code: "54",
        district_code: home,
        taken_for: "2018-02-21",
        total: 1,
        met: 1,
        to_meet: 0,
        released: 0,
        states: "{}",
        recent_met: 0,
        voluntary_yes: 0,
        source: "timer",
      }),
    },
    {
      table: "subdistrict_day",
      by: [],
      row: () => ({
        subdistrict_code: `${home}01`,
        district_code: home,
        province_code: "54",
        taken_for: "2018-02-21",
        total: 1,
        answered: 1,
        met_waiting: 0,
        to_meet: 0,
        released: 0,
      }),
    },
    {
      table: "pack",
      by: ["governor", "provincial_officer", ...heads],
      row: (actor) => packRow("54", isProvince(actor) ? null : home, actor.id),
    },
    {
      table: "age_income_day",
      by: [],
      row: () => ({
        district_code: home,
        province_code: "54",
        taken_for: "2018-02-21",
        answered: 1,
        unanswered: 0,
        young_high: 0,
        old_low: 0,
        old_high: 0,
      }),
    },
    { table: "published_count", by: [], row: () => publishedRow("54") },
    {
      table: "progress_report",
      by: ["governor", "provincial_officer", ...heads, "account_officer"],
      row: (actor) =>
        reportRow(levelOf(actor), isProvince(actor) ? "54" : home, actor.id, "2018-04"),
    },
  ];
}

const sums = [
  "people",
  "contacts",
  "income_people",
  "income_then",
  "income_now",
  "income_up",
  "jobs",
  "loans",
  "loan_baht",
  "trained",
  "training_hours",
  "projects",
  "taken_up",
  "takers",
];
