/** What the file of every command exports. */
export type CommandModule = {
  usage: string;
  /** Does the work and returns the exit code. */
  run(args: readonly string[]): Promise<number>;
};

type Command = { summary: string; load: () => Promise<CommandModule> };

/** Each command is loaded only when it is called: `decide` needs no database, environment or key. */
const commands = new Map<string, Command>([
  ["decide", { summary: "decide facts, one JSON object a line", load: () => import("./decide") }],
  [
    "import",
    { summary: "import FILE: the Ministry's list of card holders", load: () => import("./import") },
  ],
  [
    "users",
    {
      summary: "the officers who may sign in: add, list, disable, reset, revoke, issue-code",
      load: () => import("./users"),
    },
  ],
  [
    "audit",
    { summary: "audit verify: whether the audit was altered", load: () => import("./audit") },
  ],
  [
    "decisions",
    {
      summary: "decisions verify: whether every counting yes has its decision, and the right one",
      load: () => import("./decisions"),
    },
  ],
  ["backup", { summary: "database and keys into a folder", load: () => import("./backup") }],
  [
    "demo",
    { summary: "demo nation: a country of people who do not exist", load: () => import("./demo") },
  ],
  [
    "money",
    {
      summary: "money totals: what is due by the rules, month by month",
      load: () => import("./money"),
    },
  ],
  [
    "rules",
    {
      summary: "rules province: which treasury records rules from the Ministry's letters",
      load: () => import("./rules"),
    },
  ],
  [
    "prove",
    {
      summary: "prove ledger|counters: every amount, or every counter, reckoned once more",
      load: () => import("./prove"),
    },
  ],
  ["restore", { summary: "database and keys back from a folder", load: () => import("./restore") }],
]);

function overview(): string {
  const width = Math.max(...[...commands.keys()].map((name) => name.length));
  const lines = [...commands].map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: sukjai <command> [options]\n\n${lines.join("\n")}\n\nsukjai <command> --help tells more.`;
}

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    process.stdout.write(`${overview()}\n`);
    return name === undefined ? 2 : 0;
  }
  const command = commands.get(name);
  if (!command) {
    process.stderr.write(`sukjai has no command "${name}".\n\n${overview()}\n`);
    return 2;
  }
  const { usage, run } = await command.load();
  if (args.includes("--help") || args.includes("-h")) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  try {
    return await run(args);
  } catch (error) {
    // One clear sentence, no stack trace: the reader is an administrator, not the author.
    process.stderr.write(`sukjai ${name}: ${error instanceof Error ? error.message : error}\n`);
    return 1;
  }
}

// A reader that goes away is no error of ours: the command sees it too and stops.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

// No process.exit: what is still in the pipe must be written first.
process.exitCode = await main(process.argv.slice(2));
