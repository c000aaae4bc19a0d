import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { env } from "@/server/env";

/**
 * Uploaded files are in `DATA_DIR/uploads/<officer>/<upload>`, readable only by the system account of server and worker,
 * until their import has run, a week at most. Only the officer who uploaded a file can use it.
 */
export function uploadPath(officerId: string, uploadId: string): string {
  return join(uploadsOf(officerId), uploadId);
}

/** The officer's folder of uploads, created if it is missing. */
export async function makeUploadFolder(officerId: string): Promise<void> {
  await mkdir(uploadsOf(officerId), { recursive: true, mode: 0o700 });
}

function uploadsOf(officerId: string): string {
  return join(env().DATA_DIR, "uploads", officerId);
}

const upload = z.object({ sha256: z.string(), bytes: z.int() });
export type Upload = z.infer<typeof upload>;

/** Stores what was counted while the file arrived. */
export async function keepUpload(path: string, received: Upload): Promise<void> {
  await writeFile(`${path}.json`, JSON.stringify(received), { mode: 0o600 });
}

/** What was counted while the file arrived, or null where this officer has no such upload. */
export async function findUpload(officerId: string, uploadId: string): Promise<Upload | null> {
  try {
    const text = await readFile(`${uploadPath(officerId, uploadId)}.json`, "utf8");
    return upload.parse(JSON.parse(text));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** The bytes of an upload of this officer; null where there is none, or it is empty or larger than that. */
export async function readUpload(
  officerId: string,
  uploadId: string,
  largest: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const found = await findUpload(officerId, uploadId);
  if (!found || found.bytes === 0 || found.bytes > largest) return null;
  return new Uint8Array(await readFile(uploadPath(officerId, uploadId)));
}

const sampleRows = z.array(z.array(z.string()));

/** Stores the first rows beside the file, as examples for choosing the columns. */
export async function keepSample(path: string, rows: string[][]): Promise<void> {
  await writeFile(`${path}.sample`, JSON.stringify(rows), { mode: 0o600 });
}

/** The first rows of an uploaded file; none once it was deleted. */
export async function readSample(officerId: string, uploadId: string): Promise<string[][]> {
  try {
    const text = await readFile(`${uploadPath(officerId, uploadId)}.sample`, "utf8");
    return sampleRows.parse(JSON.parse(text));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Deletes a file and what was made from it. */
export async function deleteUpload(officerId: string, uploadId: string): Promise<void> {
  const path = uploadPath(officerId, uploadId);
  for (const ending of ["", ".json", ".sample", ".read", ".rows", ".rows.part", ".found.part"])
    await rm(`${path}${ending}`, { force: true });
}

const week = 7 * 24 * 3600 * 1000;

/** Deletes uploads that were not used within a week. What somebody deletes meanwhile is gone, and ends nobody's import. */
export async function deleteOldUploads(): Promise<void> {
  const root = join(env().DATA_DIR, "uploads");
  for (const folder of await readdir(root).catch(() => [])) {
    for (const name of await readdir(join(root, folder))) {
      const path = join(root, folder, name);
      const found = await stat(path).catch((error: unknown) => {
        if (isMissing(error)) return null;
        throw error;
      });
      if (found && Date.now() - found.mtimeMs > week) await rm(path, { force: true });
    }
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "ENOENT";
}
