import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** What a framework or a habit calls alike in every file: routes, metadata, commands of the console. */
const everywhere = ["GET", "POST", "generateMetadata", "metadata", "run", "usage"];
/** A file of messages exports what it is named after; the domain has a table of the same name. */
const inMessages = ["corrections", "duties", "interpretations", "papers"];

const exported = /^export (?:async )?(?:function|const|class|type) (\w+)/gm;

function exportedTwice(files: readonly { path: string; text: string }[]): string[] {
  const found = new Map<string, string[]>();
  for (const { path, text } of files)
    for (const name of new Set([...text.matchAll(exported)].map(([, name = ""]) => name)))
      found.set(name, [...(found.get(name) ?? []), path]);
  return [...found]
    .filter(([name, paths]) => paths.length > 1 && !everywhere.includes(name))
    .filter(
      ([name, paths]) =>
        !(inMessages.includes(name) && paths.some((path) => path.startsWith("i18n/th/"))),
    )
    .map(([name, paths]) => `${name}: ${paths.toSorted().join(", ")}`);
}

test("one noun has one name: nothing is exported twice under one name", () => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|generated/.test(path))
    .map((path) => ({ path, text: readFileSync(join("src", path), "utf8") }));
  expect(exportedTwice(files)).toEqual([]);
});

test("a planted second one is found", () => {
  const files = [
    { path: "domain/a.ts", text: "export type Plan = 1;" },
    { path: "app/b.tsx", text: "export function Plan() {}" },
  ];
  expect(exportedTwice(files)).toEqual(["Plan: app/b.tsx, domain/a.ts"]);
});
