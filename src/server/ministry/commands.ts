import { z } from "zod";
import { exportFormats } from "@/domain/export-order";
import { requiredDay, requiredText } from "@/domain/fields";
import {
  entriesAPage,
  fieldOrder,
  linesAFile,
  type MinistryState,
  ministryFields,
} from "@/domain/ministry";
import { type Actor, reachOf, type Subject } from "@/domain/policy";
import { invalid, Refusal } from "@/domain/result";
import { say } from "@/i18n/words";
import { toDateColumn } from "@/server/clock";
import { type CommandScope, defineCommand } from "@/server/command";
import type { Prisma } from "@/server/generated/prisma/client";
import { orderJob } from "@/server/jobs/queue";
import { provinceCodeOf } from "@/server/own-district";
import { appendAudit, holdersFor, type Scoped } from "@/server/scope";
import { contentHash } from "./content-hash";
import { entriesFor } from "./counts";
import { fieldOrderInput, keepFieldOrder, orderOfProvince } from "./field-orders";
import { fileSubject } from "./files";
import { fieldsInForce } from "./queries";
import { entryValues } from "./values";

async function entrySubject({ tx }: Scoped, id: string): Promise<Subject | null> {
  const entry = await tx.ministryEntry.findUnique({
    where: { id },
    select: {
      provinceCode: true,
      districtCode: true,
      holder: { select: { accountOfficerId: true } },
    },
  });
  if (!entry) return null;
  const { holder, ...area } = entry;
  return { type: "ministry_entry", id, ...area, ...holder };
}

type Entry = Pick<
  Prisma.MinistryEntryModel,
  "id" | "holderId" | "provinceCode" | "districtCode" | "stands"
>;
type Step = { state: MinistryState; on: string; reason?: string | null };

/** One step of some entries; the database refuses a step that a state does not allow (ALREADY_RECORDED). */
async function addEvents(
  { tx, actor, today }: CommandScope<unknown>,
  entries: readonly Entry[],
  { state, on, reason = null }: Step,
) {
  if (on > today) throw invalid({ reportedOn: "future" });
  // Its form stopped counting while the page was open.
  if (state === "reported" && entries.some(({ stands }) => !stands)) throw new Refusal("CONFLICT");
  await tx.ministryEvent.createMany({
    data: entries.map(({ id, holderId, provinceCode, districtCode }) => ({
      id: crypto.randomUUID(),
      entryId: id,
      ...{ holderId, provinceCode, districtCode, state, reason },
      happenedOn: toDateColumn(on),
      recordedById: actor.id,
    })),
  });
}

async function addEvent(scope: CommandScope<{ entryId: string }>, step: Step) {
  const { tx, input } = scope;
  const entry = await tx.ministryEntry.findUniqueOrThrow({ where: { id: input.entryId } });
  await addEvents(scope, [entry], step);
  return { state: step.state };
}

/** It was typed into the Ministry's screen. */
export const markReported = defineCommand({
  name: "markReported",
  action: "ministry.mark",
  input: z.strictObject({ entryId: z.uuid(), reportedOn: requiredDay }),
  subject: (scope, { entryId }) => entrySubject(scope, entryId),
  run: (scope) => addEvent(scope, { state: "reported", on: scope.input.reportedOn }),
});

/** Those of a page that were typed into the Ministry's screen on one day: all of them, or none. Each is in the audit. */
export const markManyReported = defineCommand({
  name: "markManyReported",
  action: "ministry.mark",
  input: z.strictObject({
    entryIds: z.array(z.uuid()).min(1, "choose").max(entriesAPage),
    reportedOn: requiredDay,
  }),
  subject: async ({ actor }) => ({ ...areaOf(actor), type: "list", accountOfficerId: actor.id }),
  async run(scope) {
    const { tx, actor, input } = scope;
    const ids = [...new Set(input.entryIds)].sort();
    const holder = holdersFor(actor, "ministry.mark");
    const entries = await tx.ministryEntry.findMany({ where: { id: { in: ids }, holder } });
    if (entries.length !== ids.length) throw new Refusal("NOT_FOUND");
    await addEvents(scope, entries, { state: "reported", on: input.reportedOn });
    for (const id of ids)
      await appendAudit(scope, "ministry.mark", { type: "ministry_entry", id }, { many: true });
    return { marked: ids.length };
  },
  detail: (_, { marked }) => ({ marked }),
});

/** The Ministry rejected it, with the reason: the account officer gets it back. */
export const markBounced = defineCommand({
  name: "markBounced",
  action: "ministry.mark",
  input: z.strictObject({ entryId: z.uuid(), reason: requiredText(300) }),
  subject: (scope, { entryId }) => entrySubject(scope, entryId),
  run: (scope) =>
    addEvent(scope, { state: "bounced", on: scope.today, reason: scope.input.reason }),
});

/** A rejected entry may be reported again without a change. */
export const markReady = defineCommand({
  name: "markReady",
  action: "ministry.mark",
  input: z.strictObject({ entryId: z.uuid() }),
  subject: (scope, { entryId }) => entrySubject(scope, entryId),
  run: (scope) => addEvent(scope, { state: "unreported", on: scope.today }),
});

const areaOf = ({ provinceCode, districtCode }: Actor) => ({
  id: null,
  provinceCode,
  districtCode,
});

const ownArea = async ({ actor }: Scoped): Promise<Subject> => ({
  ...areaOf(actor),
  type: "ministry_file",
});

const rowsAtOnce = 2000;

/**
 * The file of what is unreported or was changed after its report, the oldest first (`linesAFile`; the next file has the rest): its lines and values are stored, its entries
 * are marked as reported, and a job writes it, all in one transaction. CONFLICT if the number is another now.
 */
export const sendMinistryFile = defineCommand({
  name: "sendMinistryFile",
  action: "ministry.send",
  input: z.strictObject({
    format: z.enum(exportFormats, { error: "choose" }),
    expected: z.int().min(1),
  }),
  subject: ownArea,
  // biome-ignore lint/complexity/noExcessiveLinesPerFunction: a file, its lines and its events are written together
  async run(scope) {
    const { tx, actor, input, today, id } = scope;
    const districtCode = districtOf(actor);
    const provinceCode = provinceCodeOf(actor);
    await lockSender(scope, provinceCode, districtCode);
    const entries = await tx.ministryEntry.findMany({
      where: { AND: [entriesFor(scope) ?? { id: { in: [] } }, { state: "unreported" }] },
      orderBy: [{ occurredOn: "asc" }, { id: "asc" }],
      take: linesAFile,
    });
    if (entries.length !== input.expected)
      throw new Refusal("CONFLICT", { entries: entries.length });
    const fields = await fieldsInForce(scope, today);
    const values = await entryValues(scope, entries);
    const lines = entries.map((entry, index) => ({
      fileId: id,
      entryId: entry.id,
      position: index + 1,
      holderId: entry.holderId,
      provinceCode: entry.provinceCode,
      districtCode: entry.districtCode,
      rowValues: values.get(entry.id) ?? {},
    }));
    const last = await tx.ministryFile.aggregate({
      where: { provinceCode, districtCode },
      _max: { number: true },
    });
    const number = (last._max.number ?? 0) + 1;
    await tx.ministryFile.createMany({
      data: [
        {
          id,
          provinceCode,
          districtCode,
          number,
          entries: lines.length,
          fields: [...fields],
          contentSha256: contentHash(lines),
          sentById: actor.id,
          sentOn: toDateColumn(today),
        },
      ],
    });
    for (let start = 0; start < lines.length; start += rowsAtOnce) {
      const some = lines.slice(start, start + rowsAtOnce);
      await tx.ministryFileLine.createMany({ data: some });
      await tx.ministryEvent.createMany({
        data: some.map(({ entryId, holderId, ...area }) => ({
          id: crypto.randomUUID(),
          entryId,
          holderId,
          provinceCode: area.provinceCode,
          districtCode: area.districtCode,
          state: "reported",
          happenedOn: toDateColumn(today),
          fileId: id,
          recordedById: actor.id,
        })),
      });
    }
    const jobId = await orderFile(scope, id, input.format);
    return { fileId: id, number, entries: lines.length, jobId };
  },
  detail: ({ format }, { number, entries }) => ({ format, number, entries }),
});

/** The same file once more, from its stored lines. */
export const requestMinistryFile = defineCommand({
  name: "requestMinistryFile",
  action: "ministry.send",
  input: z.strictObject({ fileId: z.uuid(), format: z.enum(exportFormats, { error: "choose" }) }),
  subject: (scope, { fileId }) => fileSubject(scope, fileId),
  run: async (scope) => ({ jobId: await orderFile(scope, scope.input.fileId, scope.input.format) }),
});

/** The Ministry's order of fields, one name per line, from a day on; it is for the whole province. */
export const setFieldOrder = defineCommand({
  name: "setFieldOrder",
  action: "ministry.configure",
  input: fieldOrderInput(ministryFields, (field) => say(`ministry.field_${field}`), fieldOrder),
  subject: orderOfProvince,
  detail: ({ fields, fromOn }) => ({ fields, fromOn }),
  run: (scope) => keepFieldOrder(scope, "entries"),
});

/** The district of a district's file; null for the province, whose file has all districts. */
function districtOf(actor: Actor): string | null {
  return reachOf(actor, "ministry.send") === "district" ? actor.districtCode : null;
}

/** Two files of one sender wait for each other, so that numbers have no gap and nothing is sent twice. */
async function lockSender({ tx }: Scoped, province: string, district: string | null) {
  const name = `ministry file ${province} ${district ?? ""}`;
  await tx.$queryRaw`SELECT 1 AS held FROM (SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))) l`;
}

async function orderFile(scope: Scoped, file: string, format: string): Promise<string> {
  const id = crypto.randomUUID();
  const input = {
    list: "ministry",
    format,
    filter: {},
    unmasked: false,
    reason: null,
    file,
  };
  await orderJob(scope, { id, kind: "export", input });
  return id;
}
