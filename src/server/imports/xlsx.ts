import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { fileFaults } from "@/domain/import/reasons";
import { FileRefused } from "./file";

/** Milliseconds a workbook may take; a list of the largest size takes about 15 seconds. */
const longestRun = 120_000;

/**
 * Reads a workbook in a process of its own (1 GB of memory, 120 s, then killed) and writes the rows of all its sheets to
 * `rowsPath`, one JSON line each, and the sheets to `sheetsPath`, so that a hostile file can harm only its reader.
 * @throws FileRefused with the reader's reason, or with the way the reader ended.
 */
export async function unpackXlsx(
  path: string,
  rowsPath: string,
  sheetsPath: string,
  limit = longestRun,
) {
  const output = await open(rowsPath, "w", 0o600);
  const sheets = await open(sheetsPath, "w", 0o600);
  try {
    const child = spawn(process.execPath, ["--max-old-space-size=1024", childPath(), path], {
      stdio: ["ignore", output.fd, "pipe", sheets.fd],
      // The process that reads an unknown file gets no address and no key of ours.
      env: { NODE_ENV: process.env.NODE_ENV },
      timeout: limit,
      killSignal: "SIGKILL",
    });
    let said = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString("utf8")).slice(-4000);
    });
    const { code, signal } = await new Promise<{ code: number | null; signal: string | null }>(
      (resolve, reject) => {
        child.once("error", reject);
        child.once("close", (code, signal) => resolve({ code, signal }));
      },
    );
    if (code !== 0) throw refusalOf(said, signal);
  } catch (error) {
    await rm(rowsPath, { force: true });
    throw error;
  } finally {
    await output.close();
    await sheets.close();
  }
}

/** What the reader says on its last line. */
const refusal = z.object({
  fault: z.enum(fileFaults),
  detail: z.record(z.string(), z.int()),
});

function refusalOf(said: string, signal: string | null): FileRefused {
  const named = lastLine(said);
  if (named) return new FileRefused(named.fault, named.detail);
  if (signal === "SIGKILL") return new FileRefused("FILE_TOO_SLOW");
  // V8 aborts the process when its memory is not enough.
  const full = /heap|memory/i.test(said) || signal === "SIGABRT";
  return new FileRefused(full ? "FILE_UNPACKS_TOO_LARGE" : "FILE_DAMAGED");
}

function lastLine(said: string) {
  try {
    return refusal.safeParse(JSON.parse(said.trim().split("\n").at(-1) ?? "")).data;
  } catch {
    return undefined;
  }
}

/** Beside this file in the sources; the bundled worker starts in the project's folder. */
function childPath(): string {
  const beside = fileURLToPath(new URL("xlsx-child.mjs", import.meta.url));
  return existsSync(beside) ? beside : join(process.cwd(), "src/server/imports/xlsx-child.mjs");
}
