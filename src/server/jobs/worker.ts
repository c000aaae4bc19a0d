import { jobDatabaseUrl } from "@/server/env";
import { startLanes } from "./lanes";

/** The worker's process; the next start continues what it left. */
const { ended } = await startLanes(jobDatabaseUrl());
await ended;
