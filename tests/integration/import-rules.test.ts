import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Each import rule is broken once on purpose, in its own folder; a rule that reports nothing protects nothing. */
const root = resolve(import.meta.dirname, "../..");
const config = join(root, ".dependency-cruiser.cjs");
const rules: { forbidden: { name: string; severity: string }[] } = createRequire(import.meta.url)(
  config,
);

/** Rule → the file that breaks it and its line. */
const planted: Record<string, [file: string, line: string]> = {
  "domain-imports-only-zod": ["src/domain/reads-database.ts", 'import "@/server/target";'],
  "server-not-to-outer": ["src/server/knows-screens.ts", 'import "@/ui/target";'],
  "proof-shares-nothing": ["src/server/proof/decides.ts", 'import "@/domain/rules/decide";'],
  "only-routes-reach-the-server": ["src/app/form.tsx", 'import "@/server/target";'],
  "addresses-share-through-parts": [
    "src/app/(staff)/holders/borrows.ts",
    'import "@/app/(staff)/desk/target";',
  ],
  "parts-know-no-address": ["src/app/parts/knows-desk.ts", 'import "@/app/(staff)/desk/target";'],
  "app-not-to-cli": ["src/app/page.tsx", 'import "@/cli/target";'],
  "cli-not-to-app": ["src/cli/shows.ts", 'import "@/app/target";'],
  "ui-imports-nothing-of-ours": ["src/ui/knows-holders.ts", 'import "@/domain/target";'],
  "links-are-the-browsers-own": ["src/ui/heavy-link.tsx", 'import "next/link";'],
  "i18n-reads-only-domain-types": [
    "src/i18n/reads-server.ts",
    'import type {} from "@/server/target";',
  ],
  "i18n-takes-types-of-domain": ["src/i18n/computes.ts", 'import "@/domain/target";'],
  "one-door-to-the-messages": ["src/server/writes-thai.ts", 'import "@/i18n/th/target";'],
  "offline-reads-only-domain": ["src/offline/reads-words.ts", 'import "@/i18n/target";'],
  "commands-do-not-call-commands": ["src/server/a/commands.ts", 'import "@/server/b/commands";'],
  "queries-change-nothing": ["src/server/c/queries.ts", 'import "@/server/b/commands";'],
  "the-connection-has-few-keepers": ["src/server/d/queries.ts", 'import "@/server/db";'],
  "proxy-imports-nothing-of-ours": ["src/proxy.ts", 'import "@/domain/target";'],
  "product-not-to-tests": ["src/server/uses-builder.ts", 'import "@tests/target";'],
  "years-stay-in-the-rules": ["src/domain/names-a-year.ts", 'import "@/domain/rules/rules-2018";'],
  "no-cycles": ["src/domain/round-again.ts", 'import "./round";'],
  "no-unresolvable": ["src/domain/lost.ts", 'import "./is-not-there";'],
};

const targets: Record<string, string> = {
  "src/server/b/commands.ts": "",
  "src/server/db.ts": "",
  "src/domain/rules/rules-2018.ts": "",
  "src/domain/rules/decide.ts": "",
  "src/app/(staff)/desk/target.ts": "",
  "src/i18n/th/target.ts": "",
  "src/domain/round.ts": 'import "./round-again";',
  "tests/target.ts": "",
  ...Object.fromEntries(
    ["domain", "server", "ui", "cli", "app", "i18n"].map((folder) => [
      `src/${folder}/target.ts`,
      "",
    ]),
  ),
};

let tree: string;
beforeAll(async () => {
  await mkdir(join(root, ".build"), { recursive: true });
  tree = await mkdtemp(join(root, ".build/planted-"));
  const lines = Object.fromEntries(Object.values(planted));
  const tsconfig = {
    compilerOptions: { paths: { "@/*": ["./src/*"], "@tests/*": ["./tests/*"] } },
  };
  const files = { ...targets, ...lines, "tsconfig.json": JSON.stringify(tsconfig) };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(tree, file)), { recursive: true });
    await writeFile(join(tree, file), file.endsWith(".json") ? text : `${text}\nexport {};\n`);
  }
});
afterAll(() => rm(tree, { recursive: true }));

async function brokenRules(): Promise<Map<string, string[]>> {
  const depcruise = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const args = [depcruise, "src", "tests", "--config", config, "--output-type", "json"];
  // Violations make it end with another code than 0; what it found is on stdout all the same.
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: tree }).catch(
    (error: { stdout: string }) => error,
  );
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  const found = new Map<string, string[]>();
  for (const { from, rule } of summary.violations)
    found.set(rule.name, [...(found.get(rule.name) ?? []), from]);
  return found;
}

describe("the import rules", () => {
  it("are all errors, and each has its planted violation", () => {
    expect(rules.forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(planted).sort());
    expect(rules.forbidden.every(({ severity }) => severity === "error")).toBe(true);
  });

  it("each find their planted violation", async () => {
    const found = await brokenRules();
    for (const [rule, [file]] of Object.entries(planted))
      expect(found.get(rule), rule).toContain(file);
  });
});
