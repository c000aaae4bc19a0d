import { readFileSync } from "node:fs";
import { join } from "node:path";

/** tests/security/matrix.csv, which people review: every route, and what each role is answered there. */
const [header = [], ...rows] = readFileSync(
  join(process.cwd(), "tests/security/matrix.csv"),
  "utf8",
)
  .trim()
  .split("\n")
  .map((line) => line.split(","));

/** The roles, and who has none: one column each. */
export const people = header.slice(2);

/** Route, method, then a cell for each of `people`. */
export const lines = rows;

/** What can be opened by a bare GET. */
export const routes = rows.flatMap(([route = "", method]) => (method === "GET" ? [route] : []));
