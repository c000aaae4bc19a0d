import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/server/generated/prisma/client";
import { onDatabase } from "./world";

/**
 * A copy of this file's database without FORCE, entered as the owner: there row security hides nothing. Nobody may
 * be connected to the database meanwhile: call it before `database()`.
 */
export async function openCopy(): Promise<PrismaClient> {
  const copy = `open_${randomUUID().slice(0, 8)}`;
  const [here, server] = [
    new URL(process.env.ADMIN_URL ?? ""),
    new URL(process.env.ADMIN_URL ?? ""),
  ];
  server.pathname = "/postgres";
  await onDatabase(
    (client) =>
      client.query(`CREATE DATABASE ${copy} TEMPLATE ${here.pathname.slice(1)} OWNER sukjai`),
    server.href,
  );
  const owner = new URL(process.env.DATABASE_URL ?? "");
  owner.pathname = `/${copy}`;
  await onDatabase(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relforcerowsecurity AND relnamespace = 'public'::regnamespace",
    );
    for (const { name } of rows)
      await client.query(`ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY`);
  }, owner.href);
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: owner.href }) });
}
