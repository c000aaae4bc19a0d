import { existsSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type PackFile, packFiles } from "@/domain/pack";
import { env } from "@/server/env";

const endings: Record<PackFile, string> = { xlsx: "xlsx", pdf: "pdf", brief: "brief.pdf" };

/** `DATA_DIR/packs/<pack>.xlsx`, readable only by the system account of server and worker. */
export function packPath(packId: string, file: PackFile): string {
  return join(env().DATA_DIR, "packs", `${packId}.${endings[file]}`);
}

/** Whether all files of a pack lie on the disk: after a restore they have to be made again. */
export const isThere = (packId: string) =>
  packFiles.every((file) => existsSync(packPath(packId, file)));

/** Writes it under a temporary name first, so that an existing file is always complete. */
export async function writePackFile(packId: string, file: PackFile, bytes: Uint8Array) {
  const path = packPath(packId, file);
  await mkdir(join(path, ".."), { recursive: true, mode: 0o700 });
  await writeFile(`${path}.part`, bytes, { mode: 0o600 });
  await rename(`${path}.part`, path);
}
