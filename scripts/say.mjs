/** How the commands print: Thai first, English beside it, and never a stack trace for a known error. */

/** An error with a sentence for the user; the commands print it and end with 1. */
export class Refused extends Error {}

/** Ends the command with one sentence in each language. */
export function fail(thai, english) {
  throw new Refused(`${thai}\n  ${english}`);
}

/** With SUKJAI_QUIET, progress goes to stderr: stdout is only for the command's answer. */
const out = process.env.SUKJAI_QUIET ? process.stderr : process.stdout;

/** Prints what is done now, and how long it took. */
export async function step(title, run) {
  const began = performance.now();
  out.write(`• ${title} … `);
  try {
    const value = await run();
    out.write(`${secondsSince(began)} วินาที\n`);
    return value;
  } catch (error) {
    out.write("ไม่สำเร็จ\n");
    throw error;
  }
}

export const say = (text) => out.write(`${text}\n`);

export const secondsSince = (began) => ((performance.now() - began) / 1000).toFixed(1);

/** Runs a command's main function; a known error prints its sentence, any other says that it is a bug. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof Refused) console.error(`\n✗ ${error.message}\n`);
    else if (isDiskFull(error?.message) || error?.code === "ENOSPC")
      console.error("\n✗ เนื้อที่ดิสก์เต็ม\n  The disk is full.\n");
    else console.error(`\n✗ ข้อผิดพลาดที่ไม่คาดไว้\n  An unexpected fault: ${error?.message ?? error}\n`);
    if (process.env.DEBUG) console.error(error);
  }
}

export const isDiskFull = (text) => /ENOSPC|No space left on device/.test(text ?? "");
