import { randomUUID } from "node:crypto";
import type { Actor, Role } from "@/domain/policy";
import type { Insert } from "./insert-rows";
import type { Row, World } from "./world";
import {
  announcementDistrictRow,
  announcementRow,
  answerRow,
  deliveryRow,
  memberRow,
  settingEntryRow,
  taskRow,
  teamRow,
} from "./world-province";
import { redeterminationRow, stepRow, versionRow, whatIfPersonRow } from "./world-rules";

const preparing: Role[] = ["governor", "provincial_officer"];

/** A record of the world that staff prepared and nobody has decided. */
function waiting(world: World, table: string): Row {
  const found = world.rows[table]?.find((row) => row.province_code === "54" && !row.decision);
  if (!found) throw new Error(`The world has no ${table} that waits`);
  return found;
}

const scanOf = ({ rows }: World) =>
  rows.paper_file?.find((row) => row.province_code === "54" && !row.district_code) ?? {};
/** A draft that nobody has checked or returned. */
const draftOf = ({ rows }: World) =>
  rows.rule_version?.find(
    ({ id, province_code }) =>
      province_code === "54" &&
      !rows.rule_version_step?.some((step) => step.rule_version_id === id),
  ) ?? {};

/** A version that is checked and by which nobody is to be decided again yet. */
const checkedOf = ({ rows }: World) =>
  rows.rule_version?.find(
    ({ id }) =>
      rows.rule_version_step?.some(
        (step) => step.rule_version_id === id && step.step === "checked",
      ) && !rows.redetermination?.some((row) => row.rule_version_id === id),
  ) ?? {};

/** Rows of what the province keeps for itself. @param world the one that is spoken of by the time a row is asked for */
export const provinceInserts = (world: () => World): Insert[] => [
  {
    table: "setting_entry",
    by: preparing,
    row: (actor) => settingEntryRow("54", actor.id),
  },
  {
    table: "rule_version",
    by: ["provincial_officer"],
    row: (actor) => versionRow(scanOf(world()), actor.id),
  },
  {
    table: "rule_version_step",
    by: ["provincial_officer"],
    row: (actor) => stepRow(draftOf(world()), actor.id, "returned"),
  },
  {
    table: "redetermination",
    by: ["provincial_officer"],
    row: (actor) => redeterminationRow(checkedOf(world()), actor.id),
  },
  {
    // Named by the job alone.
    table: "what_if_person",
    by: [],
    row: () =>
      whatIfPersonRow(
        { id: world().rows.what_if_person?.[0]?.job_id, province_code: "54" },
        randomUUID(),
      ),
  },
  { table: "district_team", by: preparing, row: (actor) => teamRow("5401", actor.id) },
  {
    // Into a record of the actor's own: staff prepared that of the world.
    table: "district_team_member",
    by: ["provincial_officer"],
    row: () => memberRow(waiting(world(), "district_team"), 2),
  },
  {
    table: "import_delivery",
    by: ["provincial_officer"],
    row: (actor) =>
      deliveryRow(
        "54",
        world().rows.import_batch?.find((row) => row.province_code === "54")?.id as string,
        actor.id,
      ),
  },
  { table: "announcement", by: preparing, row: (actor) => announcementRow("54", actor.id) },
  {
    table: "announcement_district",
    by: ["provincial_officer"],
    row: () => announcementDistrictRow(waiting(world(), "announcement"), "5402"),
  },
  { table: "agency_task", by: preparing, row: (actor) => taskRow("54", "BAAC", actor.id) },
  {
    table: "agency_task_answer",
    by: ["agency_officer"],
    row: (actor: Actor) => ({
      ...answerRow(
        world().rows.agency_task?.find(
          (row) => row.province_code === "54" && row.agency === "BAAC" && row.decision,
        ) as Row,
        actor.id,
      ),
      id: randomUUID(),
      outcome: "done",
      answer: "ดำเนินการแล้ว",
    }),
  },
];
