import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { isIsoDate } from "@/domain/calendar";
import type { MoneyTotals, PeopleByRate } from "@/domain/money";
import { asJob, type JobClient, withJobClient } from "@/server/imports/job-connection";
import { countMoney } from "@/server/money/totals";
import { Fault } from "./fault";

export const usage = `Usage: sukjai money totals [--district CODE] [--as-of DATE]

Prints one line: how many people are due which monthly amount by the rules, and its baht. Nothing here was paid.
{"asOf":"2018-02-26","rules":"2018-01-09","persons":{"200":n,"100":n},
 "months":{"2018-03":{"200":n,"100":n,"baht":n},…},"total":n}

--district  only who is registered in the district of this code (four digits)
--as-of     the end of which programme day, YYYY-MM-DD in C.E., not after today; without it today: what was recorded,
            confirmed, decided and imported until then. Of an import that was undone since, nothing is known

months   every month of the rule set in force on that day, each with everybody to whom it is due
persons  everybody to whom a month is due, by the amount of the last one
total    baht of all months
Needs DATABASE_JOB_URL, the login of the jobs.`;

const options = { district: { type: "string" }, "as-of": { type: "string" } } as const;

/** `sukjai money totals`: returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const { positionals, values } = read(args);
  if (positionals.join(" ") !== "totals")
    throw new Fault(
      "unknownCommand",
      `There is only "sukjai money totals"; "sukjai money --help" tells more.`,
      `"${["money", ...positionals].join(" ")}"`,
    );
  const totals = await withJobClient(async (client) => {
    const asOf = await dayOf(client, values["as-of"]);
    const districtCode = await districtOf(client, values.district);
    return countMoney(client, { asOf, area: districtCode });
  });
  process.stdout.write(`${lineOf(totals)}\n`);
  return 0;
}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Fault("optionUnknown", error instanceof Error ? error.message : String(error));
  }
}

const ask = (client: JobClient, sql: string, values: unknown[] = []) =>
  asJob(client, { jobId: randomUUID(), officerId: "" }, () => client.query(sql, values));

async function dayOf(client: JobClient, asked: string | undefined): Promise<string> {
  if (asked !== undefined && !isIsoDate(asked))
    throw new Fault("dayWrong", "--as-of takes a day as YYYY-MM-DD in C.E.", asked);
  const { rows } = await ask(client, "SELECT app.programme_today()::text AS today");
  const { today } = rows[0];
  if (asked !== undefined && asked > today)
    throw new Fault("dayNotYet", `--as-of takes a day that has come: today is ${today}.`, today);
  return asked ?? today;
}

async function districtOf(client: JobClient, code: string | undefined): Promise<string | null> {
  if (code === undefined) return null;
  const { rowCount } = await ask(client, "SELECT FROM district WHERE code = $1", [code]);
  if (!rowCount)
    throw new Fault("noDistrict", `There is no district with the code "${code}".`, code);
  return code;
}

/** Written by hand: an object of JavaScript puts 100 before 200 whatever was first, and has no number for such sums. */
function lineOf({ asOf, rules, persons, months, total }: MoneyTotals): string {
  const people = (rates: PeopleByRate) => [...rates].map(([rate, count]) => `"${rate}":${count}`);
  const lines = [...months].map(
    ([month, due]) => `"${month}":{${[...people(due.people), `"baht":${due.baht}`].join()}}`,
  );
  return `{"asOf":"${asOf}","rules":"${rules}","persons":{${people(persons).join()}},"months":{${lines.join()}},"total":${total}}`;
}
