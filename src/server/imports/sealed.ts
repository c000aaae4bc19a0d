import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { env } from "@/server/env";

/**
 * Stored rows of a file: AES-256-GCM over JSON, bound to their batch and row, so that a row moved elsewhere cannot
 * be read. Layout: version(1) | iv(12) | ciphertext | tag(16).
 */
const version = 1;

export function seal(value: unknown, batchId: string, rowNumber: number): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(env().ID_KEY, "base64"), iv);
  cipher.setAAD(Buffer.from(`import_row|${batchId}|${rowNumber}`));
  const text = Buffer.concat([cipher.update(JSON.stringify(value), "utf8"), cipher.final()]);
  return Buffer.concat([Buffer.from([version]), iv, text, cipher.getAuthTag()]);
}

/** The sealed value; the caller parses it. Throws if the key, the batch or the row is another. */
export function unseal(bytes: Uint8Array, batchId: string, rowNumber: number): unknown {
  const key = Buffer.from(env().ID_KEY, "base64");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(1, 13));
  decipher.setAAD(Buffer.from(`import_row|${batchId}|${rowNumber}`));
  decipher.setAuthTag(bytes.subarray(bytes.length - 16));
  const text = decipher.update(bytes.subarray(13, bytes.length - 16));
  return JSON.parse(Buffer.concat([text, decipher.final()]).toString("utf8"));
}
