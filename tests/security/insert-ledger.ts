import type { Insert } from "./insert-rows";
import type { Row, World } from "./world";
import {
  answerFormatRow,
  answerLineRow,
  ledgerEntryRow,
  monthRunRow,
  monthRunStepRow,
  oneOffListRow,
  oneOffPersonRow,
  oneOffStepRow,
  runAnswerRow,
} from "./world-ledger";

/** A good row of each table of the ledger, and the roles that may write it. */
export function ledgerInserts(world: () => World): Insert[] {
  const runOf = (province: string) =>
    world().rows.month_run?.find((row) => row.province_code === province) as Row;
  /** A list of which nobody has said what becomes of it. */
  const waitingList = () =>
    world().rows.one_off_list?.find(
      ({ id, province_code }) =>
        province_code === "54" &&
        !world().rows.one_off_list_step?.some(({ list_id }) => list_id === id),
    ) as Row;
  return [
    {
      table: "month_run",
      by: ["provincial_officer"],
      row: () => monthRunRow("54", 2, "2018-04-01"),
    },
    {
      // What a calculation ends with is the job's to say.
      table: "month_run_step",
      by: ["provincial_officer"],
      row: (actor) => monthRunStepRow(runOf("54"), actor.id),
    },
    {
      // Only the bookkeeper adds entries, and no officer's role may become it.
      table: "ledger_entry",
      by: [],
      row: () => {
        const decision = world().rows.entitlement_decision?.[0] as Row;
        const holder = world().holders.find(({ id }) => id === decision.holder_id);
        if (!holder) throw new Error("A decision has a holder.");
        return ledgerEntryRow(runOf("54"), holder, decision);
      },
    },
    {
      table: "run_answer_format",
      by: ["provincial_officer"],
      row: (actor) => answerFormatRow("54", actor.id),
    },
    {
      table: "run_answer",
      by: ["provincial_officer"],
      row: (actor) => runAnswerRow(runOf("54"), actor.id),
    },
    {
      // Compared with the ledger by the job, as the bookkeeper.
      table: "run_answer_line",
      by: [],
      row: () => {
        const answer = world().rows.run_answer?.find(({ province_code }) => province_code === "54");
        return answerLineRow(answer as Row, world().holders.at(-1)?.id);
      },
    },
    {
      // Read from the file by the job.
      table: "one_off_list",
      by: [],
      row: (actor) => oneOffListRow("54", actor.id),
    },
    {
      table: "one_off_person",
      by: [],
      row: () => oneOffPersonRow(waitingList(), world().holders[0]?.id),
    },
    {
      table: "one_off_list_step",
      by: ["provincial_officer"],
      row: (actor) => oneOffStepRow(waitingList(), actor.id, "returned"),
    },
    {
      table: "ledger_tally",
      by: [],
      row: () => ({
        run_id: runOf("54").id,
        province_code: "54",
        district_code: "5401",
        income_band: "up_to_30000",
        month: "2018-03-01",
        kind: "difference",
        satang: 1,
        entries: 1,
        benefit: "top_up",
      }),
    },
  ];
}
