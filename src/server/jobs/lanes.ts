import { Logger, type Runner, run, type TaskList } from "graphile-worker";
import { z } from "zod";
import { runDaily } from "./daily";
import { runDigest } from "./digest";
import { runInForce } from "./in-force";
import { orderMeetingPacks } from "./meeting-packs";
import { takePart } from "./presence";
import { runProof } from "./prove";
import { runPublication } from "./publish";
import { deleteOldReceipts } from "./receipts";
import { tasks } from "./tasks";

const payload = z.object({ jobId: z.uuid() });

const ordered = (name: keyof typeof tasks) => async (given: unknown) =>
  tasks[name](payload.parse(given).jobId);

/** 16:30 in Thailand (no summer time) is 09:30 UTC; a worker that was down catches up within six hours. */
const crontab = [
  "30 9 * * 1-5 daily ?fill=6h",
  // 16:40 in Thailand, after the numbers of the day: the papers of tomorrow's meetings.
  "40 9 * * 1-5 meeting_packs ?fill=6h",
  // A month begins by the programme's date, and the demo may move that date at any minute.
  "* * * * * in_force",
  // 07:30 in Thailand: one mail before the day's work.
  "30 0 * * * digest ?fill=6h",
  // 03:10 in Thailand, when nobody works.
  "10 20 * * * receipts ?fill=1d",
].join("\n");

type Lane = { taskList: TaskList; concurrency: number; crontab?: string };

/**
 * What waits for nothing but its own kind. One person runs at most two imports (one that reads, one that writes) and one export
 * (`orderJob`), so that there is room for somebody else.
 */
const lanes: readonly Lane[] = [
  { taskList: { import: ordered("import") }, concurrency: 3 },
  { taskList: { export: ordered("export"), pack: ordered("pack") }, concurrency: 2 },
  { taskList: { month_run: ordered("month_run") }, concurrency: 1 },
  { taskList: { what_if: ordered("what_if") }, concurrency: 1 },
  { taskList: { one_off_list: ordered("one_off_list") }, concurrency: 1 },
  {
    taskList: {
      daily: async () => void (await runDaily()),
      meeting_packs: async () => void (await orderMeetingPacks()),
      in_force: runInForce,
      digest: async () => void (await runDigest()),
      receipts: async () => void (await deleteOldReceipts()),
    },
    concurrency: 1,
    crontab,
  },
  // Asked for by the database, once numbers of 16:30 were taken.
  { taskList: { publish: async () => void (await runPublication()) }, concurrency: 1 },
  // 02:10 in Thailand. Minutes for a nation: nothing that must come every minute waits for it.
  { taskList: { prove: runProof }, concurrency: 1, crontab: "10 19 * * * prove ?fill=1d" },
];

/** Of the queue's own messages only those that an administrator must read are kept. */
const logger = new Logger(() => (level, message) => {
  if (level === "error" || level === "warning") process.stderr.write(`worker: ${message}\n`);
});

/**
 * Works on all lanes, on the job login; on SIGTERM a running job finishes its chunk and returns to the queue. `ended` comes when
 * all lanes have stopped.
 */
export async function startLanes(jobUrl: string) {
  const leave = await takePart(jobUrl);
  const runners = await Promise.all(lanes.map((lane) => startLane(lane, jobUrl)));
  return {
    stop: () => Promise.all(runners.map((runner) => runner.stop())),
    ended: Promise.all(runners.map(({ promise }) => promise)).finally(leave),
  };
}

function startLane(lane: Lane, connectionString: string): Promise<Runner> {
  return run({
    ...lane,
    connectionString,
    logger,
    // One connection listens, each job is taken and ended with another.
    maxPoolSize: lane.concurrency + 2,
    pollInterval: 1000,
  });
}
