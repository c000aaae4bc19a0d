import { randomUUID } from "node:crypto";
import { asJob, withJobClient } from "@/server/imports/job-connection";

/**
 * How long the receipt of a command is kept, in days. A repeat comes from the page that sent the command or from whoever
 * wrote its id down: a session ends after twelve hours, and a page that stayed open through a long holiday is weeks old.
 */
export const receiptDays = 90;

/** Deleted in one transaction: officers' commands write beside it. */
const atOnce = 10_000;

/** The worker's task `receipts`, once a night: deletes the receipts of which no repeat can come any more. @returns how many */
export async function deleteOldReceipts(): Promise<number> {
  return withJobClient(async (client) => {
    for (let deleted = 0; ; ) {
      const gone = await asJob(client, { jobId: randomUUID(), officerId: "" }, async () => {
        const { rowCount } = await client.query(
          `DELETE FROM command_receipt WHERE id IN (
             SELECT id FROM command_receipt WHERE created_at < now() - make_interval(days => $1) LIMIT $2)`,
          [receiptDays, atOnce],
        );
        return rowCount ?? 0;
      });
      deleted += gone;
      if (gone < atOnce) return deleted;
    }
  });
}
