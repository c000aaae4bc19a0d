import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

// The engine that Prisma would download is replaced by one from npm (see prisma/engine.mjs).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(
  new URL("./prisma/engine.mjs", import.meta.url),
);

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  // Without a database `prisma generate` still works.
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
