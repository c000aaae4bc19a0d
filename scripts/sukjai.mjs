/**
 * `npm run -s sukjai -- COMMAND`: installs and bundles if needed, then runs the command line. stdout is only for the
 * command's answer; messages from here go to stderr.
 */
process.env.SUKJAI_QUIET = "1";
const { spawn } = await import("node:child_process");
const { join, resolve } = await import("node:path");
const { bundle, checkNode, generateClient, install, isInstalled, PROJECT, readEnvFile } =
  await import("./prepare.mjs");
const { runMain, step } = await import("./say.mjs");

/** These commands read no data: they run without a database, an environment or a key. */
const WITHOUT_DATABASE = new Set(["decide", "help", undefined]);

const needsDatabase = (args) =>
  !WITHOUT_DATABASE.has(args[0]) && !args.includes("--help") && !args.includes("-h");

function runCommandLine(folder, args, environment) {
  return new Promise((done, reject) => {
    const child = spawn(
      process.execPath,
      ["--enable-source-maps", join(folder, "cli/sukjai.js"), ...args],
      {
        stdio: "inherit",
        env: { ...process.env, ...environment },
      },
    );
    // Ctrl-C reaches the command by itself; it ends in its own order, and we end when it has ended.
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {});
    child.once("error", reject);
    child.once("exit", (code, signal) => done(signal ? 130 : code));
  });
}

async function main() {
  const args = process.argv.slice(2);
  checkNode({ warn: false });
  if (!isInstalled()) await step("ติดตั้งส่วนประกอบ (npm install)", install);
  // Every bundle imports Prisma's client, also that of a command that reads no data.
  await generateClient();
  const folder = await bundle("cli", ["src/cli/sukjai.ts"]);
  if (!needsDatabase(args)) {
    process.exitCode = await runCommandLine(folder, args, {});
    return;
  }
  readEnvFile();
  const { openDatabase, openQueue } = await import("./database.mjs");
  const dataDir = resolve(PROJECT, process.env.DATA_DIR ?? ".data");
  const port = Number(process.env.PORT ?? 3000);
  const database = await openDatabase({ dataDir, port });
  try {
    await openQueue(database.environment);
    // Backup and restore must see all rows despite row security; no other command gets the superuser.
    const admin = ["backup", "restore"].includes(args[0]) && database.server?.adminUrl;
    process.exitCode = await runCommandLine(folder, args, {
      ...database.environment,
      ...(admin ? { DATABASE_ADMIN_URL: admin } : {}),
    });
  } finally {
    if (database.server?.started) await database.server.stop();
  }
}

await runMain(main);
