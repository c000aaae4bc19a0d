import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Delivery, delivery, deliveryFaults, deliveryFields } from "@/domain/delivery";
import { importAnswers, readingChoice } from "@/domain/import/answers";
import {
  type ColumnChoice,
  columnChoice,
  headerSignature,
  missingFields,
} from "@/domain/import/columns";
import type { ImportStatus } from "@/domain/import/status";
import { invalid, Refusal } from "@/domain/result";
import { toDateColumn } from "@/server/clock";
import { type CommandScope, defineCommand } from "@/server/command";
import type { importJobInput } from "@/server/jobs/import";
import { orderJob } from "@/server/jobs/queue";
import type { Scoped } from "@/server/scope";
import { deleteUpload, findUpload } from "@/server/uploads/uploads";

type JobInput = z.infer<typeof importJobInput>;

const fileName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  // Only the name: some browsers send a path.
  .transform((name) => name.replace(/^.*[\\/]/, ""));

/** Begins an import with a file that the same officer has uploaded; a job reads its headings. */
export const createImport = defineCommand({
  name: "createImport",
  action: "import.run",
  input: z.strictObject({ uploadId: z.uuid(), fileName, delivery: delivery.nullish() }),
  subject: async ({ actor }) => ({
    type: "province",
    id: actor.provinceCode,
    provinceCode: actor.provinceCode,
  }),
  async run(scope) {
    const { tx, actor, input, today } = scope;
    const upload = await findUpload(actor.id, input.uploadId);
    if (!upload) throw new Refusal("NOT_FOUND");
    const provinceCode = actor.provinceCode ?? "";
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`import number ${provinceCode}`}, 0))::text`;
    const last = await tx.importBatch.aggregate({
      where: { provinceCode },
      _max: { number: true },
    });
    const number = (last._max.number ?? 0) + 1;
    await tx.importBatch.createMany({
      data: [
        {
          id: input.uploadId,
          provinceCode,
          number,
          fileName: input.fileName,
          fileSha256: upload.sha256,
          fileBytes: BigInt(upload.bytes),
          status: "checking",
          programmeOn: toDateColumn(today),
          createdById: actor.id,
        },
      ],
    });
    if (input.delivery) await keepDelivery(scope, input.uploadId, input.delivery);
    const jobId = await queueJob(scope, { batchId: input.uploadId, mode: "open" });
    return { batchId: input.uploadId, number, jobId };
  },
  detail: (_, { batchId, number }) => ({ batchId, number }),
});

/** What came with a delivery, as a row of its own: a correction is another row. */
async function keepDelivery(
  { tx, actor, today }: CommandScope<unknown>,
  batchId: string,
  given: Delivery,
) {
  const faults = deliveryFaults(given, today);
  if (faults) throw invalid(faults);
  await tx.importDelivery.createMany({
    data: [
      {
        ...given,
        id: randomUUID(),
        batchId,
        provinceCode: actor.provinceCode ?? "",
        letterOn: toDateColumn(given.letterOn),
        receivedOn: toDateColumn(given.receivedOn),
        recordedById: actor.id,
        recordedOn: toDateColumn(today),
      },
    ],
  });
}

/** The Ministry's letter, its day, sender and medium: filled in or corrected after the file was sent. */
export const recordDelivery = defineCommand({
  name: "recordDelivery",
  action: "import.run",
  input: z.strictObject({ batchId: z.uuid(), ...deliveryFields }),
  subject: async ({ tx }, { batchId }) => {
    const batch = await tx.importBatch.findUnique({
      where: { id: batchId },
      select: { id: true, provinceCode: true },
    });
    return batch && { type: "import_batch", id: batch.id, provinceCode: batch.provinceCode };
  },
  async run(scope) {
    const { batchId, ...given } = scope.input;
    await keepDelivery(scope, batchId, given);
    return { batchId };
  },
});

/** Row number → subdistrict code, for rows whose names fit several subdistricts. */
const areaChoices = z.record(z.string().regex(/^\d{1,7}$/), z.string().regex(/^\d{6}$/));

/** Dry run: judges and compares every row with these columns and areas; the columns are remembered. */
export const checkImport = defineCommand({
  name: "checkImport",
  action: "import.run",
  input: z.strictObject({
    batchId: z.uuid(),
    columns: columnChoice,
    areaChoices: areaChoices.optional(),
    answers: importAnswers.optional(),
  }),
  subject: batchSubject,
  detail: ({ areaChoices, answers }) => ({
    chosenAreas: Object.keys(areaChoices ?? {}).length,
    answered: Object.keys(answers ?? {}),
  }),
  async run(scope) {
    const { tx, input } = scope;
    const batch = await lockBatch(scope, ["uploaded", "checked", "failed"]);
    if (batch.runAt) throw new Refusal("CONFLICT");
    const header = z.array(z.string()).safeParse(batch.header).data;
    if (!header) throw new Refusal("CONFLICT");
    refuseIncomplete(input.columns, header.length);
    const jobId = await queueJob(scope, { batchId: batch.id, mode: "check" });
    await tx.importBatch.updateMany({
      where: { id: batch.id },
      data: {
        columns: input.columns,
        areaChoices: input.areaChoices ?? {},
        answers: input.answers ?? {},
        status: "checking",
      },
    });
    const key = { provinceCode: batch.provinceCode, signature: headerSignature(header) };
    await tx.importColumns.upsert({
      where: { provinceCode_signature: key },
      create: { ...key, columns: input.columns },
      update: { columns: input.columns },
    });
    return { batchId: batch.id, jobId };
  },
});

/** Opens the file again, by another sheet, encoding or separator than it was read with; what was answered starts anew. */
export const rereadImport = defineCommand({
  name: "rereadImport",
  action: "import.run",
  input: z.strictObject({ batchId: z.uuid(), choice: readingChoice }),
  subject: batchSubject,
  detail: ({ choice }) => choice,
  async run(scope) {
    const { tx, input } = scope;
    const batch = await lockBatch(scope, ["uploaded", "checked", "failed"]);
    if (batch.runAt) throw new Refusal("CONFLICT");
    const jobId = await queueJob(scope, { batchId: batch.id, mode: "open" });
    await tx.importBatch.updateMany({
      where: { id: batch.id },
      data: { choice: input.choice, answers: {}, areaChoices: {}, status: "checking" },
    });
    return { batchId: batch.id, jobId };
  },
});

function refuseIncomplete(columns: ColumnChoice, width: number) {
  const missing = missingFields(columns);
  const outside = Object.entries(columns).filter(([, column]) => column >= width);
  const wrong = [...missing, ...outside.map(([field]) => field)];
  if (wrong.length > 0)
    throw invalid(
      Object.fromEntries(wrong.map((field) => [`columns.${field}`, "import.columns.needed"])),
    );
}

/** Writes what the dry run showed, or continues a run that was interrupted. */
export const startImport = defineCommand({
  name: "startImport",
  action: "import.run",
  input: z.strictObject({ batchId: z.uuid() }),
  subject: batchSubject,
  async run(scope) {
    const batch = await lockBatch(scope, ["checked", "failed"]);
    // After a check that failed there is nothing to continue.
    if (batch.status === "failed" && !batch.runAt) throw new Refusal("CONFLICT");
    const jobId = await queueJob(scope, { batchId: batch.id, mode: "run" });
    await setStatus(scope, "running");
    return { batchId: batch.id, jobId };
  },
});

/** Undoes a whole batch; refused once an officer has worked on one of its holders (the job checks again). */
export const undoImport = defineCommand({
  name: "undoImport",
  action: "import.run",
  input: z.strictObject({ batchId: z.uuid() }),
  subject: batchSubject,
  async run(scope) {
    const batch = await lockBatch(scope, ["done", "failed"]);
    if (!batch.runAt) throw new Refusal("CONFLICT");
    const jobId = await queueJob(scope, { batchId: batch.id, mode: "undo" });
    await setStatus(scope, "undoing");
    return { batchId: batch.id, jobId };
  },
});

/** Discards a batch that was not run, and deletes its file. */
export const discardImport = defineCommand({
  name: "discardImport",
  action: "import.run",
  input: z.strictObject({ batchId: z.uuid() }),
  subject: batchSubject,
  async run(scope) {
    const batch = await lockBatch(scope, ["uploaded", "checked", "failed"]);
    if (batch.runAt) throw new Refusal("CONFLICT");
    await setStatus(scope, "discarded");
    await deleteUpload(batch.createdById, batch.id);
    return { batchId: batch.id };
  },
});

async function batchSubject({ tx }: Scoped, { batchId }: { batchId: string }) {
  const batch = await tx.importBatch.findUnique({
    where: { id: batchId },
    select: { id: true, provinceCode: true },
  });
  return batch && { type: "import_batch", ...batch };
}

type BatchScope = CommandScope<{ batchId: string }>;

/** The batch, locked until the command ends: of two clicks at once the second waits and then finds another state. */
async function lockBatch({ tx, input }: BatchScope, states: readonly string[]) {
  await tx.$queryRaw`SELECT FROM import_batch WHERE id = ${input.batchId}::uuid FOR UPDATE`;
  const batch = await tx.importBatch.findUniqueOrThrow({
    where: { id: input.batchId },
    select: {
      id: true,
      provinceCode: true,
      status: true,
      header: true,
      runAt: true,
      createdById: true,
    },
  });
  if (!states.includes(batch.status)) throw new Refusal("CONFLICT", { status: batch.status });
  return batch;
}

async function setStatus({ tx, input }: BatchScope, status: ImportStatus) {
  await tx.importBatch.updateMany({ where: { id: input.batchId }, data: { status } });
}

const writes = { open: false, check: false, run: true, undo: true };

async function queueJob(scope: CommandScope<unknown>, input: JobInput): Promise<string> {
  const id = randomUUID();
  // What writes to one province waits for its turn in the queue, and not in a worker's place.
  const after = writes[input.mode] ? `province ${scope.actor.provinceCode}` : undefined;
  await orderJob(scope, { id, kind: "import", input, after });
  await scope.tx.importBatch.updateMany({ where: { id: input.batchId }, data: { jobId: id } });
  return id;
}
