import { randomUUID } from "node:crypto";
import { asJob, withJobClient } from "@/server/imports/job-connection";
import { reckonPublication, storedRow } from "@/server/published/publish";

/**
 * The worker's task `publish`, asked for by the database whenever numbers of 16:30 were taken: those of the newest day take the
 * place of what was published before, with small numbers withheld.
 * @returns how many areas are published
 */
export function runPublication(): Promise<number> {
  return withJobClient((client) =>
    asJob(client, { jobId: randomUUID(), officerId: "" }, async () => {
      const { on, areas } = await reckonPublication(client);
      if (on === null) return 0;
      await client.query("DELETE FROM published_count");
      await client.query(
        "INSERT INTO published_count SELECT * FROM jsonb_populate_recordset(NULL::published_count, $1::jsonb)",
        [JSON.stringify(areas.map((area) => storedRow(area, on)))],
      );
      const withheld = areas.filter((area) => area.withheld > 0).length;
      await client.query("SELECT audit.append('counts.publish', 'published_count', $1, $2)", [
        on,
        JSON.stringify({ areas: areas.length, withheld }),
      ]);
      return areas.length;
    }),
  );
}
