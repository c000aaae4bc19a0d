import { snapshotArrays } from "@/server/daily/take";
import { scoped } from "@/server/scope";
import { officerNamed } from "./officers";

/** The numbers of 16:30 of one day of the demo's February, as they stood when its work was done. */
export async function takeNumbers(day: string) {
  const { days, from, until } = snapshotArrays([day]);
  await scoped(
    await officerNamed("console"),
    ({ tx }) =>
      tx.$queryRaw`SELECT app.take_snapshots(${days}::date[], ${from}::date[], ${until}::date[], 'clock')`,
  );
}
