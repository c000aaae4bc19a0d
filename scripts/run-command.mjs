/** Runs one bundled command module (`run(args)` returns the exit code): node run-command.mjs FILE [ARGS]. */
import { pathToFileURL } from "node:url";

const [file, ...args] = process.argv.slice(2);
const { run } = await import(pathToFileURL(file).href);
process.exitCode = await run(args);
