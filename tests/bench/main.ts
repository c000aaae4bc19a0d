import { demoToday } from "@tests/builders/demo-officers";
import { addDemoOfficers, officerNamed } from "@/cli/demo/officers";
import { database } from "@/server/db";
import { env } from "@/server/env";
import { setProgrammeDate, workInPhrae } from "./casework";
import { copyIntoTwin } from "./copy";
import { measureDrafts } from "./drafts";
import { measure } from "./measures";
import { importRegister } from "./register";
import { measureSignIns } from "./sign-in";

/**
 * One size of the bench, on a database that scripts/bench.mjs has started and migrated. Progress goes to stderr,
 * the figures as one line of JSON to stdout.
 */
const people = Number(process.argv[2]);
const adminUrl = process.env.ADMIN_URL ?? "";

const progress = (text: string) => process.stderr.write(`  ${text}\n`);

await setProgrammeDate(adminUrl, demoToday);
const actors = await addDemoOfficers();
const imported = await importRegister(people, await officerNamed("treasury"), progress);
progress("bare COPY into an empty twin");
const copySeconds = await copyIntoTwin(adminUrl, env().DATA_DIR);
progress("February in Phrae");
await workInPhrae(adminUrl, actors);
await setProgrammeDate(adminUrl, "2018-03-14");
progress("measuring");
const timings = [
  ...(await measure(adminUrl, actors)),
  ...(await measureSignIns([...actors.keys()])),
];
const drafts = await measureDrafts(adminUrl);
await database().$disconnect();

process.stdout.write(
  `${JSON.stringify({
    people: imported.people,
    home: imported.home,
    importRows: imported.people / imported.seconds,
    copyRows: imported.people / copySeconds,
    timings,
    drafts,
  })}\n`,
);
