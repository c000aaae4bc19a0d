import { createHash, randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { areaNames, ministryHeaders, ministryRow } from "@tests/builders/ministry-list";
import { type SyntheticPerson, syntheticPeople, tableOf } from "@tests/builders/people";
import { stringify } from "csv-stringify/sync";
import pg from "pg";
import { officerNamed } from "@/cli/demo/officers";
import type { ImportAnswers } from "@/domain/import/answers";
import type { ColumnChoice } from "@/domain/import/columns";
import type { Actor, Role } from "@/domain/policy";
import { referenceAreas } from "@/server/areas/reference";
import { type AnyCommand, execute } from "@/server/command";
import { checkImport, createImport, startImport, undoImport } from "@/server/imports/commands";
import { largestFile } from "@/server/imports/file";
import { findImport, type ImportBatch } from "@/server/imports/queries";
import { runImport } from "@/server/jobs/import";
import { addOfficer } from "@/server/officers/commands";
import { scoped } from "@/server/scope";
import { receiveUpload } from "@/server/uploads/receive";

/** An officer of Phrae, or of another province. */
export async function addPerson(
  login: string,
  role: Role,
  provinceCode = "54",
  districtCode: string | null = null,
) {
  const added = await execute(addOfficer, await officerNamed("console"), {
    id: randomUUID(),
    input: {
      login,
      name: `นาย${login}`,
      role,
      position: "เจ้าหน้าที่",
      provinceCode,
      districtCode,
      agency: role === "account_officer" ? "BAAC" : null,
      phone: null,
      password: "ข้าวเหนียวมะม่วงหวานมาก",
    },
  });
  if (!added.ok) throw new Error(JSON.stringify(added));
  return officerNamed(login);
}

const areas = referenceAreas();
const names = areaNames(areas.provinces, areas.districts, areas.subdistricts);

/** People of these subdistricts, the same for the same seed. */
export function people(count: number, seed: string, subdistricts = ["540103", "540402", "540801"]) {
  return [...syntheticPeople({ seed, subdistricts, table: tableOf(count) })];
}

/** The usual list, as cells; rows can be changed before it becomes a file. */
export function listOf(persons: readonly SyntheticPerson[]): string[][] {
  return [[...ministryHeaders], ...persons.map((person) => ministryRow(person, names))];
}

export const csv = (rows: readonly string[][]) => Buffer.from(stringify(rows as string[][]));

export async function send(actor: Actor, command: AnyCommand, input: unknown) {
  const result = await execute(command, actor, { id: randomUUID(), input });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value as { batchId: string; jobId: string };
}

/** Uploads a file and lets its headings be read: the batch as the officer then sees it. */
export async function upload(
  actor: Actor,
  file: Buffer,
  fileName = "รายชื่อ.csv",
): Promise<ImportBatch> {
  const said = { bytes: file.length, sha256: createHash("sha256").update(file).digest("hex") };
  const received = await receiveUpload(actor.id, Readable.from([file]), said, largestFile.csv);
  if (!received.ok) throw new Error(received.code);
  const { batchId, jobId } = await send(actor, createImport, {
    uploadId: received.value.uploadId,
    fileName,
  });
  await runImport(jobId);
  return batchOf(actor, batchId);
}

export async function batchOf(actor: Actor, batchId: string): Promise<ImportBatch> {
  const batch = await scoped(actor, (scope) => findImport(scope, batchId));
  if (!batch) throw new Error("no such batch");
  return batch;
}

type CheckOptions = {
  columns?: ColumnChoice;
  areaChoices?: Record<string, string>;
  answers?: ImportAnswers;
};

/** The dry run with the guessed columns, unless others are given. */
export async function check(actor: Actor, batch: ImportBatch, options: CheckOptions = {}) {
  const { jobId } = await send(actor, checkImport, {
    batchId: batch.id,
    columns: batch.columns,
    ...options,
  });
  await runImport(jobId);
  return batchOf(actor, batch.id);
}

export async function run(actor: Actor, batch: ImportBatch) {
  const { jobId } = await send(actor, startImport, { batchId: batch.id });
  await runImport(jobId);
  return batchOf(actor, batch.id);
}

export async function undo(actor: Actor, batch: ImportBatch) {
  const { jobId } = await send(actor, undoImport, { batchId: batch.id });
  await runImport(jobId);
  return batchOf(actor, batch.id);
}

/** Upload, dry run, run. */
export async function importFile(
  actor: Actor,
  file: Buffer,
  fileName?: string,
  options?: CheckOptions,
) {
  const batch = await upload(actor, file, fileName);
  return run(actor, await check(actor, batch, options));
}

const admin = new pg.Pool({ connectionString: process.env.ADMIN_URL, max: 2 });

/** Rows as the superuser sees them: what is really in the tables. */
export async function sql<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) {
  return (await admin.query<Row>(text, values)).rows;
}

export const closeAdmin = () => admin.end();

const registers = ["holder", "holder_income", "holder_tally", "import_change"];

/** One fingerprint of everything an import may write of people; ids of rows count, their order does not. */
export async function digest(): Promise<string> {
  const parts = await Promise.all(
    registers.map((table) =>
      sql<{ digest: string }>(
        `SELECT count(*) || ':' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS digest FROM ${table} t`,
      ),
    ),
  );
  return parts.map(([row]) => row?.digest).join(" ");
}

/** The same without what differs between two runs of the same file: made-up ids, random bytes, times. */
export async function meaning(): Promise<unknown> {
  const holders = await sql(
    `SELECT encode(national_id_index, 'hex') AS id, province_code, district_code, subdistrict_code, moo, house_no, national_id_last4,
       title, first_name, last_name, birth_date, birth_date_precision, ministry_phone, ministry_occupation,
       income_2559_satang, search_name, income_band, age_class, state FROM holder ORDER BY 1`,
  );
  const incomes = await sql(
    `SELECT encode(h.national_id_index, 'hex') AS id, i.income_2559_satang, i.counts_from FROM holder_income i
     JOIN holder h ON h.id = i.holder_id ORDER BY 1, 2`,
  );
  const tally = await sql("SELECT * FROM holder_tally ORDER BY holder_tally::text");
  return { holders, incomes, tally };
}
