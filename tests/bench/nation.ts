import { demoOfficers } from "@tests/builders/demo-officers";
import { loadNation } from "@/cli/demo/nation/load";
import { officerNamed } from "@/cli/demo/officers";
import { database } from "@/server/db";
import { ownerDatabaseUrl } from "@/server/env";
import { setProgrammeDate } from "./casework";
import { measure } from "./measures";
import { measureSignIns } from "./sign-in";

/** The nation, or one of so many, and Phrae's everyday work in it; the figures as one line of JSON to stdout. */
const scale = Number(process.argv[2]);
const adminUrl = process.env.ADMIN_URL ?? "";
const progress = (text: string) => process.stderr.write(`  ${text}\n`);

const loaded = await loadNation(
  ownerDatabaseUrl(),
  { seed: "nation", scale, yes: "demo" },
  progress,
);
const actors = new Map(
  await Promise.all(
    demoOfficers.map(async ({ login }) => [login, await officerNamed(login)] as const),
  ),
);
await setProgrammeDate(adminUrl, "2018-03-14");
progress("measuring");
const timings = [
  ...(await measure(adminUrl, actors)),
  ...(await measureSignIns([...actors.keys()])),
];
await database().$disconnect();
process.stdout.write(`${JSON.stringify({ loaded, timings })}\n`);
