import type { Actor, Role } from "@/domain/policy";
import type { Insert } from "./insert-rows";
import { type HolderRow, type World, who } from "./world";
import {
  bankDayRow,
  coInterviewRow,
  officerNoteRow,
  transferPersonRow,
  transferRow,
} from "./world-caseload";

const head: Role[] = ["district_chief", "district_secretary"];
const asking: Role[] = [...head, "account_officer"];
const home = "5401";

/** Good rows of what hangs on caseloads, and who may write them. */
export function caseloadInserts(world: () => World): Insert[] {
  const officer = () => who(world(), "account_officer", home);
  const banker = () => who(world(), "agency_officer", "54");
  const holderFor = (actor: Actor): HolderRow => {
    const owner = actor.role === "account_officer" ? actor.id : null;
    // The first of an officer is on its way already.
    return world().holders.filter(
      (holder) => holder.districtCode === home && holder.accountOfficerId === owner,
    )[1] as HolderRow;
  };
  const transferOf = (actor: Actor) =>
    (
      world().rows.caseload_transfer?.find((row) => row.recorded_by_id === actor.id) ??
      world().rows.caseload_transfer?.[0]
    )?.id as string;
  return [
    {
      table: "caseload_transfer",
      by: asking,
      row: ({ id }) => transferRow(home, "5402", id, null),
    },
    {
      table: "transfer_person",
      by: asking,
      row: (actor) =>
        transferPersonRow(
          transferOf(actor),
          holderFor(actor) ?? holderFor({ ...actor, role: "district_chief" }),
        ),
    },
    {
      table: "bank_day",
      by: ["agency_officer"],
      row: (actor) => ({ ...bankDayRow(home, actor), day: "2018-03-06" }),
    },
    {
      table: "co_interview",
      by: head,
      row: ({ id }) => coInterviewRow(holderFor(officer()), banker(), id),
    },
    { table: "officer_note", by: head, row: ({ id }) => officerNoteRow(officer(), id) },
  ];
}
