import { randomUUID } from "node:crypto";
import { verify } from "@node-rs/argon2";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getServerSession, type NextAuthOptions } from "next-auth";
import { decode } from "next-auth/jwt";
import credentials from "next-auth/providers/credentials";
import { cache } from "react";
import { isAnswerToken } from "@/domain/answer-link";
import type { Actor } from "@/domain/policy";
import { sayingBusy } from "./database-errors";
import { database } from "./db";
import { env } from "./env";
import { hashOfToken } from "./links/token";
import { hashPassword } from "./officers/password";
import { actorFrom } from "./officers/queries";
import { loginOf, recordSignIn } from "./sign-in/attempt";
import { signInFirst } from "./sign-in/first";
import {
  claimStation,
  cookieOf,
  findSession,
  findStationOf,
  type StationNames,
  signInByPin,
  stationCookie,
} from "./sign-in/station";

/**
 * Everything about signing in is behind this file. next-auth 4 keeps a JWT with only a random session id; the session
 * itself is a row that is read at each request, so that revoking it has effect at once.
 */
const sessionHours = 12;

declare module "next-auth" {
  interface User {
    sessionId: string;
  }
  interface Session {
    sessionId?: string;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    sessionId?: string;
  }
}

/** Built at the first request: a build has no environment. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one object of settings, in the library's own shape
export function authOptions(): NextAuthOptions {
  const secure = env().PUBLIC_URL.startsWith("https://");
  const prefix = secure ? "__Host-" : "";
  const cookie = (name: string) => ({
    name: `${prefix}sukjai.${name}`,
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
  });
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: "jwt", maxAge: sessionHours * 3600 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    useSecureCookies: secure,
    cookies: {
      sessionToken: cookie("session"),
      csrfToken: cookie("csrf"),
      callbackUrl: cookie("callback"),
    },
    providers: [
      credentials({
        credentials: { login: {}, password: {} },
        authorize: (given) =>
          orOurWord(() => signIn(String(given?.login ?? ""), String(given?.password ?? ""))),
      }),
      credentials({
        id: "first",
        credentials: { login: {}, code: {}, password: {} },
        authorize: (given) =>
          orOurWord(() =>
            signInFirst(
              database(),
              {
                login: String(given?.login ?? ""),
                code: String(given?.code ?? ""),
                password: String(given?.password ?? ""),
              },
              sessionHours,
            ),
          ),
      }),
      credentials({
        id: "station",
        credentials: { stationId: {} },
        authorize: (given) => orOurWord(() => takeStation(String(given?.stationId ?? ""))),
      }),
      credentials({
        id: "pin",
        credentials: { officerId: {}, pin: {} },
        authorize: (given, request) =>
          orOurWord(() => signInHere(given ?? {}, String(request?.headers?.cookie ?? ""))),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: token.sub, sessionId: user.sessionId } : token),
      session: ({ session, token }) => ({
        ...session,
        user: undefined,
        sessionId: token.sessionId,
      }),
    },
    events: {
      signOut: async ({ token }) => {
        if (token?.sessionId) await closeSession(token.sessionId);
      },
    },
  };
}

type Attempt = {
  attempt_id: bigint | null;
  officer_id: string | null;
  password_hash: string | null;
  active: boolean | null;
  locked: boolean;
};

/** next-auth puts the message of an error thrown here into the address, so only our own words may leave. */
async function orOurWord<Value>(attempt: () => Promise<Value>): Promise<Value> {
  try {
    return await attempt();
  } catch (error) {
    const word = error instanceof Error ? error.message : "";
    throw new Error(word === "LOCKED" || word === "PASSWORD" ? word : "UNAVAILABLE");
  }
}

/**
 * One message for every failure; an unknown login takes the time of one hash, as a known one does. `LOCKED` after five
 * failures in 15 minutes.
 */
async function signIn(login: string, password: string) {
  const name = loginOf(login);
  const [attempt] = await database().$queryRaw<
    Attempt[]
  >`SELECT * FROM auth.begin_sign_in(${name})`;
  if (!attempt || attempt.locked) {
    await recordSignIn(database(), null, "sign_in.locked");
    throw new Error("LOCKED");
  }
  const right = await verify(attempt.password_hash ?? (await dummyHash()), password.slice(0, 200));
  if (!right || !attempt.password_hash || !attempt.active || !attempt.officer_id) {
    await recordSignIn(database(), attempt.officer_id, "sign_in.failed");
    return null;
  }
  const sessionId = randomUUID();
  await database()
    .$queryRaw`SELECT auth.open_session(${attempt.attempt_id}::bigint, ${attempt.officer_id}::uuid, ${sessionId}::uuid, ${sessionHours}::int)`;
  await recordSignIn(database(), attempt.officer_id, "sign_in.done");
  return { id: attempt.officer_id, sessionId };
}

let dummy: Promise<string> | undefined;
function dummyHash(): Promise<string> {
  dummy ??= hashPassword(randomUUID());
  return dummy;
}

async function closeSession(sessionId: string) {
  await database().$queryRaw`SELECT auth.close_session(${sessionId}::uuid)`;
}

/** By PIN at the station that this computer is; the officer who was signed in on it is signed out. */
async function signInHere(given: { officerId?: string; pin?: string }, sent: string) {
  const name = authOptions().cookies?.sessionToken?.name ?? "";
  const before = await decode({ token: cookieOf(sent, name), secret: env().AUTH_SECRET }).catch(
    () => null,
  );
  return signInByPin(
    database(),
    {
      officerId: String(given.officerId ?? ""),
      pin: String(given.pin ?? ""),
      token: cookieOf(sent, stationCookie()),
    },
    before?.sessionId ?? null,
  );
}

/** Makes this browser the station that its own session has just opened; the session continues. */
async function takeStation(stationId: string) {
  const session = await getServerSession(authOptions());
  if (!session?.sessionId) return null;
  const actor = await findActor();
  const token = await claimStation(database(), stationId, session.sessionId);
  if (!actor || !token) return null;
  (await cookies()).set(stationCookie(), token, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: env().PUBLIC_URL.startsWith("https://"),
    maxAge: 24 * 3600,
  });
  return { id: actor.id, sessionId: session.sessionId };
}

/** The station of this computer; null for every other computer. */
export async function findStation(): Promise<StationNames | null> {
  const token = (await cookies()).get(stationCookie())?.value;
  return token ? sayingBusy(() => findStationOf(database(), token)) : null;
}

/** The actor of the request; null if nobody is signed in, or the session or the officer has ended. One query per request. */
export const findActor = cache(async (): Promise<Actor | null> => {
  const session = await getServerSession(authOptions());
  if (!session?.sessionId) return null;
  const token = (await cookies()).get(stationCookie())?.value;
  const { sessionId } = session;
  const row = await sayingBusy(() => findSession(database(), sessionId, token));
  return row ? actorFrom(row) : null;
});

/** The actor of a page; everybody else is sent to the sign-in page. */
export async function requireActor(): Promise<Actor> {
  const actor = await findActor();
  if (!actor) redirect("/sign-in");
  return actor;
}

/**
 * The person with a one-time link, as an actor of the ninth role with the link's id (decision 0017). Null for a token that
 * is forged or expired, or whose referral no longer waits: the answer does not show which.
 */
export async function findBearer(token: string): Promise<Actor | null> {
  if (!isAnswerToken(token)) return null;
  const [link] = await sayingBusy(
    () =>
      database().$queryRaw<
        { id: string; province_code: string; district_code: string }[]
      >`SELECT * FROM app.find_link(${hashOfToken(token)})`,
  );
  if (!link) return null;
  return {
    id: link.id,
    login: "-",
    name: "-",
    role: "link_bearer",
    position: "-",
    provinceCode: link.province_code,
    districtCode: link.district_code,
    agency: null,
  };
}
