import { createHash, createHmac } from "node:crypto";
import { env } from "@/server/env";

/**
 * The token of a link is computed from its id with the index key, so it is stored nowhere: the letter can be printed again,
 * and the database has only a hash of it.
 */
export function tokenOf(linkId: string): string {
  return createHmac("sha256", Buffer.from(env().INDEX_KEY, "base64"))
    .update(`answer link|${linkId}`)
    .digest("base64url");
}

/** The hash of a token, which the database stores. */
export function hashOfToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token).digest());
}
