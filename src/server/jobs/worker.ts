import { Logger, run, type TaskList } from "graphile-worker";
import { z } from "zod";
import { jobDatabaseUrl } from "@/server/env";
import { runDaily } from "./daily";
import { runDigest } from "./digest";
import { runInForce } from "./in-force";
import { tasks } from "./tasks";

/**
 * The worker's process. It runs one job after another on the job login; SIGTERM lets the running one finish its
 * chunk and hands it back, so that the next start goes on with it.
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

/** 16:30 in Thailand, which knows no summer time, is 09:30 UTC; a worker that was down takes it up to six hours late. */
const crontab = [
  "30 9 * * 1-5 daily ?fill=6h",
  // A month begins by the programme's date, which the demo may move at any minute.
  "* * * * * in_force",
  // 07:30 in Thailand: one mail before the day's work.
  "30 0 * * * digest ?fill=6h",
].join("\n");

/** The queue's own chatter is kept to what somebody has to read. */
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
