import { z } from "zod";
import { encodings, importAnswers, readingChoice, separators } from "@/domain/import/answers";
import { columnChoice } from "@/domain/import/columns";
import { repairFields } from "@/domain/import/repairs";
import { isoDays } from "@/server/iso-days";
import { areaFor, auditRead, type Scoped } from "@/server/scope";
import { readSample } from "@/server/uploads/uploads";
import { asked } from "./asked";
import { unseal } from "./sealed";
import { countsByCode } from "./totals";

const batchRow = {
  id: true,
  number: true,
  fileName: true,
  encoding: true,
  status: true,
  rowsIn: true,
  created: true,
  changed: true,
  unchanged: true,
  rejected: true,
  missing: true,
  programmeOn: true,
  createdAt: true,
  finishedAt: true,
  undoneAt: true,
  createdBy: { select: { name: true } },
  deliveries: {
    select: {
      letterNumber: true,
      letterOn: true,
      receivedOn: true,
      receivedFrom: true,
      medium: true,
      recordedOn: true,
      recordedBy: { select: { name: true, position: true } },
    },
    // The newest row of what came with the file: a correction is another row.
    orderBy: { recordedAt: "desc" },
    take: 1,
  },
} as const;

/** Imported, and nobody has recorded by which letter the Ministry sent it. */
const withoutLetter = { status: "done", deliveries: { none: {} } } as const;

export const countImportsWithoutLetter = ({ tx }: Scoped) =>
  tx.importBatch.count({ where: withoutLetter });

/** The province's imports, newest first; all, or those whose letter is still to be recorded. */
export async function listImports({ tx, actor }: Scoped, { letter }: { letter?: "none" } = {}) {
  const area = areaFor(actor, "import.view");
  if (!area || !("provinceCode" in area)) return [];
  const rows = await tx.importBatch.findMany({
    where: { ...area, ...(letter ? withoutLetter : { status: { not: "discarded" } }) },
    select: batchRow,
    orderBy: { number: "desc" },
    take: 100,
  });
  return rows.map(({ deliveries, ...batch }) => ({
    ...isoDays(batch),
    delivery: isoDays(deliveries[0] ?? null),
  }));
}
export type ImportRow = Awaited<ReturnType<typeof listImports>>[number];

const areaChoices = z.record(z.string(), z.string());
const headings = z.array(z.string());
const reading = z.object({
  encoding: z.enum([...encodings, "xlsx"]),
  separator: z.enum(separators).nullable(),
  sheet: z.string().nullable(),
  sheets: z.array(
    z.object({
      name: z.string(),
      hidden: z.boolean(),
      rows: z.int(),
      hiddenRows: z.int(),
      fields: z.int(),
    }),
  ),
  hiddenRows: z.int(),
});
const judged = z.object({
  dates: z.object({ order: z.enum(["day_first", "month_first"]).nullable() }),
});
const faultAt = z.record(z.string(), z.int());

/** One import with its job, its columns and its counts; null out of reach. */
export async function findImport({ tx, actor }: Scoped, batchId: string) {
  const area = areaFor(actor, "import.view");
  if (!area || !("provinceCode" in area)) return null;
  const batch = await tx.importBatch.findFirst({
    where: { id: batchId, ...area },
    select: {
      ...batchRow,
      fileBytes: true,
      header: true,
      columns: true,
      areaChoices: true,
      reading: true,
      choice: true,
      answers: true,
      judged: true,
      asked: true,
      emptied: true,
      faultAt: true,
      reasons: true,
      mended: true,
      mergedRows: true,
      runAt: true,
      createdById: true,
      jobId: true,
    },
  });
  if (!batch) return null;
  // The job of another officer cannot be seen here; the batch itself has the progress.
  const job = batch.jobId
    ? await tx.job.findFirst({
        where: { id: batch.jobId, requestedById: actor.id },
        select: { id: true, status: true, phase: true, progress: true, total: true, failure: true },
      })
    : null;
  return {
    ...isoDays(batch),
    delivery: isoDays(batch.deliveries[0] ?? null),
    fileBytes: Number(batch.fileBytes),
    header: headings.nullable().catch(null).parse(batch.header),
    columns: columnChoice.nullable().catch(null).parse(batch.columns),
    areaChoices: areaChoices.catch({}).parse(batch.areaChoices),
    // Batches of before these columns have none of it.
    reading: reading.nullable().catch(null).parse(batch.reading),
    choice: readingChoice.catch({}).parse(batch.choice),
    answers: importAnswers.catch({}).parse(batch.answers),
    judged: judged.nullable().catch(null).parse(batch.judged),
    asked: asked.parse(batch.asked),
    emptied: countsByCode.catch({}).parse(batch.emptied),
    faultAt: faultAt.catch({}).parse(batch.faultAt ?? {}),
    reasons: countsByCode.catch({}).parse(batch.reasons),
    mended: countsByCode.catch({}).parse(batch.mended),
    job,
  };
}
export type ImportBatch = NonNullable<Awaited<ReturnType<typeof findImport>>>;

/** The first rows of the file, for the officer who uploaded it, while columns are chosen. */
export async function sampleOfImport({ actor }: Scoped, batch: ImportBatch): Promise<string[][]> {
  return batch.createdById === actor.id ? readSample(actor.id, batch.id) : [];
}

const cells = z.array(z.string());

/** Rows that could not be imported, in the file's order, decrypted; the look is audited. */
export async function listRejections(
  scope: Scoped,
  batch: ImportBatch,
  page: { after: number; take: number },
) {
  const rows = await scope.tx.importRejection.findMany({
    where: { batchId: batch.id, rowNumber: { gt: page.after } },
    select: { rowNumber: true, reason: true, cellsEnc: true, candidates: true },
    orderBy: { rowNumber: "asc" },
    take: page.take,
  });
  if (page.after === 0 && rows.length > 0)
    auditRead(scope, "import.view", { type: "import_batch", id: batch.id }, { list: "rejected" });
  return rows.map(({ cellsEnc, ...row }) => ({
    ...row,
    cells: cells.parse(unseal(cellsEnc, batch.id, row.rowNumber)),
  }));
}
export type RejectionRow = Awaited<ReturnType<typeof listRejections>>[number];

/** Rows of an ambiguous area, all of them: each waits for its choice. */
export async function listAmbiguous(scope: Scoped, batch: ImportBatch) {
  const rows = await scope.tx.importRejection.findMany({
    where: { batchId: batch.id, reason: "AREA_AMBIGUOUS" },
    select: { rowNumber: true, cellsEnc: true, candidates: true },
    orderBy: { rowNumber: "asc" },
    take: 300,
  });
  return rows.map(({ cellsEnc, ...row }) => ({
    ...row,
    cells: cells.parse(unseal(cellsEnc, batch.id, row.rowNumber)),
  }));
}

const repairs = z.array(
  z.object({ field: z.enum(repairFields), from: z.string(), to: z.string() }),
);

/** What was repaired, row by row (the first thousand rows); the look is audited. */
export async function listMended(scope: Scoped, batch: ImportBatch) {
  const rows = await scope.tx.importMended.findMany({
    where: { batchId: batch.id },
    select: { rowNumber: true, repairsEnc: true },
    orderBy: { rowNumber: "asc" },
    take: 1000,
  });
  if (rows.length > 0)
    auditRead(scope, "import.view", { type: "import_batch", id: batch.id }, { list: "mended" });
  return rows.map(({ rowNumber, repairsEnc }) => ({
    rowNumber,
    repairs: repairs.parse(unseal(repairsEnc, batch.id, rowNumber)),
  }));
}

/** Holders of the province who are not in the file; the look is audited. */
export async function listMissing(scope: Scoped, batchId: string, page: number, take = 50) {
  const rows = await scope.tx.$queryRaw<{ id: string }[]>`
    SELECT h.id FROM import_missing m CROSS JOIN LATERAL unnest(m.holder_ids) AS absent (id) JOIN holder h ON h.id = absent.id
    WHERE m.batch_id = ${batchId}::uuid ORDER BY h.district_code, h.search_name, h.id LIMIT ${take} OFFSET ${page * take}`;
  const people = await scope.tx.holder.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    select: {
      id: true,
      title: true,
      firstName: true,
      lastName: true,
      moo: true,
      state: true,
      subdistrict: { select: { name: true } },
      district: { select: { name: true } },
    },
    orderBy: [{ districtCode: "asc" }, { searchName: "asc" }, { id: "asc" }],
  });
  auditRead(scope, "import.view", { type: "import_batch", id: batchId }, { list: "missing" });
  return people;
}
export type MissingRow = Awaited<ReturnType<typeof listMissing>>[number];

/** Names of subdistricts and their districts, by code of the subdistrict. */
export async function namesOfSubdistricts({ tx }: Scoped, codes: readonly string[]) {
  const rows = await tx.subdistrict.findMany({
    where: { code: { in: [...codes] } },
    select: { code: true, name: true, district: { select: { name: true } } },
  });
  return new Map(rows.map(({ code, name, district }) => [code, { name, district: district.name }]));
}
