import { parseArgs } from "node:util";
import { ownerDatabaseUrl } from "@/server/env";
import { loadNation } from "./demo/nation/load";
import { nationYes } from "./demo/nation/says-yes";
import { Fault } from "./fault";

export const usage = `Usage: sukjai demo nation [--scale N] [--yes ${nationYes.join(" | ")}] [--seed WORD]

Fills an empty database with 11,469,184 people who do not exist: the programme's table of age and income, cell by
cell, over every province, district and subdistrict that the installation knows; Phrae with 200 officers and their
casework. The same for the same seed. A run that was cut off goes on when it is called again; every database with
people or officers is refused.

--scale N  one of N people
--yes      none: nobody has said yes; february: everyone has, in February 2561; must-reach-april: everyone who
           must be reached has, in April. Without it Phrae is as in the demo's February, and nobody else was asked.
Progress goes to stderr, the figures as one line of JSON to stdout.`;

const options = {
  scale: { type: "string", default: "1" },
  yes: { type: "string" },
  seed: { type: "string", default: "nation" },
} as const;

/** `sukjai demo nation`: returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const { positionals, values } = read(args);
  if (positionals.join(" ") !== "nation")
    throw new Fault(
      "unknownCommand",
      `There is no such command; "sukjai demo --help" tells more.`,
      `"${["demo", ...positionals].join(" ")}"`,
    );
  const scale = Number(values.scale);
  if (!Number.isInteger(scale) || scale < 1 || scale > 100_000)
    throw new Fault("scaleWrong", "--scale takes a whole number from 1 to 100,000.", values.scale);
  const yes = values.yes === undefined ? "demo" : nationYes.find((each) => each === values.yes);
  if (!yes)
    throw new Fault("yesWrong", `--yes takes ${nationYes.join(", ")}.`, nationYes.join(", "));
  const loaded = await loadNation(
    ownerDatabaseUrl(),
    { seed: values.seed, scale, yes },
    everyFewSeconds((text) => process.stderr.write(`${text}\n`)),
  );
  process.stdout.write(
    `${JSON.stringify(loaded ? figures(loaded) : { nation: "loaded before" })}\n`,
  );
  return 0;
}

/** A line for each of 928 districts would hide the others. */
function everyFewSeconds(write: (text: string) => void) {
  let last = 0;
  return (text: string) => {
    if (performance.now() - last < 2000) return;
    last = performance.now();
    write(text);
  };
}

function figures({
  seconds,
  bytes,
  ...loaded
}: NonNullable<Awaited<ReturnType<typeof loadNation>>>) {
  return {
    ...loaded,
    minutes: Number((seconds / 60).toFixed(2)),
    gigabytes: Number((bytes / 1e9).toFixed(3)),
  };
}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Fault("optionUnknown", (error as Error).message);
  }
}
