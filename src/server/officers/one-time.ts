import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/server/env";

/**
 * The code of a slip and the PIN of a station are never stored: they are computed from an id with the server's own key. So
 * they can be printed again while they are valid, and a copy of the database gives no access
 * (docs/decisions/0012).
 */
function derive(purpose: string, id: string): Buffer {
  return createHmac("sha256", env().AUTH_SECRET).update(`${purpose}|${id}`).digest();
}

/** Letters and digits that are not mistaken for each other on paper. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** The one-time code of a slip: twelve characters in three groups, about 59 bits. */
export function slipCode(slipId: string): string {
  const signs = [...derive("slip", slipId).subarray(0, 24)]
    .filter((byte) => byte < 248)
    .slice(0, 12)
    .map((byte) => alphabet[byte % 31]);
  return [signs.slice(0, 4), signs.slice(4, 8), signs.slice(8)]
    .map((group) => group.join(""))
    .join("-");
}

/** The PIN of an officer at a station: six digits. */
export function stationPin(pinId: string): string {
  return String(derive("station pin", pinId).readUInt32BE(0) % 1_000_000).padStart(6, "0");
}

/** Whether the typed text is the code, with any spaces and in any case; the comparison always takes the same time. */
export function isSlipCode(slipId: string, typed: string): boolean {
  const bare = (code: string) => code.toUpperCase().replace(/[^0-9A-Z]/g, "");
  return isSame(bare(slipCode(slipId)), bare(typed));
}

export function isStationPin(pinId: string, typed: string): boolean {
  return isSame(stationPin(pinId), typed.trim());
}

function isSame(right: string, typed: string): boolean {
  const digest = (text: string) => createHmac("sha256", env().AUTH_SECRET).update(text).digest();
  return timingSafeEqual(digest(right), digest(typed));
}
