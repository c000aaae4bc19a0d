import { loadNation } from "@/cli/demo/nation/load";
import { nationYes } from "@/cli/demo/nation/says-yes";
import { nationAtScale } from "@/cli/demo/nation/table";
import { ownerDatabaseUrl } from "@/server/env";
import { withJobClient } from "@/server/imports/job-connection";
import { setProgrammeDate } from "./casework";
import { measureMonthRun } from "./month-run";
import { measureProof } from "./proof";
import { bareAggregate, measureWhatIf } from "./what-if";

/**
 * The money of the nation, or of one of so many: a month run, the proof and a what-if over everybody, as one line of JSON to
 * stdout. With `must-reach-april` the proof alone.
 */
const scale = Number(process.argv[2]);
const yes = nationYes.find((each) => each === process.argv[3]) ?? "february";
const adminUrl = process.env.ADMIN_URL ?? "";
const progress = (text: string) => process.stderr.write(`  ${text}\n`);

const loaded = await loadNation(ownerDatabaseUrl(), { seed: "nation", scale, yes }, progress);
await setProgrammeDate(adminUrl, yes === "february" ? "2018-03-05" : "2018-04-30");
const cells = nationAtScale(scale);
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
/** What the table of the programme comes to: baht of a month for everybody, and of eight months for whoever must be reached. */
const table = {
  people: sumOf(cells.map((cell) => cell.people)),
  month: sumOf(cells.map(({ income, people }) => people * (income === "up_to_30000" ? 200 : 100))),
  mustReach: (cells[0]?.people ?? 0) * 200 * 8,
};
const figures = await withJobClient(async (client) => ({
  aggregate: await bareAggregate(adminUrl),
  ...(yes === "february" && {
    run: await measureMonthRun(client, adminUrl, "2018-03", progress),
    whatIf: await measureWhatIf(client, progress),
  }),
  proof: await measureProof(client, progress),
}));
process.stdout.write(`${JSON.stringify({ table, loaded, ...figures })}\n`);
