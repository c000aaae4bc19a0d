import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import ts from "typescript";
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
    right: 'throw new Refusal("INVALID", undefined, { note: ["desk.noteMissing"] });',
    slip: ["desk.noteMissing", "desk.noteMising"],
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
const refused = new Map<string, string[]>();

const words = join(root, "src/i18n/next-intl.d.ts");

function options(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const parsed = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root);
  return { ...parsed.options, incremental: false };
}

function faultsOf(program: ts.Program, file: string): string[] {
  return program
    .getSemanticDiagnostics(program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

/** One program of all the pieces: the types of the house are read once. */
beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [nth, [, { imports, right, slip }]] of rows.entries()) {
    await writeFile(fileOf(nth, "right"), `${imports}\n${right}\n`);
    await writeFile(fileOf(nth, "slip"), `${imports}\n${right.replace(...slip)}\n`);
  }
  const files = rows.flatMap((_, nth) => [fileOf(nth, "right"), fileOf(nth, "slip")]);
  const program = ts.createProgram([words, ...files], options());
  for (const file of files) refused.set(file, faultsOf(program, file));
}, 180_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

it.each(rows.map(([name, row], nth) => ({ name, row, nth })))(
  "$name does not compile",
  ({ row: { right, slip }, nth }) => {
    expect(right.replace(...slip)).not.toBe(right);
    expect(refused.get(fileOf(nth, "right"))).toEqual([]);
    expect(refused.get(fileOf(nth, "slip"))).not.toEqual([]);
  },
);

it("a filter key forgotten does not compile: in its reading, its conditions, its words", () => {
  const keys = join(root, "src/domain/holder-filter.ts");
  const tables = [
    keys,
    join(root, "src/server/caseload/filter-conditions.ts"),
    join(root, "src/app/(staff)/holders/filter-words.ts"),
  ];
  const host = ts.createCompilerHost(options());
  const planted = "export type HolderFilter = {\n  planted?: string;";
  host.readFile = (path) => {
    const text = ts.sys.readFile(path);
    return path === keys ? text?.replace("export type HolderFilter = {", planted) : text;
  };
  const program = ts.createProgram([words, ...tables], options(), host);
  expect(program.getSourceFile(keys)?.text).toContain(planted);
  for (const table of tables)
    expect(faultsOf(program, table), table).toEqual([
      expect.stringContaining("Property 'planted' is missing"),
    ]);
}, 180_000);
