import { expect, it } from "vitest";
import { connectionsOf } from "./db";

it.each([
  [undefined, 10],
  [2, 10],
  [8, 10],
  [16, 5],
  [40, 2],
])("%s processes of the web server hold at most %i connections each", (processes, connections) => {
  expect(connectionsOf(processes)).toBe(connections);
});
