import { expect, it } from "vitest";
import { statementName } from "./statement-names";

it("names a statement when it comes for the third time, always alike", () => {
  const asked = () => statementName({ sql: "SELECT 1" });
  expect([asked(), asked()]).toEqual(["", ""]);
  const name = asked();
  expect(name).not.toBe("");
  expect(asked()).toBe(name);
});

it("names at most 200, whatever lists ask, and each differently", () => {
  const names = new Set<string>();
  for (let number = 0; number < 5_000; number += 1)
    for (let turn = 0; turn < 4; turn += 1)
      names.add(statementName({ sql: `SELECT ${number} AS other` }));
  names.delete("");
  expect(names.size).toBeLessThanOrEqual(200);
  expect(names.size).toBeGreaterThan(150);
});
