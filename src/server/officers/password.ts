import { hash } from "@node-rs/argon2";

/** OWASP's minimum for Argon2id: 19 MiB, two passes, one lane. */
const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashes a password for auth.set_password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, argon);
}
