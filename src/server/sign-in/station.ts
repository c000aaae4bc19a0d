import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Connection } from "@/server/db";
import { env } from "@/server/env";
import { isStationPin } from "@/server/officers/one-time";
import type { OfficerListed } from "@/server/officers/queries";
import { recordSignIn } from "./attempt";

/** A PIN is valid for half a day at most; the end of the day ends it in any case. */
const stationHours = 4;

/** The cookie that makes a computer known as a station (docs/decisions/0013). */
export function stationCookie(): string {
  return `${env().PUBLIC_URL.startsWith("https://") ? "__Host-" : ""}sukjai.station`;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const hashOfToken = (token: string) => createHash("sha256").update(token).digest("hex");

/** One cookie of a request's header; "" if it is not there. */
export function cookieOf(header: unknown, name: string): string {
  const pairs = String(header ?? "").split(";");
  const pair = pairs.map((each) => each.trim()).find((each) => each.startsWith(`${name}=`));
  return pair?.slice(name.length + 1) ?? "";
}

/** The station's token, once, for the session of the officer who opened it; null for every other session. */
export async function claimStation(
  connection: Connection,
  stationId: string,
  sessionId: string,
): Promise<string | null> {
  if (!uuid.test(stationId)) return null;
  const token = randomBytes(32).toString("base64url");
  const [row] = await connection.$queryRaw<
    { ok: boolean }[]
  >`SELECT auth.claim_station(${stationId}::uuid, ${sessionId}::uuid, ${hashOfToken(token)}) AS ok`;
  return row?.ok ? token : null;
}

/**
 * Changes the officer at a station. Another computer, yesterday's PIN, a closed station and a locked name get the same
 * answer. The attempt is counted before the PIN is checked; the officer who was signed in is signed out.
 */
export async function signInByPin(
  connection: Connection,
  { officerId, pin, token }: Record<"officerId" | "pin" | "token", string>,
  before: string | null,
) {
  if (!uuid.test(officerId)) return null;
  const hash = hashOfToken(token);
  const [attempt] = await connection.$queryRaw<
    { station_id: string; pin_id: string }[]
  >`SELECT * FROM auth.begin_pin(${hash}, ${officerId}::uuid)`;
  const sessionId = randomUUID();
  const right = isStationPin(attempt?.pin_id ?? randomUUID(), pin.slice(0, 20));
  const [opened] =
    right && attempt
      ? await connection.$queryRaw<
          { ok: boolean }[]
        >`SELECT auth.open_station_session(${hash}, ${officerId}::uuid, ${attempt.pin_id}::uuid, ${sessionId}::uuid, ${before}::uuid, ${stationHours}::int) AS ok`
      : [];
  if (!opened?.ok) {
    await recordSignIn(connection, attempt ? officerId : null, "sign_in.failed");
    return null;
  }
  await recordSignIn(connection, officerId, "sign_in.station");
  return { id: officerId, sessionId };
}

/** The open station of a token, with the names of officers who may sign in there; null if there is none. */
export async function findStationOf(connection: Connection, token: string) {
  const rows = await connection.$queryRaw<
    { station_id: string; place_name: string; officer_id: string | null; name: string | null }[]
  >`SELECT * FROM auth.station_names(${hashOfToken(token)})`;
  const [first] = rows;
  if (!first) return null;
  return {
    id: first.station_id,
    placeName: first.place_name,
    officers: rows.flatMap(({ officer_id: id, name }) => (id && name ? [{ id, name }] : [])),
  };
}
export type StationNames = NonNullable<Awaited<ReturnType<typeof findStationOf>>>;

/** The officer of a session on this computer: a station's session is valid only together with the station's token. */
export async function findSession(
  connection: Connection,
  sessionId: string,
  token?: string,
): Promise<OfficerListed | null> {
  const [row] = token
    ? await connection.$queryRaw<
        OfficerListed[]
      >`SELECT * FROM auth.find_session(${sessionId}::uuid) UNION ALL
        SELECT * FROM auth.find_station_session(${sessionId}::uuid, ${hashOfToken(token)})`
    : await connection.$queryRaw<
        OfficerListed[]
      >`SELECT * FROM auth.find_session(${sessionId}::uuid)`;
  return row ?? null;
}
