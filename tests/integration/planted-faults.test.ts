import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";

/**
 * Errors that the compiler must refuse, each made once on purpose. Each row is a piece of a
 * correct program, and the error in it; the error is the only difference, so nothing else can cause the refusal.
 */
type Row = { imports: string; right: string; slip: [from: string, to: string] };

const form = 'import { CommandForm } from "@/app/forms/command-form";';
const withForm = (right: string, slip: Row["slip"]): Row => ({ imports: form, right, slip });
const referralForm =
  '<CommandForm command="remindAgency" fixed={{ referralId: "" }} fields={[{ name: "words", kind: "text", label: "" }]} submit="" />';
const contactForm =
  '<CommandForm command="recordContact" fields={[{ name: "project", sends: "projects.MKT-01", kind: "text", label: "" }]} submit="" />';
const decision =
  '<OutcomeForm command="receiveReport" fixed={{ reportId: "" }} question="" outcomes={[{ value: "returned", label: "" }]} submit="" />';
const visitForm =
  '<CommandForm command={{ by: "what", commands: { visit: "recordVisit", away: "recordAbsence" } }} fields={[{ name: "what", sends: false, kind: "choice", label: "" }]} submit="" />';
const openStation =
  'async function open() { const { send } = useCommand("openStation"); const sent = await send({ deskId: "", officerIds: [] }); return sent.ok && sent.value.stationId; } void open;';
const sending = 'import { useCommand } from "@/app/forms/use-command";';
const refusing =
  'import { invalid } from "@/domain/result"; import { Refusal } from "@/domain/result";';

const planted: Record<string, Row> = {
  "a command that is not there": withForm(referralForm, ["remindAgency", "remindAgencies"]),
  "a command that the browser may not post": {
    imports: sending,
    right: 'useCommand("issueSlip");',
    slip: ["issueSlip", "resetPassword"],
  },
  "a field that the command does not take": withForm(referralForm, ['"words"', '"word"']),
  "something fixed that the command does not take": withForm(referralForm, ["referralId", "id"]),
  "something fixed of another kind": withForm(referralForm, [
    '{ referralId: "" }',
    "{ referralId: 1 }",
  ]),
  "a part of an answer that is not there": withForm(contactForm, [
    "projects.MKT-01",
    "project.MKT-01",
  ]),
  "a choice that names no command": withForm(visitForm, ["recordVisit", "recordVisits"]),
  "an outcome that is not to be decided": {
    imports: 'import { OutcomeForm } from "@/app/forms/outcome-form";',
    right: decision,
    slip: ['"returned"', '"sent_back"'],
  },
  "a decision of a command that decides nothing": {
    imports: 'import { OutcomeForm } from "@/app/forms/outcome-form";',
    right: decision,
    slip: ["receiveReport", "signReport"],
  },
  "a button without what its command needs": {
    imports: 'import { CommandButton } from "@/app/forms/command-button";',
    right: '<CommandButton command="acknowledgeNote" input={{ noteId: "" }}>x</CommandButton>;',
    slip: ['{ noteId: "" }', "{}"],
  },
  "a wrong field of what is sent": {
    imports: sending,
    right: openStation,
    slip: ["deskId", "desk"],
  },
  "a wrong field of the outcome": {
    imports: sending,
    right: openStation,
    slip: ["value.stationId", "value.station"],
  },
  "a misspelt key of a fault": {
    imports: refusing,
    right: 'throw invalid({ note: "missing" });',
    slip: ['"missing"', '"mising"'],
  },
  "a misspelt key of a fault in a refusal": {
    imports: refusing,
    right: 'throw new Refusal("INVALID", undefined, { note: ["noteMissing"] });',
    slip: ["noteMissing", "noteMising"],
  },
  "a command under another name than its own": {
    imports:
      'import type { NamedByKey } from "@/server/command"; import { issueSlip } from "@/server/officers/district";',
    right: "const these = { issueSlip }; these satisfies NamedByKey<typeof these>;",
    slip: ["{ issueSlip }", "{ newSlip: issueSlip }"],
  },
  "a fault without a sentence": {
    imports:
      'import { form } from "@/i18n/th/form"; import type { FormFault } from "@/domain/fault";',
    right:
      "const { wrong, ...all } = form; ({ ...all, wrong }) satisfies Record<FormFault, string>;",
    slip: ["{ ...all, wrong }", "all"],
  },
};

const root = resolve(import.meta.dirname, "../..");
const folder = join(root, ".build/planted-types");
const rows = Object.entries(planted);
const fileOf = (nth: number, kind: "right" | "slip") => join(folder, `${kind}-${nth}.tsx`);
const run = promisify(execFile);
let refused: Map<string, string[]>;

/**
 * Compiles these files with the product's own settings.
 * @param paths modules that are replaced by a file with a planted error
 * @returns each file, with what the compiler has against it
 */
async function faultsIn(name: string, files: string[], paths: Record<string, string[]> = {}) {
  const { compilerOptions } = JSON.parse(await readFile(join(root, "tsconfig.json"), "utf8"));
  const config = {
    extends: "../../tsconfig.json",
    compilerOptions: {
      noEmit: true,
      incremental: false,
      paths: { ...paths, ...rebased(compilerOptions.paths) },
    },
    include: [],
    files: [join(root, "src/i18n/next-intl.d.ts"), ...files],
  };
  const project = join(folder, `${name}.json`);
  await writeFile(project, JSON.stringify(config));
  const compiler = join(root, "node_modules/typescript-7/bin/tsc");
  const args = [compiler, "-p", project, "--pretty", "false"];
  const { stdout } = await run(process.execPath, args, { cwd: folder }).catch((failed) => failed);
  const told = [...String(stdout).matchAll(/^(\S.*?)\(\d+,\d+\): error TS\d+: (.*)$/gm)];
  const faults = new Map<string, string[]>(files.map((file) => [file, []]));
  for (const [, path = "", words = ""] of told) {
    const file = resolve(folder, path);
    faults.set(file, [...(faults.get(file) ?? []), words]);
  }
  return faults;
}

/** The paths of tsconfig.json, which stand relative to it. */
const rebased = (paths: Record<string, string[]>) =>
  Object.fromEntries(
    Object.entries(paths).map(([name, places]) => [name, places.map((place) => join(root, place))]),
  );

/** One program of all the pieces: the types of the house are read once. */
beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [nth, [, { imports, right, slip }]] of rows.entries()) {
    await writeFile(fileOf(nth, "right"), `${imports}\n${right}\n`);
    await writeFile(fileOf(nth, "slip"), `${imports}\n${right.replace(...slip)}\n`);
  }
  refused = await faultsIn(
    "pieces",
    rows.flatMap((_, nth) => [fileOf(nth, "right"), fileOf(nth, "slip")]),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it.each(rows.map(([name, row], nth) => ({ name, row, nth })))(
  "$name does not compile",
  ({ row: { right, slip }, nth }) => {
    expect(right.replace(...slip)).not.toBe(right);
    expect(refused.get(fileOf(nth, "right"))).toEqual([]);
    expect(refused.get(fileOf(nth, "slip"))).not.toEqual([]);
  },
);

it("a filter key forgotten does not compile: in its reading, its conditions, its words", async () => {
  const keys = await readFile(join(root, "src/domain/holder-filter.ts"), "utf8");
  const planted = keys.replace(
    "export type HolderFilter = {",
    "export type HolderFilter = {\n  planted?: string;",
  );
  expect(planted).not.toBe(keys);
  const reading = join(folder, "holder-filter.ts");
  await writeFile(reading, planted);
  const others = ["src/server/caseload/filter-conditions.ts", "src/app/parts/filter-words.ts"];
  const tables = [reading, ...others.map((path) => join(root, path))];
  const faults = await faultsIn("filter", tables, { "@/domain/holder-filter": [reading] });
  for (const table of tables)
    expect(faults.get(table), table).toEqual([
      expect.stringContaining("Property 'planted' is missing"),
    ]);
});
