import { districts, insert, officer, officerRow, onDatabase, type Row, type World } from "./world";
import { buildCaseloads } from "./world-caseload";
import { buildCasework } from "./world-casework";
import { buildFollowUps } from "./world-followups";
import { buildLedger } from "./world-ledger";
import { buildPreparation } from "./world-preparation";
import { buildProvince } from "./world-province";
import { buildReferrals } from "./world-referrals";
import { buildRequests } from "./world-requests";
import { buildRules } from "./world-rules";

/** Builds the world in this test file's database. */
export async function buildWorld(): Promise<World> {
  const officers = [
    ...["54", "55"].flatMap((area) => [
      officer("governor", area),
      officer("provincial_officer", area),
      officer("agency_officer", area, "BAAC"),
    ]),
    ...districts.flatMap((area) => [
      officer("district_chief", area),
      officer("district_secretary", area),
      officer("receiving_officer", area),
      officer("account_officer", area, "CDD"),
      officer("account_officer", area, "BAAC"),
    ]),
    officer("administrator", null),
    officer("national_reader", null),
  ];
  const world: World = { officers, holders: [], rows: {} };
  await onDatabase(async (client) => {
    const keep = async (table: string, row: Row) => {
      await insert(client, table, row);
      world.rows[table] = [...(world.rows[table] ?? []), row];
    };
    for (const actor of officers) await keep("officer", officerRow(actor));
    await buildCasework(world, keep);
    await buildCaseloads(world, keep);
    await buildPreparation(world, keep);
    await buildProvince(world, keep);
    await buildRules(world, keep);
    await buildRequests(world, keep);
    await buildReferrals(world, client, keep);
    await buildFollowUps(world, keep, client);
    await buildLedger(world, keep);
    world.rows.ledger_tally = (await client.query("SELECT * FROM ledger_tally")).rows;
  });
  return world;
}
