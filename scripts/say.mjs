/** What the two commands say: Thai first, English beside it, and never a stack trace for a known fault. */

/** A fault that has been put into words; the commands print it and end with 1. */
export class Refused extends Error {}

/** Ends the command with one sentence in each language. */
export function fail(thai, english) {
  throw new Refused(`${thai}\n${english}`);
}

/** Runs a command's main function; a known fault prints its sentence, anything else says that it is a bug. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof Refused) console.error(`\n✗ ${error.message}\n`);
    else if (error?.code === "ENOSPC") console.error("\n✗ เนื้อที่ดิสก์เต็ม\n  The disk is full.\n");
    else console.error(`\n✗ ข้อผิดพลาดที่ไม่คาดไว้ / An unexpected fault: ${error?.message ?? error}\n`);
    if (process.env.DEBUG) console.error(error);
  }
}
