import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { duties } from "./duties";

const titleOf = { governor: "governor", district_chief: "district chief", account_officer: "AO" };
const folder = join(process.cwd(), "tests/e2e");
const scenes = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".spec.ts"))
  .map((name) => readFileSync(join(folder, name), "utf8"))
  .join("\n");
const table = readFileSync(join(process.cwd(), "docs/duties.md"), "utf8");

test("the role table has 23 duties: 7 of the governor, 10 of the district chief, 6 of the account officer", () => {
  expect(duties).toHaveLength(23);
});

test.each(duties.map((duty) => `${titleOf[duty.role]} ${duty.number}`))(
  "%s has exactly one scene in a real browser and a line in docs/duties.md",
  (title) => {
    expect(scenes.match(new RegExp(`\\btest\\("${title} `, "g")) ?? []).toHaveLength(1);
    expect(table).toMatch(new RegExp(`^\\| ${title} \\|`, "m"));
  },
);
