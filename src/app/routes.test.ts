import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lines, people } from "@tests/e2e/matrix-table";
import { expect, test } from "vitest";

/** The routes of src/app: folders without their (groups), and the methods of a route handler. */
function routesOfTheApp(): string[] {
  const root = join(process.cwd(), "src/app");
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => /(^|\/)(page\.tsx|route\.ts)$/.test(path))
    .flatMap((path) => {
      const route = `/${path
        .split("/")
        .slice(0, -1)
        .filter((part) => !part.startsWith("("))
        .join("/")}`;
      if (path.endsWith("page.tsx")) return [`${route},GET`];
      const text = readFileSync(join(root, path), "utf8");
      const methods = [...text.matchAll(/(?:function|as|const)\s+(GET|POST|PUT|PATCH|DELETE)\b/g)];
      return methods.map(([, method]) => `${route},${method}`);
    });
}

test("every route of the product stands in the table, and nothing else", () => {
  const listed = lines.map(([route, method]) => `${route},${method}`);
  expect(listed.sort()).toEqual(routesOfTheApp().sort());
  for (const line of lines) expect(line).toHaveLength(2 + people.length);
});
