#!/usr/bin/env node
/**
 * Prisma's schema engine for a closed network.
 *
 * Prisma's command line starts a native engine that it would download first. This script stands in its place: it
 * speaks the same line-delimited JSON-RPC on stdin and stdout, and forwards each call to the WebAssembly engine of
 * the npm package `@prisma/schema-engine-wasm` over `@prisma/adapter-pg`. prisma.config.ts points the CLI at it.
 * Arguments: `--datamodels FILE` (several), `--datasource {"url":…}`, `cli can-connect-to-database|create-database`.
 */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

const OID_CHAR = 18;
const OID_TEXT = 25;
const NO_SUCH_DATABASE = "3D000";

/** The engine leaves its last words here before it dies. */
let panic;
globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  set_message(message) {
    panic = message;
  },
};

/** What PostgreSQL itself said of a script, with the line; the engine keeps only the kind of the fault. */
let refusedScript;

/** An adapter on one connection to `database`; `afterwards` runs once it is closed. */
async function connect(config, database, afterwards = async () => {}) {
  const pool = new pg.Pool({ ...config, database, max: 1, application_name: "prisma migrate" });
  pool.on("error", () => {}); // a server that goes away is told by the next query
  const adapter = await new PrismaPg(pool).connect();
  const { queryRaw, performIO } = adapter;
  return Object.assign(adapter, {
    // adapter-pg refuses the catalogue's type "char", which the engine wants back as Character.
    async queryRaw(query) {
      let chars = [];
      const reading = Object.create(adapter, {
        performIO: {
          async value(asked) {
            const result = await performIO.call(adapter, asked);
            chars = result.fields.filter((field) => field.dataTypeID === OID_CHAR);
            for (const field of chars) field.dataTypeID = OID_TEXT;
            return result;
          },
        },
      });
      const { columnNames, columnTypes, rows } = await queryRaw.call(reading, query);
      for (const { name } of chars)
        columnTypes[columnNames.indexOf(name)] = ColumnTypeEnum.Character;
      return { columnNames, columnTypes, rows };
    },
    // adapter-pg cuts a script at every semicolon, even inside a function body; PostgreSQL takes it whole.
    async executeScript(script) {
      await pool.query(script).catch((error) => {
        const { message, detail, hint, position } = error;
        const line = position && ` (line ${script.slice(0, Number(position)).split("\n").length})`;
        refusedScript = [message + (line ?? ""), detail, hint].filter(Boolean).join("\n");
        adapter.onError(error);
      });
    },
    async dispose() {
      await pool.end();
      await afterwards();
    },
  });
}

async function runOn(config, database, sql) {
  const client = new pg.Client({ ...config, database });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** pg lets a connection string win over every other option, so the database to use is taken apart here. */
function configOf(url) {
  const { username, password, hostname, port, pathname, searchParams } = new URL(url);
  const ssl = searchParams.get("sslmode");
  return {
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    host: decodeURIComponent(hostname),
    port: Number(port || 5432),
    database: decodeURIComponent(pathname.slice(1)),
    connectionTimeoutMillis: 10_000,
    ssl: !ssl || ssl === "disable" ? undefined : { rejectUnauthorized: ssl.startsWith("verify") },
  };
}

function adapterFactoryOf(config) {
  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => connect(config, config.database),
    async connectToShadowDb() {
      const name = `prisma_shadow_${randomUUID()}`;
      await runOn(config, "postgres", `CREATE DATABASE "${name}"`);
      return connect(config, name, () => runOn(config, "postgres", `DROP DATABASE "${name}"`));
    },
  };
}

async function loadEngine(config, datamodels) {
  const wasm = createRequire(import.meta.url).resolve(
    "@prisma/schema-engine-wasm/schema_engine_bg",
  );
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm.replace(/\.js$/, ".wasm")), {
    "./schema_engine_bg.js": engineModule,
  });
  engineModule.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return engineModule.SchemaEngine.new(
    { datamodels: datamodels?.map((path) => [path, readFileSync(path, "utf8")]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapterFactoryOf(config)),
  );
}

/** The CLI's names where they differ from the engine's own. */
const RENAMED = { getDatabaseVersion: "version" };

let engine;

async function answer({ id, method, params }) {
  try {
    engine ??= await loadEngine(config, values.datamodels);
    const result = await engine[RENAMED[method] ?? method](params);
    // `diff` prints through the CLI in the native engine and returns its text here.
    if (method === "diff" && result.stdout) {
      send({ id: `print-${id}`, method: "print", params: { content: result.stdout } });
    }
    send({ id, result: result ?? null });
  } catch (error) {
    sendError(id, error);
  }
}

function sendError(id, error) {
  const message = [refusedScript, panic ?? error.message].filter(Boolean).join("\n\n");
  const data = { is_panic: panic !== undefined, message, error_code: error.code };
  send({ id, error: { code: 4466, message, data } });
}

const send = (message) =>
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);

/** The two sub-commands answer by exit code, and by a second line of log where they fail. */
async function runSubcommand(name, config) {
  try {
    if (name === "create-database") {
      await runOn(config, "postgres", `CREATE DATABASE "${config.database}"`);
    } else await runOn(config, config.database, "SELECT 1");
    return 0;
  } catch (error) {
    const fields = {
      message: error.message,
      error_code: error.code === NO_SUCH_DATABASE ? "P1003" : "P1001",
    };
    const line = { level: "ERROR", target: "schema_engine::logger", fields };
    process.stderr.write(`schema engine\n${JSON.stringify(line)}\n`);
    return 1;
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: "string", multiple: true },
    datasource: { type: "string", default: "{}" },
  },
});
// A diff between two schemas names no database, but the engine asks one for its version all the same.
const config = configOf(
  JSON.parse(values.datasource).url ||
    process.env.DATABASE_URL ||
    "postgresql://127.0.0.1/set-DATABASE_URL",
);

if (positionals[0] === "cli") process.exit(await runSubcommand(positionals[1], config));

let call;
// A panic of the engine surfaces outside the call that caused it.
process.on("uncaughtException", (error) => sendError(call.id, error));
for await (const line of createInterface({ input: process.stdin })) {
  call = JSON.parse(line);
  if (!call.method) continue; // the CLI's thanks for a "print"
  await answer(call);
}
process.exit(0);
