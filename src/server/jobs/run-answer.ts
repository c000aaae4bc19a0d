import { randomUUID } from "node:crypto";
import { z } from "zod";
import { headerSignature } from "@/domain/import/columns";
import { returnCode } from "@/domain/ministry-return";
import { normalizeNationalId } from "@/domain/national-id";
import {
  type Answered,
  type AnswerRow,
  comparedWith,
  type ReadAnswer,
  readAnswer,
} from "@/domain/run-answer";
import { readWholeNumber } from "@/domain/typed-numbers";
import { programmeDate } from "@/server/clock";
import { Prisma } from "@/server/generated/prisma/client";
import { nationalIdIndex } from "@/server/holders/national-id";
import { FileRefused } from "@/server/imports/file";
import { asJob, askOn, type JobClient } from "@/server/imports/job-connection";
import { type ListFile, openListFile } from "@/server/imports/list-file";
import { asBookkeeper } from "@/server/ledger/book";
import type { Ask } from "@/server/rules/load";
import { deleteUpload, findUpload, uploadPath } from "@/server/uploads/uploads";

/** The Ministry's file that answers a run, as its officer has sent it. */
export const answerInput = z.object({
  uploadId: z.uuid(),
  fileName: z.string(),
  fileOn: z.iso.date(),
});

type Work = {
  client: JobClient;
  actor: { jobId: string; officerId: string };
  run: { id: string; provinceCode: string };
};

type Format = {
  id: string;
  idColumn: string;
  amountColumn: string | null;
  codeColumn: string | null;
  toppedUpCodes: string[];
  otherCodes: string[];
  base: Record<string, number>;
};

/** Why a file was not taken; nothing of it is kept. */
class AnswerRefused extends Error {
  constructor(
    readonly code: "NO_FORMAT" | "NO_COLUMN" | "UNKNOWN_CODES" | "FILE",
    readonly words: string,
  ) {
    super(code);
  }
}

/**
 * Reads the Ministry's file, saying how far it is, and compares it with what the run booked, person by person, in one transaction; or
 * says why it cannot.
 */
export async function takeAnswer(work: Work, answer: z.infer<typeof answerInput>): Promise<void> {
  const { client, actor } = work;
  const end = (status: string, failure: string | null, result: object) =>
    client.query(
      "UPDATE job SET status = $2, failure = $3, result = $4, finished_at = now() WHERE id = $1",
      [actor.jobId, status, failure, JSON.stringify(result)],
    );
  try {
    const upload = await findUpload(actor.officerId, answer.uploadId);
    if (!upload) throw new AnswerRefused("FILE", "");
    const path = uploadPath(actor.officerId, answer.uploadId);
    const list = await openListFile(path, answer.fileName);
    const { provinceCode } = work.run;
    const format = await asJob(client, actor, () => formatOf(askOn(client), provinceCode));
    const read = await readPeople(work, list, format);
    const file = { sha256: upload.sha256, fileOn: answer.fileOn };
    await asJob(client, actor, async () =>
      end("done", null, await compare(work, { format, read, file })),
    );
    await deleteUpload(actor.officerId, answer.uploadId);
  } catch (error) {
    const refused = error instanceof FileRefused ? new AnswerRefused("FILE", error.fault) : error;
    const known = refused instanceof AnswerRefused;
    await asJob(client, actor, () =>
      end("failed", known ? refused.code : "UNEXPECTED", { words: known ? refused.words : "" }),
    );
    if (!known) throw error;
  }
}

/** How often it says how far it is, in milliseconds. */
const told = 1000;

/** The people of the file; its rows pass one by one. */
async function readPeople({ client, actor }: Work, list: ListFile, format: Format) {
  async function* passing() {
    let [passed, last] = [0, Date.now()];
    for await (const row of rowsOf(list, format)) {
      yield row;
      passed += 1;
      if (Date.now() - last < told) continue;
      last = Date.now();
      await tell(passed);
    }
    await tell(list.about);
  }
  const tell = (rows: number) =>
    asJob(client, actor, () =>
      client.query("UPDATE job SET progress = least($2::int, $3), total = $3 WHERE id = $1", [
        ...[actor.jobId, rows, list.about],
      ]),
    );
  const read = await readAnswer(passing(), format);
  if (read.codes.size === 0) return read;
  const some = [...read.codes].slice(0, codesNamed);
  const words = some.map(([code, count]) => `${code || "–"} (${count})`).join(", ");
  const more = read.codes.size - some.length;
  throw new AnswerRefused("UNKNOWN_CODES", more > 0 ? `${words} +${more}` : words);
}
/** How many unknown codes are named; a column that is no code has another in every row. */
const codesNamed = 10;

type Given = { format: Format; read: ReadAnswer; file: { sha256: string; fileOn: string } };

async function compare(work: Work, { format, read, file }: Given) {
  const { client, run } = work;
  const ask = askOn(client);
  const found = await peopleOf(ask, run.provinceCode, format, read.people);
  const answerId = await addAnswer(work, format, file, {
    ...found,
    unknown: [...read.unknown, ...found.unknown],
    twice: read.twice,
  });
  return addLines(ask, { answerId, ...run }, found.people);
}

async function formatOf(ask: Ask, provinceCode: string): Promise<Format> {
  const [format] = await ask<Format>(Prisma.sql`
    SELECT id::text, id_column AS "idColumn", amount_column AS "amountColumn", code_column AS "codeColumn",
      topped_up_codes AS "toppedUpCodes", other_codes AS "otherCodes", base
    FROM run_answer_format WHERE province_code = ${provinceCode} ORDER BY recorded_at DESC LIMIT 1`);
  if (!format) throw new AnswerRefused("NO_FORMAT", "");
  return format;
}

async function* rowsOf({ header, rows }: ListFile, format: Format): AsyncGenerator<AnswerRow> {
  const plain = header.map((name) => headerSignature([name]));
  const placeOf = (name: string | null) =>
    name === null ? null : plain.indexOf(headerSignature([name]));
  const places = {
    id: placeOf(format.idColumn) ?? -1,
    amount: placeOf(format.amountColumn),
    code: placeOf(format.codeColumn),
  };
  const missing = [
    [format.idColumn, places.id],
    [format.amountColumn, places.amount],
    [format.codeColumn, places.code],
  ].flatMap(([name, place]) => (place === -1 ? [name] : []));
  if (missing.length > 0) throw new AnswerRefused("NO_COLUMN", missing.join(", "));
  for await (const { rowNumber, cells } of rows()) {
    const id = normalizeNationalId(cells[places.id] ?? "");
    const satang = places.amount === null ? null : satangIn(cells[places.amount] ?? "");
    yield {
      rowNumber,
      // A row whose amount cannot be read is told as one that cannot be used.
      person: /^\d{13}$/.test(id) && satang !== undefined ? keyOf(nationalIdIndex(id)) : null,
      satang: satang ?? null,
      code: places.code === null ? null : returnCode(cells[places.code] ?? ""),
    };
  }
}

/** Whole baht as satang; null where the cell is empty, undefined where it cannot be read. */
function satangIn(cell: string): bigint | null | undefined {
  if (cell.trim() === "") return null;
  const baht = readWholeNumber(cell);
  return baht === null ? undefined : BigInt(baht) * 100n;
}

const keyOf = (index: Uint8Array) => Buffer.from(index).toString("hex");
const peopleAtOnce = 5000;

type Person = { holderId: string; toppedUp: boolean; satang: bigint | null };

/** The holders whom the rows name, their amounts without the base allowance. */
async function peopleOf(
  ask: Ask,
  provinceCode: string,
  { base }: Format,
  answered: ReadonlyMap<string, Answered>,
) {
  const people: Person[] = [];
  const unknown: number[] = [];
  const all = [...answered];
  for (let start = 0; start < all.length; start += peopleAtOnce) {
    const some = all.slice(start, start + peopleAtOnce);
    const holders = await ask<{ key: string; id: string; band: string }>(Prisma.sql`
      SELECT encode(national_id_index, 'hex') AS key, id::text, income_band AS band FROM holder
      WHERE province_code = ${provinceCode}
        AND national_id_index IN (SELECT decode(key, 'hex') FROM unnest(${some.map(([key]) => key)}::text[]) key)`);
    const holderOf = new Map(holders.map((holder) => [holder.key, holder]));
    for (const [key, { rowNumber, toppedUp, satang }] of some) {
      const holder = holderOf.get(key);
      if (!holder) unknown.push(rowNumber);
      else
        people.push({
          holderId: holder.id,
          toppedUp,
          satang: satang === null ? null : satang - BigInt(base[holder.band] ?? 0),
        });
    }
  }
  return { people, unknown };
}

async function addAnswer(
  { client, actor, run }: Work,
  format: Format,
  file: { sha256: string; fileOn: string },
  { people, unknown, twice }: { people: readonly Person[]; unknown: number[]; twice: number[] },
): Promise<string> {
  const id = randomUUID();
  const today = await programmeDate();
  const topped = people.filter(({ toppedUp }) => toppedUp);
  const sum = topped.reduce((all, { satang }) => all + (satang ?? 0n), 0n);
  await client.query(
    `INSERT INTO run_answer (id, run_id, province_code, format_id, file_sha256, file_on, people, satang, unknown_rows, twice_rows,
       recorded_by_id, recorded_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      id,
      run.id,
      run.provinceCode,
      format.id,
      file.sha256,
      file.fileOn,
      topped.length,
      format.amountColumn === null ? null : String(sum),
      unknown.sort((one, next) => one - next),
      twice,
      actor.officerId,
      today,
    ],
  );
  await client.query(
    `INSERT INTO month_run_step (id, run_id, province_code, step, happened_on, recorded_by_id)
     VALUES ($1, $2, $3, 'reconciled', $4, $5)`,
    [randomUUID(), run.id, run.provinceCode, today, actor.officerId],
  );
  await client.query("SELECT audit.append('run.reconcile', 'month_run', $1, $2)", [
    run.id,
    JSON.stringify({ people: topped.length, unknown: unknown.length, twice: twice.length }),
  ]);
  return id;
}

/** A line for everybody whom either names; returns how many of each outcome. */
async function addLines(
  ask: Ask,
  { answerId, id, provinceCode }: { answerId: string; id: string; provinceCode: string },
  people: readonly Person[],
) {
  const counts: Record<string, number> = {};
  await asBookkeeper(ask, async () => {
    for (let start = 0; start < people.length; start += peopleAtOnce) {
      const some = people.slice(start, start + peopleAtOnce);
      const rows = await ask<{ holderId: string; satang: string }>(Prisma.sql`
        SELECT holder_id::text AS "holderId", sum(satang)::text AS satang FROM ledger_entry
        WHERE holder_id = ANY (${some.map(({ holderId }) => holderId)}::uuid[]) AND run_id = ${id}::uuid GROUP BY 1`);
      const bookedOf = new Map(rows.map(({ holderId, satang }) => [holderId, BigInt(satang)]));
      const lines = some.flatMap((person) => {
        const booked = bookedOf.get(person.holderId) ?? 0n;
        const outcome = comparedWith(booked, person);
        if (!outcome) return [];
        counts[outcome] = (counts[outcome] ?? 0) + 1;
        const satang = person.satang === null ? null : String(person.satang);
        return [{ holder: person.holderId, outcome, satang, booked: String(booked) }];
      });
      await ask(Prisma.sql`
        INSERT INTO run_answer_line (answer_id, holder_id, province_code, outcome, satang, booked)
        SELECT ${answerId}::uuid, x.holder, ${provinceCode}, x.outcome, x.satang, x.booked
        FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS x (holder uuid, outcome text, satang bigint, booked bigint)`);
    }
    const [left] = await ask<{ people: number }>(Prisma.sql`
      WITH left_over AS (
        INSERT INTO run_answer_line (answer_id, holder_id, province_code, outcome, satang, booked)
        SELECT ${answerId}::uuid, l.holder_id, ${provinceCode}, 'not_answered', NULL, sum(l.satang)
        FROM ledger_entry l
        WHERE l.run_id = ${id}::uuid
          AND NOT EXISTS (SELECT FROM run_answer_line a WHERE a.holder_id = l.holder_id AND a.answer_id = ${answerId}::uuid)
        GROUP BY l.holder_id HAVING sum(l.satang) <> 0
        RETURNING 1)
      SELECT count(*)::int AS people FROM left_over`);
    counts.not_answered = left?.people ?? 0;
  });
  return counts;
}
