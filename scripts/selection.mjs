/** What `npm test -- …` selects: kinds of tests, test files, the tests of a change, and options of their runner. */
import { execFileSync } from "node:child_process";
import { PROJECT } from "./prepare.mjs";
import { fail } from "./say.mjs";

const KINDS = {
  unit: /^src\/.*\.test\.tsx?$/,
  integration: /^tests\/(integration|security)\/.*\.test\.ts$/,
  browser: /^tests\/e2e\/.*\.spec\.ts$/,
};

/** Files that integration tests read from the disk: imports do not show that these tests depend on them. */
const READ_FROM_DISK = /^(prisma|scripts|security|tests\/(support|fixtures)|package-lock\.json$)/;

/** A kind with undefined is not run; one without files runs as a whole. */
const nothing = () => ({
  checks: false,
  unit: undefined,
  integration: undefined,
  browser: undefined,
});

/**
 * @param args what follows `npm test --`: `checks`, `unit`, `integration`, `browser`, test files, `--changed[=COMMIT]`,
 *   then options for the runner (`-g TITLE` picks tests by title everywhere).
 */
export function selectionOf(args) {
  if (args.length === 0)
    return { checks: true, unit: [], integration: [], browser: [], options: [], everything: true };
  const [changed] = args.filter((arg) => arg.startsWith("--changed"));
  if (changed) return changedSince(changed.split("=")[1] ?? baseOf());

  const firstOption = args.findIndex((arg) => arg.startsWith("-"));
  const names = firstOption < 0 ? args : args.slice(0, firstOption);
  const chosen = { ...nothing(), options: firstOption < 0 ? [] : args.slice(firstOption) };
  for (const name of names) {
    const path = name.replace(/^\.\//, "");
    const kind = Object.keys(KINDS).find((each) => each === path || KINDS[each].test(path));
    if (path === "checks") chosen.checks = true;
    else if (kind) chosen[kind] = [...(chosen[kind] ?? []), ...(kind === path ? [] : [path])];
    else
      fail(
        `ไม่รู้จัก ${name}: ใช้ checks, unit, integration, browser, ไฟล์ทดสอบ หรือ --changed`,
        `What is ${name}? Name checks, unit, integration, browser, test files, or --changed.`,
      );
  }
  return chosen;
}

const git = (...args) =>
  execFileSync("git", args, { cwd: PROJECT, encoding: "utf8" }).split("\n").filter(Boolean);

/** The commit where this branch left main; on main itself, the last commit. */
const baseOf = () => git("merge-base", "HEAD", "main")[0];

/**
 * The checks always run as a whole. Unit and integration tests run where they import what changed. Imports do not show which
 * scenes reach a screen, so only changed scenes run.
 */
function changedSince(commit) {
  const files = [
    ...git("diff", "--name-only", "--diff-filter=d", commit),
    ...git("ls-files", "--others", "--exclude-standard"),
  ];
  const since = `--changed=${commit}`;
  const scenes = files.filter((file) => KINDS.browser.test(file));
  return {
    ...nothing(),
    checks: true,
    unit: [since],
    integration: files.some((file) => READ_FROM_DISK.test(file)) ? [] : [since],
    browser: scenes.length > 0 ? scenes : undefined,
    options: [],
    changed: true,
    unseen: files.some((file) => /^src\/(app|ui|i18n|server)\//.test(file)),
  };
}
