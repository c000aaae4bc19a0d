import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { env } from "@/server/env";

/**
 * The national ID at rest (docs/security.md 3.1): AES-256-GCM bound to its row, and an HMAC by which it is found.
 * Layout: version(1) | iv(12) | ciphertext(13) | tag(16) = 42 bytes.
 */
const version = 1;

/** @param boundTo the id of the row that stores it: in another row it cannot be decrypted. */
export function encryptNationalId(digits: string, boundTo: string): Uint8Array<ArrayBuffer> {
  const iv = freshIv();
  const cipher = createCipheriv("aes-256-gcm", idKey(), iv);
  cipher.setAAD(Buffer.from(`national_id|${boundTo}`));
  const text = Buffer.concat([cipher.update(digits, "utf8"), cipher.final()]);
  return new Uint8Array(Buffer.concat([Buffer.from([version]), iv, text, cipher.getAuthTag()]));
}

const ivBytes = 12;
let drawn: Buffer = Buffer.alloc(0);
let used = 0;

/** Drawn a thousand at a time: to ask the system for each took as long as the encryption. None is given twice. */
function freshIv(): Buffer {
  if (used === drawn.length) {
    drawn = randomBytes(ivBytes * 1024);
    used = 0;
  }
  used += ivBytes;
  return drawn.subarray(used - ivBytes, used);
}

/** The 13 digits. Throws if the key is another, or if the bytes belong to another row. */
export function decryptNationalId(bytes: Uint8Array, boundTo: string): string {
  const decipher = createDecipheriv("aes-256-gcm", idKey(), bytes.subarray(1, 13));
  decipher.setAAD(Buffer.from(`national_id|${boundTo}`));
  decipher.setAuthTag(bytes.subarray(bytes.length - 16));
  return Buffer.concat([
    decipher.update(bytes.subarray(13, bytes.length - 16)),
    decipher.final(),
  ]).toString("utf8");
}

/** The blind index of 13 normalised digits: equal IDs give equal bytes; without the key an ID cannot be guessed. */
export function nationalIdIndex(digits: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    createHmac("sha256", Buffer.from(env().INDEX_KEY, "base64")).update(digits).digest(),
  );
}

function idKey(): Buffer {
  return Buffer.from(env().ID_KEY, "base64");
}
