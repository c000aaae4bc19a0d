import { createReadStream, createWriteStream, rmSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Client } from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { timed } from "./timing";

/**
 * Seconds of a bare COPY of the register's very rows (the first `rows` of them) into an empty twin of its table: the same
 * columns, checks and indexes, but no triggers, row security, history or checks by the import. No import can be faster than this.
 * @param adminUrl the superuser's address: the owner sees no row under forced row security
 */
export async function copyIntoTwin(
  adminUrl: string,
  folder: string,
  rows: number | null = null,
): Promise<number> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  const path = join(folder, "holders.copy");
  try {
    const named = await client.query<{ columns: string }>(
      `SELECT string_agg(quote_ident(column_name), ', ') AS columns FROM information_schema.columns
       WHERE table_name = 'holder' AND is_generated = 'NEVER'`,
    );
    const columns = named.rows[0]?.columns ?? "";
    const some = `SELECT ${columns} FROM holder LIMIT ${rows ?? "ALL"}`;
    await pipeline(client.query(copyTo(`COPY (${some}) TO STDOUT`)), createWriteStream(path));
    await client.query("CREATE TABLE bench_twin (LIKE holder INCLUDING ALL)");
    const milliseconds = await timed(async () => {
      const target = client.query(copyFrom(`COPY bench_twin (${columns}) FROM STDIN`));
      await pipeline(createReadStream(path), target);
    });
    const whole = await client.query<{ whole: boolean }>(
      "SELECT (SELECT count(*) FROM bench_twin) = coalesce($1, (SELECT count(*) FROM holder)) AS whole",
      [rows],
    );
    if (!whole.rows[0]?.whole) throw new Error("The twin has not all rows.");
    await client.query("DROP TABLE bench_twin");
    return milliseconds / 1000;
  } finally {
    rmSync(path, { force: true });
    await client.end();
  }
}
