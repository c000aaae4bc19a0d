import { expect, it } from "vitest";
import { selectionOf } from "../../scripts/selection.mjs";

const unit = "src/domain/thai.test.ts";
const walls = "tests/security/rows.test.ts";
const scene = "tests/e2e/march/x.spec.ts";

it("runs everything where nothing is named", () => {
  expect(selectionOf([])).toMatchObject({ checks: true, unit: [], integration: [], browser: [] });
});

it.each([
  { args: ["unit"], runs: { unit: [] } },
  { args: ["checks", "integration"], runs: { checks: true, integration: [] } },
  { args: [unit], runs: { unit: [unit] } },
  { args: [`./${walls}`, unit], runs: { unit: [unit], integration: [walls] } },
  { args: [scene, "-g", "a title"], runs: { browser: [scene], options: ["-g", "a title"] } },
])("$args runs that and nothing else", ({ args, runs }) => {
  const nothing = { checks: false, unit: undefined, integration: undefined, browser: undefined };
  expect(selectionOf(args)).toEqual({ ...nothing, options: [], ...runs });
});

it.each(["units", "src/domain/thai.ts", "tests/e2e/support.ts"])(
  "refuses %s, which is no test",
  (name) => {
    expect(() => selectionOf([name])).toThrow(`What is ${name}?`);
  },
);

it("runs by import what changed since a commit, and the checks", () => {
  expect(selectionOf(["--changed=HEAD"])).toMatchObject({ checks: true, unit: ["--changed=HEAD"] });
});
