/** The database that every integration test copies: migrated once, with the areas and the queue in it. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase, openQueue } from "../../scripts/database.mjs";
import { placeOf } from "../../scripts/postgres.mjs";
import { bundle, generateClient, runCommand } from "../../scripts/prepare.mjs";

/** Nothing here must survive a power cut: speed matters more. */
const FAST = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: 200,
};

/** Starts a PostgreSQL of its own in a temporary folder; returns its addresses and `stop()`, which removes it. */
export async function startTemplate() {
  const dataDir = mkdtempSync(join(tmpdir(), "sukjai-test-"));
  chmodSync(dataDir, 0o711);
  for (const name of ["DATABASE_URL", "DATABASE_APP_URL", "DATABASE_JOB_URL"])
    delete process.env[name];
  await generateClient();
  const { environment, server } = await openDatabase({ dataDir, port: 3000, settings: FAST });
  const stop = async () => {
    await server.stop();
    const { cluster, moved } = placeOf(dataDir);
    if (moved) rmSync(join(cluster, ".."), { recursive: true, force: true });
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await openQueue(environment);
    const folder = await bundle("areas", ["src/cli/load-areas.ts"]);
    await runCommand("load-areas", join(folder, "cli/load-areas.js"), environment);
    return { environment: { ...environment, ADMIN_URL: server.adminUrl }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
