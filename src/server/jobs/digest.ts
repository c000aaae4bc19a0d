import { randomUUID } from "node:crypto";
import { createTransport, type Transporter } from "nodemailer";
import { say } from "@/i18n/words";
import { env } from "@/server/env";
import { asJob, type JobClient, withJobClient } from "@/server/imports/job-connection";

type Waiting = { officer_id: string; email: string; lines: number; ids: string[] };

/**
 * The worker's task `digest`, once a day: one mail to each active officer with an address and with new notifications; a
 * number and a link, no name and no case. A notification is in only one mail. Without SMTP nothing is sent or marked.
 * @returns how many mails were sent
 */
export async function runDigest(): Promise<number> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL) return 0;
  const transport = createTransport(SMTP_URL);
  try {
    return await withJobClient((client) => sendAll(client, transport, MAIL_FROM));
  } finally {
    transport.close();
  }
}

async function sendAll(client: JobClient, transport: Transporter, from: string): Promise<number> {
  const asWorker = <Value>(work: () => Promise<Value>) =>
    asJob(client, { jobId: randomUUID(), officerId: "" }, work);
  const waiting = await asWorker(async () => {
    const { rows } = await client.query<Waiting>(
      `SELECT n.officer_id, o.email, count(*)::int AS lines, array_agg(n.id) AS ids
       FROM notification n JOIN officer o ON o.id = n.officer_id
       WHERE n.read_at IS NULL AND n.mailed_at IS NULL AND o.email IS NOT NULL AND o.status = 'active'
       GROUP BY 1, 2 ORDER BY 1`,
    );
    return rows;
  });
  for (const { email, lines, ids } of waiting) {
    await transport.sendMail({ from, to: email, ...mailOf(lines) });
    // Marked after each mail: if one is refused, the others are not sent twice.
    await asWorker(() =>
      client.query("UPDATE notification SET mailed_at = now() WHERE id = ANY ($1)", [ids]),
    );
  }
  return waiting.length;
}

function mailOf(lines: number) {
  const link = `${env().PUBLIC_URL}/notifications`;
  return {
    subject: say("digest.subject", { count: lines }),
    text: say("digest.text", { count: lines, link }),
  };
}
