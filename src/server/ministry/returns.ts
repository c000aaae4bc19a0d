import { z } from "zod";
import { optionalText, requiredDay, requiredText } from "@/domain/fields";
import { headerSignature } from "@/domain/import/columns";
import {
  acceptedCodes,
  bouncedCodes,
  type MatchedReturn,
  matchReturn,
  type ReturnCode,
  type ReturnRow,
  returnCode,
  type SentLine,
  unknownCodes,
} from "@/domain/ministry-return";
import { normalizeNationalId } from "@/domain/national-id";
import { mayEver } from "@/domain/policy";
import { invalid, Refusal } from "@/domain/result";
import { readWholeNumber } from "@/domain/typed-numbers";
import { say } from "@/i18n/words";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import { type CommandScope, defineCommand } from "@/server/command";
import { nationalIdIndex } from "@/server/holders/national-id";
import { FileRefused } from "@/server/imports/file";
import { type ListFile, openListFile } from "@/server/imports/list-file";
import { provinceCodeOf } from "@/server/own-district";
import type { Scoped } from "@/server/scope";
import { deleteUpload, findUpload, uploadPath } from "@/server/uploads/uploads";
import { fileSubject } from "./files";

/** How the Ministry's return file is read from now on, for the whole province: its headings, and what each code means. */
export const setReturnFormat = defineCommand({
  name: "setReturnFormat",
  action: "ministry.configure",
  input: z.strictObject({
    idColumn: requiredText(120),
    positionColumn: optionalText(120),
    codeColumn: requiredText(120),
    accepted: acceptedCodes,
    bounced: bouncedCodes,
    reason: requiredText(300),
  }),
  subject: async ({ actor }) => ({
    type: "ministry_return_format",
    id: null,
    provinceCode: actor.provinceCode,
  }),
  detail: ({ accepted, bounced }) => ({ accepted: accepted.length, bounced: bounced.length }),
  async run({ tx, actor, input, today, id }) {
    const { accepted, bounced, ...given } = input;
    const codes: ReturnCode[] = [
      ...accepted.map((code) => ({ ...code, means: "accepted" as const })),
      ...bounced.map((code) => ({ ...code, means: "bounced" as const })),
    ];
    if (new Set(codes.map(({ code }) => code)).size < codes.length)
      throw invalid({ bounced: "codeTwice" });
    await tx.ministryReturnFormat.createMany({
      data: [
        {
          ...given,
          id,
          codes,
          provinceCode: provinceCodeOf(actor),
          recordedById: actor.id,
          recordedOn: toDateColumn(today),
        },
      ],
    });
    return { codes: codes.length };
  },
});

/** The newest format of the province; null before the treasury has recorded one. */
export async function findReturnFormat({ tx, actor }: Scoped) {
  if (!mayEver(actor, "ministry.send")) return null;
  const format = await tx.ministryReturnFormat.findFirst({
    where: { provinceCode: actor.provinceCode ?? "" },
    include: { recordedBy: { select: { name: true } } },
    orderBy: { recordedAt: "desc" },
  });
  if (!format) return null;
  const { recordedOn, recordedBy, ...read } = format;
  return { ...read, recordedOn: fromDateColumn(recordedOn), by: recordedBy.name };
}
type Format = NonNullable<Awaited<ReturnType<typeof findReturnFormat>>>;

/** What came of a return file; whatever is not `recorded` has changed nothing. */
type Outcome =
  | { did: "recorded"; accepted: number; bounced: number; left: number }
  | { did: "before" | "no_format" }
  | { did: "refused"; why: string }
  | { did: "no_column"; columns: string[] }
  | { did: "unknown_codes"; codes: { code: string; rows: number }[]; more: number };

/** How many unknown codes are named; a column that is no code has another in every row. */
const codesNamed = 10;

/**
 * The Ministry's answer to one of our files: all its lines in one transaction, or nothing. The same file again changes nothing, and a
 * code that is in no list stops the whole file. A line that was reported again since waits for the answer to the later file.
 */
export const recordMinistryReturn = defineCommand({
  name: "recordMinistryReturn",
  action: "ministry.send",
  input: z.strictObject({
    fileId: z.uuid(),
    uploadId: z.uuid(),
    fileName: z.string().trim().min(1).max(200),
    answeredOn: requiredDay,
  }),
  subject: (scope, { fileId }) => fileSubject(scope, fileId),
  async run(scope): Promise<Outcome> {
    const { tx, actor, input, today } = scope;
    if (input.answeredOn > today) throw invalid({ answeredOn: "future" });
    const upload = await findUpload(actor.id, input.uploadId);
    if (!upload) throw new Refusal("NOT_FOUND");
    const format = await findReturnFormat(scope);
    if (!format) return { did: "no_format" };
    const lock = `ministry return ${input.fileId}`;
    await tx.$queryRaw`SELECT 1 AS held FROM (SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))) l`;
    const same = { fileId: input.fileId, fileSha256: upload.sha256 };
    if (await tx.ministryReturn.findFirst({ where: same })) return { did: "before" };
    const outcome = await readAndTake(scope, format, upload.sha256);
    await deleteUpload(actor.id, input.uploadId);
    return outcome;
  },
  // What stands in a file that was not read stays out of the audit.
  detail: (_, outcome) => (outcome.did === "recorded" ? { ...outcome } : { did: outcome.did }),
});
type ReturnScope = CommandScope<z.output<typeof recordMinistryReturn.input>>;

async function readAndTake(scope: ReturnScope, format: Format, sha256: string): Promise<Outcome> {
  const { actor, input } = scope;
  try {
    const list = await openListFile(uploadPath(actor.id, input.uploadId), input.fileName);
    const columns = columnsOf(list, format);
    if ("missing" in columns) return { did: "no_column", columns: columns.missing };
    const rows = await readRows(list, columns);
    const found = matchReturn(rows, await sentLines(scope));
    const codes = unknownCodes(found.answers, format.codes);
    if (codes.length > 0) {
      const more = Math.max(0, codes.length - codesNamed);
      return { did: "unknown_codes", codes: codes.slice(0, codesNamed), more };
    }
    return await takeAnswers(scope, format, found, sha256);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return { did: "refused", why: say(`imports.fault_${error.fault}`) };
  }
}

type Columns = { id: number; position: number | null; code: number };

/** Where the recorded headings stand, however they are spaced; or which of them the file has not. */
function columnsOf({ header }: ListFile, format: Format): Columns | { missing: string[] } {
  const plain = header.map((name) => headerSignature([name]));
  const placeOf = (name: string) => plain.indexOf(headerSignature([name]));
  const { idColumn, positionColumn, codeColumn } = format;
  const missing = [idColumn, positionColumn, codeColumn].filter(
    (name) => name !== null && placeOf(name) < 0,
  );
  if (missing.length > 0) return { missing: missing.flatMap((name) => name ?? []) };
  return {
    id: placeOf(idColumn),
    position: positionColumn === null ? null : placeOf(positionColumn),
    code: placeOf(codeColumn),
  };
}

const personOf = (index: Uint8Array) => Buffer.from(index).toString("hex");

async function readRows(list: ListFile, columns: Columns): Promise<ReturnRow[]> {
  const rows: ReturnRow[] = [];
  for await (const { rowNumber, cells } of list.rows()) {
    const id = normalizeNationalId(cells[columns.id] ?? "");
    rows.push({
      rowNumber,
      person: /^\d{13}$/.test(id) ? personOf(nationalIdIndex(id)) : null,
      position:
        columns.position === null ? undefined : readWholeNumber(cells[columns.position] ?? ""),
      code: returnCode(cells[columns.code] ?? ""),
    });
  }
  return rows;
}

async function sentLines({ tx, input }: ReturnScope): Promise<SentLine[]> {
  const lines = await tx.ministryFileLine.findMany({
    where: { fileId: input.fileId },
    select: { entryId: true, position: true, holderId: true },
  });
  const people = await tx.holder.findMany({
    where: { id: { in: lines.map(({ holderId }) => holderId) } },
    select: { id: true, nationalIdIndex: true },
  });
  const indexOf = new Map(people.map(({ id, nationalIdIndex }) => [id, personOf(nationalIdIndex)]));
  return lines.map(({ holderId, ...line }) => ({ ...line, person: indexOf.get(holderId) ?? "" }));
}

const rowsAtOnce = 2000;

/** Records the answers: each entry that this file has reported last, and that does not stand so already, takes its step. */
async function takeAnswers(
  scope: ReturnScope,
  format: Format,
  { answers, unknown, twice, unclear }: MatchedReturn,
  fileSha256: string,
): Promise<Outcome> {
  const { tx, actor, input, subject, today, id } = scope;
  const codeOf = new Map(answers.map(({ entryId, code }) => [entryId, code]));
  const entries = await tx.ministryEntry.findMany({
    where: { id: { in: [...codeOf.keys()] }, fileId: input.fileId, state: { not: "unreported" } },
  });
  const steps = entries.flatMap((entry) => {
    const code = format.codes.find((each) => each.code === codeOf.get(entry.id));
    return code && code.means !== entry.state ? [{ entry, code }] : [];
  });
  const count = (means: ReturnCode["means"]) =>
    steps.filter(({ code }) => code.means === means).length;
  const counts = { accepted: count("accepted"), bounced: count("bounced") };
  await tx.ministryReturn.createMany({
    data: [
      {
        ...{ id, ...counts, fileSha256, fileId: input.fileId, formatId: format.id },
        provinceCode: subject.provinceCode ?? "",
        districtCode: subject.districtCode ?? null,
        fileName: input.fileName.replace(/^.*[\\/]/, ""),
        answeredOn: toDateColumn(input.answeredOn),
        unchanged: answers.length - steps.length,
        unknownRows: unknown,
        twiceRows: twice,
        unclearRows: unclear,
        recordedById: actor.id,
        recordedOn: toDateColumn(today),
      },
    ],
  });
  for (let start = 0; start < steps.length; start += rowsAtOnce)
    await tx.ministryEvent.createMany({
      data: steps
        .slice(start, start + rowsAtOnce)
        .map(({ entry, code: { code, means, words } }) => ({
          id: crypto.randomUUID(),
          entryId: entry.id,
          holderId: entry.holderId,
          provinceCode: entry.provinceCode,
          districtCode: entry.districtCode,
          state: means,
          reason: means === "bounced" ? `${code} ${words}` : null,
          happenedOn: toDateColumn(input.answeredOn),
          returnId: id,
          recordedById: actor.id,
        })),
    });
  return { did: "recorded", ...counts, left: unknown.length + twice.length + unclear.length };
}
