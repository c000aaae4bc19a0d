/**
 * The web server on every core. Each process that this one starts is a whole Next server
 * that keeps nothing between requests, so it does not matter which of them answers. One that dies is replaced.
 */
import cluster from "node:cluster";
import { availableParallelism } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";

/** Unless WEB_PROCESSES says another number. The processes share PostgreSQL's connections (src/server/db.ts). */
const MOST = 8;
/** Megabytes of objects a process may hold: V8 would let it grow to some gigabytes before it looks for what is no longer used. */
const HEAP_MB = 768;
/** A process that dies as soon as it starts is not started again and again without a pause. */
const PAUSE_MS = 500;

let stopping = false;

function keepServing() {
  const processes = Number(process.env.WEB_PROCESSES) || Math.min(availableParallelism(), MOST);
  const start = () => cluster.fork({ WEB_PROCESSES: String(processes) });
  cluster.setupPrimary({ execArgv: [...process.execArgv, `--max-old-space-size=${HEAP_MB}`] });
  for (let started = 0; started < processes; started += 1) start();
  let everServed = false;
  cluster.on("listening", () => {
    everServed = true;
  });
  cluster.on("exit", async () => {
    // Where none could begin to serve, starting more of them says nothing to whoever waits.
    if (!everServed) process.exit(1);
    await sleep(PAUSE_MS);
    if (!stopping) start();
  });
}

/** Next finishes what it is answering; without a process left this one ends as well. */
function stop() {
  stopping = true;
  for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill("SIGTERM");
}

// Each process takes its own connections from the system: one that is killed takes none along that it had not answered.
cluster.schedulingPolicy = cluster.SCHED_NONE;

if (cluster.isPrimary) {
  process.on("SIGTERM", stop);
  keepServing();
} else {
  await import("./edge.mjs");
  // What the build makes: a clean clone has no such file yet, so no import rule can look for it.
  await import(new URL("../.next/standalone/server.js", import.meta.url).href);
}
