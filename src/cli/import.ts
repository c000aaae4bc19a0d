import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, readFile } from "node:fs/promises";
import { basename } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Logger, runOnce } from "graphile-worker";
import { z } from "zod";
import {
  type ColumnChoice,
  columnChoice,
  listFields,
  missingFields,
} from "@/domain/import/columns";
import type { Actor } from "@/domain/policy";
import { say } from "@/i18n/words";
import { isDemo } from "@/server/clock";
import { type AnyCommand, execute } from "@/server/command";
import { jobDatabaseUrl } from "@/server/env";
import { checkImport, createImport, discardImport, startImport } from "@/server/imports/commands";
import { findImport, type ImportBatch } from "@/server/imports/queries";
import { receiveUpload } from "@/server/imports/receive";
import { runImport } from "@/server/jobs/import";
import { findOfficer } from "@/server/officers/queries";
import { disconnect, scoped } from "@/server/scope";

export const usage = `Usage: sukjai import FILE [--dry-run] [--columns FILE] [--as LOGIN]

Imports the Ministry's list of card holders (CSV in UTF-8 or Windows-874, or XLSX) into the province of LOGIN, a
provincial officer; in the demo that is "treasury" unless another is named. Prints one line:
{"rowsIn":…, "created":…, "changed":…, "unchanged":…, "rejected":…, "reasons":{"CODE":n}}

--dry-run  judges and compares every row, and writes none
--columns  a JSON file that says which column holds what, by its heading or its number (1 is the first):
           {"nationalId": "PID", "fullName": 2, "subdistrict": "TAMBON", "income": "INCOME59"}
           fields: ${listFields.slice(0, 7).join(" ")}
                   ${listFields.slice(7).join(" ")}
           without it the headings are guessed`;

const demoOfficer = "treasury";

/** `sukjai import …`: returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      "dry-run": { type: "boolean", default: false },
      columns: { type: "string" },
      as: { type: "string" },
    },
  });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new Error("One file is needed: sukjai import FILE");
  await access(file).catch(() => {
    throw new Error(`There is no file ${file}.`);
  });
  try {
    const actor = await officer(values.as);
    const opened = await openFile(actor, file);
    const checked = await dryRun(actor, opened, values.columns);
    const batch = values["dry-run"]
      ? checked
      : await work(actor, startImport, { batchId: checked.id });
    if (values["dry-run"]) await send(actor, discardImport, { batchId: checked.id });
    const { rowsIn, created, changed, unchanged, rejected, reasons } = batch;
    process.stdout.write(
      `${JSON.stringify({ rowsIn, created, changed, unchanged, rejected, reasons })}\n`,
    );
    return 0;
  } finally {
    await disconnect();
  }
}

async function officer(login: string | undefined): Promise<Actor> {
  const wanted = login ?? ((await isDemo()) ? demoOfficer : undefined);
  if (!wanted) throw new Error("Whose import is it? Name a provincial officer: --as LOGIN");
  const actor = await findOfficer({ login: wanted });
  if (actor?.role !== "provincial_officer")
    throw new Error(`"${wanted}" is no provincial officer who may sign in.`);
  return actor;
}

async function openFile(actor: Actor, file: string): Promise<ImportBatch> {
  const received = await receiveUpload(actor.id, createReadStream(file), null);
  if (!received.ok) throw new Error(say("imports.uploadTooLarge"));
  const { uploadId } = received.value;
  return work(actor, createImport, { uploadId, fileName: basename(file) });
}

/** The dry run with the given, remembered or guessed columns; ambiguous areas cannot be chosen here. */
async function dryRun(actor: Actor, batch: ImportBatch, columnsFile: string | undefined) {
  if (batch.status === "checked" && !columnsFile) return batch;
  const columns = columnsFile
    ? await readColumns(columnsFile, batch.header ?? [])
    : (batch.columns ?? {});
  const missing = missingFields(columns);
  if (missing.length > 0) {
    await send(actor, discardImport, { batchId: batch.id });
    throw new Error(
      `No column was found for: ${missing.join(", ")}. Name them with --columns FILE.`,
    );
  }
  return work(actor, checkImport, { batchId: batch.id, columns });
}

const columnsByName = z.partialRecord(
  z.enum(listFields),
  z.union([z.string(), z.int().min(1).max(256)]),
);

async function readColumns(file: string, header: readonly string[]): Promise<ColumnChoice> {
  const given = columnsByName.safeParse(JSON.parse(await readFile(file, "utf8")));
  if (!given.success) throw new Error(`${file}: ${z.prettifyError(given.error)}`);
  const chosen = Object.entries(given.data).map(([field, column]) => {
    const place = typeof column === "number" ? column - 1 : header.indexOf(column);
    if (place < 0 || place >= header.length) throw new Error(`The file has no column "${column}".`);
    return [field, place];
  });
  return columnChoice.parse(Object.fromEntries(chosen));
}

async function send(actor: Actor, command: AnyCommand, input: unknown) {
  const result = await execute(command, actor, { id: randomUUID(), input });
  if (!result.ok) throw new Error(`${command.name}: ${result.code}`);
  return result.value as { batchId: string };
}

const queued = z.object({ jobId: z.uuid() });

/** Sends a command and waits until its job has ended: run here, or by the worker if one is running. */
async function work(actor: Actor, command: AnyCommand, input: unknown): Promise<ImportBatch> {
  const { batchId } = await send(actor, command, input);
  for (;;) {
    await runOnce({
      connectionString: jobDatabaseUrl(),
      taskList: { import: (payload) => runImport(queued.parse(payload).jobId) },
      logger: new Logger(() => () => {}),
      noHandleSignals: true,
    });
    const batch = await scoped(actor, (scope) => findImport(scope, batchId));
    if (batch?.job?.status === "done") return batch;
    if (batch?.job?.status === "failed") throw new Error(faultWords(batch.job.failure ?? ""));
    await setTimeout(300);
  }
}

function faultWords(code: string): string {
  const key = `imports.fault_${code}` as "imports.fault_UNEXPECTED";
  return say.has(key) ? `${say(key)} (${code})` : code;
}
