import type pg from "pg";
import type { Actor } from "@/domain/policy";
import type { Row } from "./world";

export type Answer = { rows?: Row[]; refused?: string };

/** One statement as an actor's role in a transaction that is rolled back: its rows, or the SQLSTATE of the refusal. */
export async function enter(
  client: pg.Client,
  actor: Actor,
  sql: string,
  values: unknown[] = [],
): Promise<Answer> {
  await client.query("BEGIN");
  try {
    await client.query(
      `SELECT set_config('role', $1, true), set_config('app.role', $2, true), set_config('app.uid', $3, true),
        set_config('app.province', $4, true), set_config('app.district', $5, true),
        set_config('app.agency', $6, true)`,
      [
        `r_${actor.role}`,
        actor.role,
        actor.id,
        actor.provinceCode ?? "",
        actor.districtCode ?? "",
        actor.agency ?? "",
      ],
    );
    return { rows: (await client.query(sql, values)).rows };
  } catch (error) {
    return { refused: (error as { code?: string }).code ?? String(error) };
  } finally {
    await client.query("ROLLBACK");
  }
}
