import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { open, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { fileFaults } from "@/domain/import/reasons";
import { FileRefused } from "./file";
import { Refused, rowWriter } from "./reader.mjs";

/** Milliseconds that reading a file may take: what harms is small, and a list of the largest size takes its time. */
const limits = { anyFile: 20_000, megabyte: 1000 };

/** How a file is read: by which script, by what was chosen for it, and what its questions are answered. */
export type Reader = {
  script: "csv-child.mjs" | "xlsx-child.mjs";
  choice?: readonly string[];
  args?: readonly string[];
  answer?: (said: unknown) => object;
  /** The same in this process, for a small file. */
  here?: (out: ReturnType<typeof rowWriter>) => Promise<unknown>;
};

/** Bytes of a file that is read without a process of its own: nothing in it is longer than what is read at once. */
const smallFile = 64 * 1024;

const kept = z.object({ choice: z.array(z.string()), found: z.unknown() });

/**
 * Reads a file once into `<path>.rows`, and again where something else is chosen for it.
 * @returns what its reader found of it
 * @throws FileRefused
 */
export async function unpackOnce(path: string, reader: Reader): Promise<unknown> {
  const { choice = [] } = reader;
  const earlier = await foundBefore(path);
  if (earlier && earlier.choice.join() === choice.join()) return earlier.found;
  // Under another name until it is complete, and never beside what was found for another choice.
  await rm(`${path}.read`, { force: true });
  const found = await unpack(path, reader);
  await rename(`${path}.rows.part`, `${path}.rows`);
  await keepFound(path, { choice, found });
  return found;
}

async function foundBefore(path: string) {
  if (!existsSync(`${path}.rows`) || !existsSync(`${path}.read`)) return null;
  return kept.parse(JSON.parse(await readFile(`${path}.read`, "utf8")));
}

async function keepFound(path: string, value: object) {
  const file = await open(`${path}.read.part`, "w", 0o600);
  await file.writeFile(JSON.stringify(value));
  await file.close();
  await rename(`${path}.read.part`, `${path}.read`);
}

const limitOf = (bytes: number) =>
  limits.anyFile + Math.round((bytes / 1024 / 1024) * limits.megabyte);

/**
 * Writes the rows of a file to `<path>.rows.part`, in a process of its own (1 GB of memory, a clock, then killed), so that a
 * hostile file can harm only its reader.
 * @throws FileRefused with the reader's reason, or with the way the reader ended.
 */
export async function unpack(path: string, reader: Reader, limit?: number): Promise<unknown> {
  const { size } = await stat(path);
  const rows = await open(`${path}.rows.part`, "w", 0o600);
  try {
    return reader.here && size <= smallFile
      ? await readHere(reader.here, rows.fd)
      : await readApart(path, reader, rows.fd, limit ?? limitOf(size));
  } catch (error) {
    await rm(`${path}.rows.part`, { force: true });
    throw error;
  } finally {
    await rows.close();
  }
}

async function readHere(here: NonNullable<Reader["here"]>, rows: number): Promise<unknown> {
  try {
    return await here(rowWriter(rows));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { fault, detail } = refusal.parse({ fault: error.message, detail: error.detail });
    throw new FileRefused(fault, detail);
  }
}

async function readApart(path: string, reader: Reader, rows: number, limit: number) {
  const part = `${path}.found.part`;
  const found = await open(part, "w", 0o600);
  try {
    await runReader(path, reader, limit, [rows, found.fd]);
    return JSON.parse(await readFile(part, "utf8"));
  } finally {
    await found.close();
    await rm(part, { force: true });
  }
}

async function runReader(
  path: string,
  { script, args = [], answer }: Reader,
  limit: number,
  [rows, found]: readonly [number, number],
): Promise<void> {
  const child = spawn(
    process.execPath,
    ["--max-old-space-size=1024", placeOf(script), path, ...args],
    {
      stdio: ["ignore", rows, "pipe", found, "ipc"],
      // The process that reads an unknown file gets no address and no key of ours.
      env: { NODE_ENV: process.env.NODE_ENV },
      timeout: limit,
      killSignal: "SIGKILL",
    },
  );
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said = (said + chunk.toString("utf8")).slice(-4000);
  });
  const { code, signal } = await new Promise<{ code: number | null; signal: string | null }>(
    (resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code, signal) => resolve({ code, signal }));
      child.once("message", (message) => {
        try {
          child.send(answer?.(message) ?? {});
        } catch (error) {
          child.kill("SIGKILL");
          reject(error);
        }
      });
    },
  );
  if (code !== 0) throw refusalOf(said, signal);
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
function placeOf(script: string): string {
  const beside = fileURLToPath(new URL(script, import.meta.url));
  return existsSync(beside) ? beside : join(process.cwd(), "src/server/imports", script);
}
