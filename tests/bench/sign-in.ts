import { authOptions } from "@/server/session";
import { percentile, type Timings, timed } from "./timing";

type SignIn = (given: { login: string; password: string }) => Promise<unknown>;

/**
 * Whether the response time reveals that a login exists: a wrong password for known and unknown logins, in
 * turn. Each login is tried once, far from the lock-out.
 */
export async function measureSignIns(logins: readonly string[]): Promise<Timings[]> {
  const [provider] = authOptions().providers as unknown as { options: { authorize: SignIn } }[];
  if (!provider) throw new Error("There is no way to sign in.");
  const attempt = (login: string) =>
    timed(() => provider.options.authorize({ login, password: "a wrong word, long enough" }));
  await attempt("nobody.at.all");

  const [known, unknown]: [number[], number[]] = [[], []];
  for (const login of logins) {
    known.push(await attempt(login));
    unknown.push(await attempt(`${login}.none`));
  }
  return [
    { name: "sign-in refused, known login", ...summary(known) },
    { name: "sign-in refused, unknown login", ...summary(unknown) },
  ];
}

function summary(values: readonly number[]) {
  return { p50: percentile(values, 50), p95: percentile(values, 95), times: values.length };
}
