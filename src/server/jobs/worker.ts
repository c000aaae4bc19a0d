import { Logger, run, type TaskList } from "graphile-worker";
import { z } from "zod";
import { jobDatabaseUrl } from "@/server/env";
import { tasks } from "./tasks";

/**
 * The worker's process. It runs one job after another on the job login; SIGTERM lets the running one finish its
 * chunk and hands it back, so that the next start goes on with it.
 */
const payload = z.object({ jobId: z.uuid() });

const taskList: TaskList = Object.fromEntries(
  Object.entries(tasks).map(([name, task]) => [
    name,
    (given: unknown) => task(payload.parse(given).jobId),
  ]),
);

/** The queue's own chatter is kept to what somebody has to read. */
const logger = new Logger(() => (level, message) => {
  if (level === "error" || level === "warning") process.stderr.write(`worker: ${message}\n`);
});

const runner = await run({
  connectionString: jobDatabaseUrl(),
  taskList,
  logger,
  concurrency: 1,
  pollInterval: 2000,
});
await runner.promise;
