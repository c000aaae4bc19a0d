import { demoToday } from "@tests/builders/demo-officers";
import { addDemoOfficers, officerNamed } from "@/cli/demo/officers";
import { database } from "@/server/db";
import { setProgrammeDate } from "./casework";
import { measureRefresh } from "./refresh";

/** A large province and its next list, on a database that scripts/bench.mjs has started; the figures as one line of JSON. */
const adminUrl = process.env.ADMIN_URL ?? "";
await setProgrammeDate(adminUrl, demoToday);
await addDemoOfficers();
const figures = await measureRefresh(adminUrl, await officerNamed("treasury"), (text) =>
  process.stderr.write(`  ${text}\n`),
);
await database().$disconnect();
process.stdout.write(`${JSON.stringify(figures)}\n`);
