import { randomUUID } from "node:crypto";
import {
  type HolderRow,
  importBatchRow,
  insert,
  officer,
  officerRow,
  onDatabase,
} from "@tests/security/world";
import { transferPersonRow, transferRow } from "@tests/security/world-caseload";
import { caseloadMoveRow } from "@tests/security/world-casework";
import type pg from "pg";

export const desk = officer("receiving_officer", "5401");
/** Who confirms, decides and answers. */
export const colleague = officer("receiving_officer", "5401");
export const interviewer = officer("account_officer", "5401", "CDD");
export const second = officer("account_officer", "5401", "BAAC");
export const treasury = officer("provincial_officer", "54");
export const batch = randomUUID();

/** The officers and the import that everybody of the cohort comes from. */
export function saveOfficers() {
  return onDatabase(async (client) => {
    for (const actor of [desk, colleague, interviewer, second, treasury])
      await insert(client, "officer", officerRow(actor));
    await insert(client, "import_batch", importBatchRow(batch, treasury, { number: 90 }));
  });
}

/** One move of one person; to nobody without an officer. */
export async function give(client: pg.Client, { id }: HolderRow, officerId: string | null) {
  const code = officerId && (officerId === second.id ? "5401C002" : "5401C001");
  const kept = caseloadMoveRow("5401", desk.id);
  await insert(client, "caseload_move", kept);
  return client.query(
    `INSERT INTO assignment (id, move_id, holder_id, province_code, district_code, officer_id, officer_code, previous_officer_id,
       previous_officer_code, assigned_by_id, assigned_on)
     SELECT gen_random_uuid(), $1, h.id, h.province_code, h.district_code, $2, $3, h.account_officer_id, h.account_officer_code,
       $4, '2018-02-20' FROM holder h WHERE h.id = $5`,
    [kept.id, officerId, code, desk.id, id],
  );
}

/** The latest move of the person, taken back. */
export async function takeBack(client: pg.Client, holder: HolderRow) {
  const { rows } = await client.query(
    "SELECT * FROM assignment WHERE holder_id = $1 ORDER BY created_at DESC LIMIT 1",
    [holder.id],
  );
  const [latest] = rows;
  const id = randomUUID();
  const undo = { ...caseloadMoveRow("5401", desk.id), id, kind: "undo", undoes_id: latest.move_id };
  await insert(client, "caseload_move", undo);
  return insert(client, "assignment", {
    ...latest,
    id: randomUUID(),
    move_id: id,
    officer_id: latest.previous_officer_id,
    officer_code: latest.previous_officer_code,
    previous_officer_id: latest.officer_id,
    previous_officer_code: latest.officer_code,
    created_at: new Date(),
  });
}

/** Asks the neighbour district to take the holder over. */
export async function askTransfer(client: pg.Client, holder: HolderRow) {
  const { rows } = await client.query(
    "SELECT account_officer_id AS officer FROM holder WHERE id = $1",
    [holder.id],
  );
  const asked = transferRow("5401", "5402", desk.id, null);
  await insert(client, "caseload_transfer", asked);
  return insert(
    client,
    "transfer_person",
    transferPersonRow(asked.id as string, { ...holder, accountOfficerId: rows[0].officer }),
  );
}

const answers = {
  accept_transfer: "accepted",
  refuse_transfer: "refused",
  withdraw_transfer: "withdrawn",
} as const;

/** The receiver answers, the asker withdraws; the acceptance is the move (a trigger's). */
export function answerTransfer(client: pg.Client, holder: HolderRow, event: keyof typeof answers) {
  const accepted = event === "accept_transfer";
  return client.query(
    `UPDATE caseload_transfer SET status = $2, answer_reason = 'รับทราบ', answered_by_id = $3, answered_on = '2018-02-22',
       given_officer_id = $4, given_officer_code = $5
     WHERE status = 'asked' AND id IN (SELECT transfer_id FROM transfer_person WHERE holder_id = $1 AND open)`,
    [
      holder.id,
      answers[event],
      event === "withdraw_transfer" ? desk.id : colleague.id,
      accepted ? second.id : null,
      accepted ? "5401C002" : null,
    ],
  );
}
