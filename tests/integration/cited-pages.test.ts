import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { interpretations } from "@/domain/rules/interpretations";

/**
 * What comments, pages and records cite is in the repository: the page and its numbered section, the decision record,
 * the entry of the register of interpretations, the source file. Landed migrations are never edited, so what they cite
 * is not looked at.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
const places = ["src", "tests", "scripts", "prisma/schema", "prisma/now", "docs"];
const records = readdirSync(join(root, "docs/decisions")).map((name) => name.slice(0, 4));
const folders = ["", "src", "tests", "tests/integration", "tests/security"];

const page = /docs\/[\w/-]+\.md`?(?: (\d+(?:\.\d+)*))?/g;
const record = /\b[Dd]ecisions? (\w?\d+)(?:, (\d{4}))*/g;
const entry = /\bregister(?: of interpretations)?, no\. (\d+)/g;
const path =
  /(?<![\w@./-])(?:(?:src|tests|scripts|prisma|docs|domain|server|app|ui|i18n|cli)\/)[\w()[\]./-]+\.(?:tsx?|mjs|sql|prisma|csv)\b/g;
/** A page that is named without its folder. */
const bare = /(?<![\w/.-])[a-z][\w-]*\.md\b/g;

const notRead = /^src\/server\/generated|^tests\/fixtures|cited-pages\.test\.ts$/;

function filesOf(place: string): string[] {
  return readdirSync(join(root, place), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(tsx?|mjs|md|prisma|sql)$/.test(file))
    .map((file) => `${place}/${file}`);
}

/** A line of prose: all of a page, the comments of a source. */
function proseOf(file: string, text: string): string {
  if (file.endsWith(".md")) return text;
  return text
    .split("\n")
    .filter((line) => /^\s*(\/\/|\/?\*|--)|\/\/ |\/\*\* |(describe|it|test)\(/.test(line))
    .join("\n");
}

function hasSection(file: string, number: string): boolean {
  const headings = readFileSync(join(root, file), "utf8").matchAll(/^#+ (\d+(?:\.\d+)*) /gm);
  return [...headings].some(([, found]) => found === number);
}

function isThere(file: string, cited: string): boolean {
  return [...folders, dirname(file)].some((folder) => existsSync(join(root, folder, cited)));
}

/** What a text cites and the repository does not have. */
function missingIn(file: string, text: string): string[] {
  const prose = proseOf(file, text);
  const missing: string[] = [];
  for (const [cited, section] of prose.matchAll(page)) {
    const name = cited.replace(/`?(?: [\d.]+)?$/, "");
    if (!existsSync(join(root, name)) || (section && !hasSection(name, section)))
      missing.push(cited);
  }
  for (const [cited] of prose.matchAll(record))
    if (
      !cited
        .replace(/^\w+ /, "")
        .split(", ")
        .every((number) => records.includes(number))
    )
      missing.push(cited);
  for (const [cited, number] of prose.matchAll(entry))
    if (!interpretations.some((each) => each.number === Number(number))) missing.push(cited);
  for (const [cited] of [...prose.matchAll(path), ...prose.matchAll(bare)])
    if (!isThere(file, cited)) missing.push(cited);
  return missing.map((cited) => `${file}: ${cited}`);
}

describe("what is cited is in the repository", () => {
  it.each([
    ["a page", "// see docs/nowhere.md", "docs/nowhere.md"],
    ["a section", "// by docs/forms.md 99.1", "docs/forms.md 99.1"],
    ["a page without its folder", "/** As domain.md says. */", "domain.md"],
    ["a record", "// decision 0999", "decision 0999"],
    ["a decision that is no record", "// decision A8", "decision A8"],
    ["an entry of the register", "// register of interpretations, no. 99", "no. 99"],
    ["a source", "// the same in server/nowhere.ts", "server/nowhere.ts"],
  ])("finds a planted citation of %s that is not there", (_, comment, cited) => {
    expect(missingIn("src/planted.ts", comment)).toEqual([expect.stringContaining(cited)]);
  });

  it("leaves alone what is there", () => {
    const text =
      "// docs/forms.md 4, decision 0008, register of interpretations, no. 3, src/domain/thai.ts";
    expect(missingIn("src/planted.ts", text)).toEqual([]);
  });

  it("every citation of sources, tests, schema and pages", () => {
    const files = ["README.md", ...places.flatMap(filesOf)].filter((file) => !notRead.test(file));
    expect(files.length).toBeGreaterThan(900);
    const missing = files.flatMap((file) =>
      missingIn(file, readFileSync(join(root, file), "utf8")),
    );
    expect(missing).toEqual([]);
  });
});
