import { resolve } from "node:path";
import { z } from "zod";

/** 32 random bytes in base64. */
const key = z.string().refine((text) => Buffer.from(text, "base64").length === 32, {
  error: "must be 32 bytes in base64 (openssl rand -base64 32)",
});
const postgres = z
  .string()
  .regex(/^postgres(ql)?:\/\//, { error: "must begin with postgresql://" });

/** The configuration: the only values read from the environment. `.env.example` explains each key. */
const configuration = z
  .object({
    DATABASE_URL: postgres.optional(),
    DATABASE_APP_URL: postgres,
    DATABASE_JOB_URL: postgres.optional(),
    PORT: z.coerce.number().int().min(1).max(65535).default(3000),
    PUBLIC_URL: z.url().optional(),
    WEB_PROCESSES: z.coerce.number().int().min(1).max(40).optional(),
    DATA_DIR: z.string().default(".data"),
    AUTH_SECRET: z.string().min(32),
    ID_KEY: key,
    INDEX_KEY: key,
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\//, { error: "must begin with smtp:// or smtps://" })
      .optional(),
    MAIL_FROM: z.string().default("sukjai@localhost"),
  })
  .transform((given) => ({
    ...given,
    PUBLIC_URL: given.PUBLIC_URL ?? `http://127.0.0.1:${given.PORT}`,
    DATA_DIR: resolve(given.DATA_DIR),
  }));
export type Env = z.output<typeof configuration>;

let parsed: Env | undefined;

/** The configuration, read at the first call, because a build has none. Throws with the names of what is wrong. */
export function env(): Env {
  if (parsed) return parsed;
  // An empty line in a .env file means "not given".
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const result = configuration.safeParse(given);
  if (!result.success) throw new Error(`Configuration:\n${z.prettifyError(result.error)}`);
  parsed = result.data;
  return parsed;
}

/** The login of jobs and imports; only the worker and the command line get it. */
export function jobDatabaseUrl(): string {
  const url = env().DATABASE_JOB_URL;
  if (!url)
    throw new Error("DATABASE_JOB_URL is not set: only the worker and the command line have it.");
  return url;
}

/** The owner's login, for migrations and for verifying the audit; the server never has it. */
export function ownerDatabaseUrl(): string {
  const url = env().DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set: only the command line has it.");
  return url;
}
