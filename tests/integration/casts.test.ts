import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, it } from "vitest";

/** Each `as` is a claim that nothing checks. The bound only falls: lower it with every cast that is removed. */
const MOST_CASTS = 114;

const src = fileURLToPath(new URL("../../src", import.meta.url));

/** The lines of a source that claim a type; `as const` claims none. */
function castsIn(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const walk = (node: ts.Node) => {
    if (ts.isAsExpression(node) && node.type.getText() !== "const")
      found.push(`${path}: ${node.getText().slice(0, 80)}`);
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}

it("knows a cast from a constant", () => {
  const text = `const a = [1] as const; const b = JSON.parse(c) as { as: number };`;
  expect(castsIn("x.ts", text)).toEqual(["x.ts: JSON.parse(c) as { as: number }"]);
});

it("the product's sources have no more casts than before", () => {
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
    (file) => /(?<!\.test)\.tsx?$/.test(file) && !file.startsWith("server/generated"),
  );
  expect(files.length).toBeGreaterThan(500);
  const casts = files.flatMap((file) => castsIn(file, readFileSync(join(src, file), "utf8")));
  expect(casts.length).toBeLessThanOrEqual(MOST_CASTS);
});
