import type { Actor, Role } from "@/domain/policy";
import type { Insert } from "./insert-rows";
import type { Row, World } from "./world";
import {
  attendanceRow,
  briefingRow,
  fileRow,
  hostLetterRow,
  issuedRow,
  officeRow,
  planRow,
  receivingRow,
  stationRow,
} from "./world-preparation";

const head: Role[] = ["district_chief", "district_secretary"];
const writers: Role[] = ["provincial_officer", ...head];
const home = "5401";
/** The own office of whoever writes: the district, or the province. */
const areaOf = ({ districtCode }: Actor) => ({ province_code: "54", district_code: districtCode });

/** What a district prepares is written by its chief and the secretary. */
export function preparationInserts(world: () => World): Insert[] {
  const briefing = () =>
    world().rows.briefing?.find((row) => row.district_code === home)?.id as string;
  const later = (row: Row): Row => ({ ...row, from_on: "2018-02-10" });
  return [
    { table: "host_letter", by: head, row: ({ id }) => hostLetterRow(home, id) },
    { table: "office", by: writers, row: (actor) => officeRow(areaOf(actor), actor.id) },
    { table: "issued_paper", by: writers, row: (actor) => issuedRow(areaOf(actor), actor.id) },
    {
      table: "paper_file",
      by: writers,
      row: (actor) => fileRow(areaOf(actor), actor.id, "signed_scan"),
    },
    { table: "outreach_plan", by: head, row: ({ id }) => planRow(home, id, 2) },
    { table: "briefing", by: head, row: ({ id }) => briefingRow(home, id) },
    {
      table: "briefing_attendance",
      by: head,
      row: ({ id }) => attendanceRow(home, id, briefing()),
    },
    { table: "receiving_duty", by: head, row: ({ id }) => later(receivingRow(world(), home, id)) },
    { table: "station", by: head, row: ({ id }) => stationRow(world(), home, id) },
  ];
}
