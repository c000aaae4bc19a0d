import { Client } from "pg";
import { loadAreas } from "@/server/areas/load";
import { ownerDatabaseUrl } from "@/server/env";

export const usage = `Usage: sukjai load-areas

Writes the provinces, districts and subdistricts of the country by their official codes. Run again, it
changes nothing. Needs DATABASE_URL.`;

export async function run(): Promise<number> {
  const owner = new Client({ connectionString: ownerDatabaseUrl() });
  await owner.connect();
  try {
    process.stdout.write(`${JSON.stringify(await loadAreas(owner))}\n`);
    return 0;
  } finally {
    await owner.end();
  }
}
