import { snapshotDays } from "@/server/daily/take";
import { scoped } from "@/server/scope";
import { officerNamed } from "./officers";

/** The numbers at 16:30 of one day of the demo's February, taken when the work of that day was done. */
export async function takeNumbers(day: string) {
  await scoped(await officerNamed("console"), ({ tx, ruleSets }) => {
    const days = snapshotDays(ruleSets, [day]);
    return tx.$queryRaw`SELECT app.take_snapshots(${days}::date[], 'clock')`;
  });
}
