import { Logger, run, type TaskList } from "graphile-worker";
import { z } from "zod";
import { jobDatabaseUrl } from "@/server/env";
import { runDaily } from "./daily";
import { runDigest } from "./digest";
import { runInForce } from "./in-force";
import { tasks } from "./tasks";

/**
 * The worker's process. It runs one job after another on the job login; on SIGTERM the running job finishes its chunk and
 * returns to the queue, so that the next start continues it.
 */
const payload = z.object({ jobId: z.uuid() });

const taskList: TaskList = {
  ...Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      (given: unknown) => task(payload.parse(given).jobId),
    ]),
  ),
  daily: async () => {
    await runDaily();
  },
  in_force: async () => {
    await runInForce();
  },
  digest: async () => {
    await runDigest();
  },
};

/** 16:30 in Thailand (no summer time) is 09:30 UTC; a worker that was down catches up within six hours. */
const crontab = [
  "30 9 * * 1-5 daily ?fill=6h",
  // A month begins by the programme's date, and the demo may move that date at any minute.
  "* * * * * in_force",
  // 07:30 in Thailand: one mail before the day's work.
  "30 0 * * * digest ?fill=6h",
].join("\n");

/** Of the queue's own messages only those that an administrator must read are kept. */
const logger = new Logger(() => (level, message) => {
  if (level === "error" || level === "warning") process.stderr.write(`worker: ${message}\n`);
});

const runner = await run({
  connectionString: jobDatabaseUrl(),
  taskList,
  crontab,
  logger,
  concurrency: 1,
  pollInterval: 2000,
});
await runner.promise;
