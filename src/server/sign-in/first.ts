import { randomUUID } from "node:crypto";
import { passwordInput } from "@/domain/password";
import type { Connection } from "@/server/db";
import { isSlipCode } from "@/server/officers/one-time";
import { hashPassword } from "@/server/officers/password";
import { loginOf, recordSignIn } from "./attempt";

/**
 * The first sign-in with a slip: login, one-time code and the password from now on. A used, expired, replaced or forged
 * code, a code of another officer, and an unknown login get the same answer; five failures lock the login.
 */
export async function signInFirst(
  connection: Connection,
  { login, code, password }: Record<"login" | "code" | "password", string>,
  hours: number,
) {
  // Before the code is checked, so that the answer shows nothing about the code.
  if (!passwordInput.safeParse(password).success) throw new Error("PASSWORD");
  const [attempt] = await connection.$queryRaw<
    {
      attempt_id: bigint | null;
      officer_id: string | null;
      slip_id: string | null;
      locked: boolean;
    }[]
  >`SELECT * FROM auth.begin_first(${loginOf(login)})`;
  if (!attempt || attempt.locked) {
    await recordSignIn(connection, null, "sign_in.locked");
    throw new Error("LOCKED");
  }
  const hash = await hashPassword(password);
  const sessionId = randomUUID();
  const right = isSlipCode(attempt.slip_id ?? randomUUID(), code.slice(0, 100));
  const [used] =
    right && attempt.slip_id
      ? await connection.$queryRaw<
          { ok: boolean }[]
        >`SELECT auth.use_slip(${attempt.attempt_id}::bigint, ${attempt.slip_id}::uuid, ${hash}, ${sessionId}::uuid, ${hours}::int) AS ok`
      : [];
  if (!used?.ok || !attempt.officer_id) {
    await recordSignIn(connection, attempt.officer_id, "sign_in.failed");
    return null;
  }
  await recordSignIn(connection, attempt.officer_id, "sign_in.first");
  return { id: attempt.officer_id, sessionId };
}
