import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Result } from "@/domain/result";
import { deleteUpload, keepUpload, makeUploadFolder, type Upload, uploadPath } from "./uploads";

/**
 * Streams a file to disk and counts it on the way. Length and SHA-256 must be those that the sender gave: otherwise
 * nobody would notice a proxy that cuts a body.
 * @param largest in bytes
 * @returns TOO_LARGE past that, INVALID where length or hash differ; nothing is kept then
 */
export async function receiveUpload(
  officerId: string,
  body: Readable,
  said: Upload | null,
  largest: number,
): Promise<Result<Upload & { uploadId: string }>> {
  const uploadId = randomUUID();
  const path = uploadPath(officerId, uploadId);
  const hash = createHash("sha256");
  let bytes = 0;
  await makeUploadFolder(officerId);
  try {
    await pipeline(
      body,
      async function* counted(chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          bytes += chunk.length;
          if (bytes > largest) throw new TooLarge();
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(path, { mode: 0o600 }),
    );
  } catch (error) {
    await deleteUpload(officerId, uploadId);
    if (error instanceof TooLarge) return { ok: false, code: "TOO_LARGE" };
    throw error;
  }
  const upload = { bytes, sha256: hash.digest("hex") };
  if (said && (said.bytes !== bytes || said.sha256 !== upload.sha256)) {
    await deleteUpload(officerId, uploadId);
    return { ok: false, code: "INVALID" };
  }
  await keepUpload(path, upload);
  return { ok: true, value: { uploadId, ...upload } };
}

class TooLarge extends Error {}
