import { Client } from "pg";
import { ownerDatabaseUrl } from "@/server/env";
import { Fault } from "./fault";

export const usage = `Usage: sukjai rules province [CODE]

Names the province whose treasury records and checks rule sets from the Ministry's letters (two digits); without a code it
prints the one that has the right. It need not be named where only one province has a treasury here. Needs DATABASE_URL,
the owner's login.`;

/** `sukjai rules province`: returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const [verb, code, ...more] = args;
  if (verb !== "province" || more.length > 0)
    throw new Fault("unknownCommand", `There is only "sukjai rules province".`, args.join(" "));
  const owner = new Client({ connectionString: ownerDatabaseUrl() });
  await owner.connect();
  try {
    if (code !== undefined) await name(owner, code);
    const { rows } = await owner.query("SELECT app.rules_province() AS province");
    process.stdout.write(`${rows[0]?.province ?? "-"}\n`);
    return 0;
  } finally {
    await owner.end();
  }
}

async function name(owner: Client, code: string) {
  const { rowCount } = await owner.query("SELECT FROM province WHERE code = $1", [code]);
  if (!rowCount)
    throw new Fault("noProvince", `There is no province with the code "${code}".`, code);
  await owner.query(
    "INSERT INTO setting (key, value) VALUES ('rules_province', $1) ON CONFLICT (key) DO UPDATE SET value = $1, updated_at = now()",
    [JSON.stringify(code)],
  );
}
