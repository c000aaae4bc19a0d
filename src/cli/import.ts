import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, readFile } from "node:fs/promises";
import { basename } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Logger, runOnce } from "graphile-worker";
import { z } from "zod";
import { encodings, importAnswers, readingChoice } from "@/domain/import/answers";
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
import {
  checkImport,
  createImport,
  discardImport,
  rereadImport,
  startImport,
} from "@/server/imports/commands";
import { largestFile } from "@/server/imports/file";
import { findImport, type ImportBatch } from "@/server/imports/queries";
import { runImport } from "@/server/jobs/import";
import { takePart } from "@/server/jobs/presence";
import { findOfficer } from "@/server/officers/queries";
import { disconnect, scoped } from "@/server/scope";
import { receiveUpload } from "@/server/uploads/receive";

export const usage = `Usage: sukjai import FILE [--dry-run] [--columns FILE] [--answers FILE] [--sheet NAME]
                     [--encoding NAME] [--separator SIGN] [--as LOGIN]

Imports the Ministry's list of card holders (CSV in UTF-8 or Windows-874, or XLSX) into the province of LOGIN, a
provincial officer; in the demo that is "treasury" unless another is named. Prints one line:
{"rowsIn":…, "created":…, "changed":…, "unchanged":…, "rejected":…, "reasons":{"CODE":n}}
What the screen would show beside it (sheets and hidden rows, questions, what should be looked at) goes to stderr.

--dry-run  judges and compares every row, and writes none
--columns  a JSON file that says which column holds what, by its heading or its number (1 is the first):
           {"nationalId": "PID", "fullName": 2, "subdistrict": "TAMBON", "income": "INCOME59"}
           fields: ${listFields.slice(0, 7).join(" ")}
                   ${listFields.slice(7).join(" ")}
           without it the headings are guessed
--answers  a JSON file with what the screen asks once for the whole file; what is not answered is not guessed:
           {"dateOrder": "month_first", "houseOrder": "day_first", "noneIsZero": true, "dotThousands": true,
            "emptyCells": "empty", "areas": {"ปงป่าหวายย|เด่นชัย|แพร่": "540505"}, "titles": {"กพ.": ""}}
--sheet, --encoding (${encodings.join(", ")}), --separator (, ; | tab)
           how the file is read, where the file itself does not show it rightly`;

const demoOfficer = "treasury";

/** `sukjai import …`: returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      "dry-run": { type: "boolean", default: false },
      columns: { type: "string" },
      answers: { type: "string" },
      sheet: { type: "string" },
      encoding: { type: "string" },
      separator: { type: "string" },
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
    const opened = await openFile(actor, file, readChoice(values));
    const checked = await dryRun(actor, opened, values);
    tellNotes(checked);
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

type Options = Partial<
  Record<"columns" | "answers" | "sheet" | "encoding" | "separator", string | undefined>
>;

function readChoice({ sheet, encoding, separator }: Options) {
  const given = { sheet, encoding, separator: separator === "tab" ? "\t" : separator };
  const read = readingChoice.safeParse(
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  );
  if (!read.success) throw new Error(z.prettifyError(read.error));
  return read.data;
}

async function openFile(actor: Actor, file: string, choice: z.infer<typeof readingChoice>) {
  const received = await receiveUpload(actor.id, createReadStream(file), null, largestFile.csv);
  if (!received.ok) throw new Error(say("imports.uploadTooLarge"));
  const { uploadId } = received.value;
  const input = { uploadId, fileName: basename(file) };
  if (Object.keys(choice).length === 0) return work(actor, createImport, input);
  const { batchId } = await send(actor, createImport, input);
  // A file that cannot be opened as it is may be opened as it was said.
  await settle(actor, batchId);
  return work(actor, rereadImport, { batchId, choice });
}

/** The dry run with the given, remembered or guessed columns; one of two areas is chosen with --answers. */
async function dryRun(actor: Actor, batch: ImportBatch, { columns: file, answers }: Options) {
  if (batch.status === "checked" && !file && !answers) return batch;
  const columns = file ? await readColumns(file, batch.header ?? []) : (batch.columns ?? {});
  const missing = missingFields(columns);
  if (missing.length > 0) {
    await send(actor, discardImport, { batchId: batch.id });
    throw new Error(
      `No column was found for: ${missing.join(", ")}. Name them with --columns FILE.`,
    );
  }
  const given = answers ? { answers: await readAnswers(answers) } : {};
  return work(actor, checkImport, { batchId: batch.id, columns, ...given });
}

async function readAnswers(file: string) {
  const given = importAnswers.safeParse(JSON.parse(await readFile(file, "utf8")));
  if (!given.success) throw new Error(`${file}: ${z.prettifyError(given.error)}`);
  return given.data;
}

/** What the screen says beside the counts, a JSON object a line, on stderr: counts and words of the list, no person. */
function tellNotes({ reading, mended, emptied, answers, asked, judged }: ImportBatch) {
  const others = reading?.sheets.filter(({ name, rows }) => name !== reading.sheet && rows > 0);
  const notes = {
    read: reading && {
      encoding: reading.encoding,
      separator: reading.separator,
      sheet: reading.sheet,
      hiddenRows: reading.hiddenRows,
    },
    sheetsNotRead: others?.map(({ name, hidden, rows }) => ({ name, hidden, rows })) ?? [],
    looked: mended,
    [answers.emptyCells === "empty" ? "willBeEmptied" : "emptyButKept"]: emptied,
    dateOrder: judged?.dates.order ?? "unknown",
    asked,
  };
  for (const [name, value] of Object.entries(notes))
    process.stderr.write(`${JSON.stringify({ [name]: value })}\n`);
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

/** Sends a command and waits until its job has ended well. */
async function work(actor: Actor, command: AnyCommand, input: unknown): Promise<ImportBatch> {
  const { batchId } = await send(actor, command, input);
  const batch = await settle(actor, batchId);
  if (batch.job?.status === "failed")
    throw new Error(faultWords(batch.job.failure ?? "", batch.faultAt));
  return batch;
}

/** Waits until the job of a batch has ended: run here, or by the worker if one is running. */
async function settle(actor: Actor, batchId: string): Promise<ImportBatch> {
  const leave = await takePart(jobDatabaseUrl());
  try {
    return await runUntilSettled(actor, batchId);
  } finally {
    await leave();
  }
}

async function runUntilSettled(actor: Actor, batchId: string): Promise<ImportBatch> {
  for (;;) {
    await runOnce({
      connectionString: jobDatabaseUrl(),
      taskList: { import: (payload) => runImport(queued.parse(payload).jobId) },
      logger: new Logger(() => () => {}),
      noHandleSignals: true,
    });
    const batch = await scoped(actor, (scope) => findImport(scope, batchId));
    if (batch?.job?.status === "done" || batch?.job?.status === "failed") return batch;
    await setTimeout(300);
  }
}

function faultWords(code: string, place: Record<string, number>): string {
  const key = `imports.fault_${code}` as "imports.fault_UNEXPECTED";
  const where = Object.entries(place).map(([name, number]) => `, ${name} ${number}`);
  return say.has(key) ? `${say(key)} (${code}${where.join("")})` : code;
}
