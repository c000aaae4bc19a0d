import { runMigrations } from "graphile-worker";
import type { Transaction } from "@/server/db";

/** Queues a job in the transaction of its command: it runs only if that transaction commits. */
export async function enqueue(
  tx: Transaction,
  task: "import" | "export",
  jobId: string,
): Promise<void> {
  await tx.$queryRaw`SELECT app.enqueue(${task}, ${jobId}::uuid)`;
}

/** Brings graphile-worker's own tables up to date; at every start, on the job login. */
export async function installQueue(jobUrl: string): Promise<void> {
  await runMigrations({ connectionString: jobUrl });
}
