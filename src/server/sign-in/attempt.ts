import type { Connection } from "@/server/db";

/** The login to look up, from whatever was typed. */
export const loginOf = (typed: string) =>
  typed.replaceAll("\0", "").trim().toLowerCase().slice(0, 100);

/** Writes a sign-in, or an attempt, into the audit. */
export async function recordSignIn(
  connection: Connection,
  officerId: string | null,
  action: string,
) {
  await connection.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT set_config('app.uid', ${officerId ?? ""}, true), set_config('app.role', '-', true)`;
    await tx.$queryRaw`SELECT audit.append(${action}, 'officer', ${officerId}, '{}'::jsonb)`;
  });
}
