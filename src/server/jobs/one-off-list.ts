import { randomUUID } from "node:crypto";
import { guessColumns } from "@/domain/import/columns";
import { normalizeNationalId } from "@/domain/national-id";
import { type ListRow, type ReadList, readList } from "@/domain/one-off-list";
import { everyOneOff } from "@/domain/rules/sets";
import { say } from "@/i18n/words";
import { programmeDate } from "@/server/clock";
import { Prisma } from "@/server/generated/prisma/client";
import { nationalIdIndex } from "@/server/holders/national-id";
import { FileRefused } from "@/server/imports/file";
import { asJob, askOn, type JobClient, withJobClient } from "@/server/imports/job-connection";
import { type ListFile, openListFile } from "@/server/imports/list-file";
import { type ListOrder, type ListRead, listOrder } from "@/server/one-offs/order";
import { type Ask, loadRuleSets } from "@/server/rules/load";
import { deleteUpload, findUpload, uploadPath } from "@/server/uploads/uploads";

type Work = {
  client: JobClient;
  actor: { jobId: string; officerId: string };
  provinceCode: string;
  order: ListOrder;
};

/** Why a file was not read; nothing of it is kept. */
class ListRefused extends Error {
  constructor(
    readonly code: "FILE" | "NO_COLUMN" | "NOBODY" | "SAME_FILE",
    readonly words = "",
  ) {
    super(code);
  }
}

/**
 * The worker's task `one_off_list`: reads the file of a list, says how far it is, and accounts for every row. Looked at first, it keeps
 * nothing but these counts; then it keeps the list with all its persons in one transaction, or says why it cannot.
 */
export async function readOneOffFile(jobId: string): Promise<void> {
  await withJobClient(async (client) => {
    const work = await beginJob(client, jobId);
    if (!work) return;
    const { actor, order } = work;
    const end = (status: string, failure: string | null, result: object) =>
      client.query(
        "UPDATE job SET status = $2, failure = $3, result = $4, finished_at = now() WHERE id = $1",
        [actor.jobId, status, failure, JSON.stringify(result)],
      );
    try {
      const upload = await findUpload(actor.officerId, order.uploadId);
      if (!upload) throw new ListRefused("FILE", say("imports.fault_FILE_GONE"));
      const file = await openListFile(uploadPath(actor.officerId, order.uploadId), order.fileName);
      const people = await readPeople(work, file);
      await asJob(client, actor, async () => {
        const read = await matched(work, people, upload.sha256);
        if (order.keep) await keepList(work, read, upload.sha256);
        await end("done", null, saidOf(read));
      });
      if (order.keep) await deleteUpload(actor.officerId, order.uploadId);
    } catch (error) {
      const refused =
        error instanceof FileRefused ? new ListRefused("FILE", saidOfFile(error)) : error;
      const known = refused instanceof ListRefused;
      await asJob(client, actor, () =>
        end("failed", known ? refused.code : "UNEXPECTED", { words: known ? refused.words : "" }),
      );
      if (!known) throw error;
    }
  });
}

const saidOfFile = ({ fault }: FileRefused) => say(`imports.fault_${fault}`);

/** A job that its officer may still do; any other is ended. */
async function beginJob(client: JobClient, jobId: string): Promise<Work | null> {
  return asJob(client, { jobId, officerId: "" }, async () => {
    const { rows } = await client.query<{
      input: unknown;
      officerId: string;
      provinceCode: string;
      allowed: boolean;
    }>(
      `SELECT j.input, j.requested_by_id AS "officerId", j.province_code AS "provinceCode",
         o.status = 'active' AND o.role = 'provincial_officer' AND o.province_code = j.province_code AS allowed
       FROM job j JOIN officer o ON o.id = j.requested_by_id
       WHERE j.id = $1 AND j.kind = 'one_off_list' AND j.status IN ('queued', 'running') FOR UPDATE OF j`,
      [jobId],
    );
    const [job] = rows;
    if (!job) return null;
    const { allowed, officerId, provinceCode } = job;
    await client.query(
      `UPDATE job SET status = $2, failure = $3, progress = 0, started_at = coalesce(started_at, now()),
         finished_at = CASE WHEN $2 = 'failed' THEN now() END WHERE id = $1`,
      [jobId, allowed ? "running" : "failed", allowed ? null : "NOT_ALLOWED"],
    );
    if (!allowed) return null;
    const order = listOrder.parse(job.input);
    return { client, actor: { jobId, officerId }, provinceCode, order };
  });
}

/** How often it says how far it is, in milliseconds. */
const told = 1000;

/** Who stands in the file, by their keys; its rows pass one by one. */
async function readPeople({ client, actor }: Work, file: ListFile): Promise<ReadList> {
  const column = guessColumns(file.header).nationalId;
  if (column === undefined) throw new ListRefused("NO_COLUMN", file.header.join(", "));
  const tell = (rows: number) =>
    asJob(client, actor, () =>
      client.query("UPDATE job SET progress = least($2::int, $3), total = $3 WHERE id = $1", [
        ...[actor.jobId, rows, file.about],
      ]),
    );
  async function* passing(): AsyncGenerator<ListRow> {
    let [passed, last] = [0, Date.now()];
    for await (const { rowNumber, cells } of file.rows()) {
      const id = normalizeNationalId(cells[column ?? 0] ?? "");
      const key = /^\d{13}$/.test(id) ? Buffer.from(nationalIdIndex(id)).toString("hex") : null;
      yield { rowNumber, person: key };
      passed += 1;
      if (Date.now() - last < told) continue;
      last = Date.now();
      await tell(passed);
    }
    await tell(file.about);
  }
  return readList(passing());
}

const peopleAtOnce = 5000;

type Matched = {
  people: { id: string; rowNumber: number }[];
  unknown: number[];
  twice: number[];
  elsewhere: number[];
  ended: number[];
  before: ListRead["before"];
};

/** Whom the rows name in the register of the province. @throws ListRefused where they name nobody of it */
async function matched(work: Work, read: ReadList, sha256: string): Promise<Matched> {
  const { client, provinceCode, order } = work;
  const ask = askOn(client);
  const month = await monthOfList(ask, order.list);
  const found: Matched = {
    ...{ people: [], elsewhere: [], ended: [], before: null },
    ...{ unknown: read.unknown, twice: read.twice },
  };
  const all = [...read.people];
  for (let start = 0; start < all.length; start += peopleAtOnce) {
    const some = all.slice(start, start + peopleAtOnce);
    const holders = await ask<Holder>(holdersSql(some, month));
    const holderOf = new Map(holders.map((holder) => [holder.key, holder]));
    for (const [key, rowNumber] of some) {
      const holder = holderOf.get(key);
      if (!holder) found.unknown.push(rowNumber);
      else if (holder.province !== provinceCode) found.elsewhere.push(rowNumber);
      else {
        found.people.push({ id: holder.id, rowNumber });
        if (holder.ended) found.ended.push(rowNumber);
      }
    }
  }
  if (found.people.length === 0) throw new ListRefused("NOBODY");
  found.unknown.sort((one, next) => one - next);
  return { ...found, before: await besideNewest(ask, work, found.people, sha256) };
}

/** The first day of the month in which the letter gives the sum. */
async function monthOfList(ask: Ask, list: string): Promise<string> {
  const given = everyOneOff(await loadRuleSets(ask)).find((each) => each.list === list);
  if (!given) throw new Error(`No letter gives ${list}`);
  return `${given.month}-01`;
}

type Holder = { key: string; id: string; province: string; ended: boolean };

/** Who is registered and not confirmed yet is no holder of a card. */
const holdersSql = (people: readonly (readonly [string, number])[], month: string) => Prisma.sql`
  SELECT encode(h.national_id_index, 'hex') AS key, h.id::text, h.province_code AS province,
    EXISTS (SELECT FROM departure d WHERE d.holder_id = h.id AND d.departed_on < ${month}::date
      AND (d.kind = 'deceased' AND d.confirmation = 'confirmed' OR d.kind = 'card_cancelled' AND d.confirmation IN ('pending', 'confirmed'))) AS ended
  FROM holder h
  WHERE h.counted AND h.national_id_index IN (SELECT decode(key, 'hex') FROM unnest(${people.map(([key]) => key)}::text[]) key)`;

/** How many come and go beside the list that is checked now; null: there is none. @throws ListRefused where the newest is the same file */
async function besideNewest(
  ask: Ask,
  { provinceCode, order: { list } }: Work,
  people: Matched["people"],
  sha256: string,
): Promise<ListRead["before"]> {
  const lists = await ask<{ id: string; people: number; sha256: string; step: string | null }>(
    Prisma.sql`
    SELECT l.id::text, l.people, l.file_sha256 AS sha256, s.step FROM one_off_list l LEFT JOIN one_off_list_step s ON s.list_id = l.id
    WHERE l.province_code = ${provinceCode} AND l.list = ${list} ORDER BY l.recorded_at DESC`,
  );
  const newest = lists.find(({ step }) => step !== "returned");
  if (newest?.sha256 === sha256) throw new ListRefused("SAME_FILE");
  const checked = lists.find(({ step }) => step === "checked");
  if (!checked) return null;
  let stay = 0;
  for (let start = 0; start < people.length; start += peopleAtOnce) {
    const ids = people.slice(start, start + peopleAtOnce).map(({ id }) => id);
    const [row] = await ask<{ stay: number }>(Prisma.sql`
      SELECT count(*)::int AS stay FROM one_off_person WHERE list_id = ${checked.id}::uuid AND holder_id = ANY (${ids}::uuid[])`);
    stay += row?.stay ?? 0;
  }
  return { come: people.length - stay, go: checked.people - stay };
}

/** Row numbers that are told; all of them are kept with the list. */
const rowsTold = 20;

function saidOf({ people, before, ...rows }: Matched): ListRead {
  const told = (numbers: readonly number[]) => ({
    count: numbers.length,
    rows: numbers.slice(0, rowsTold),
  });
  return {
    ...{ people: people.length, before },
    unknown: told(rows.unknown),
    twice: told(rows.twice),
    elsewhere: told(rows.elsewhere),
    ended: told(rows.ended),
  };
}

async function keepList(
  { client, actor, provinceCode, order }: Work,
  read: Matched,
  sha256: string,
) {
  const id = randomUUID();
  await client.query(
    `INSERT INTO one_off_list (id, province_code, list, file_name, file_sha256, people, unknown_rows, twice_rows, elsewhere_rows, ended_rows,
       recorded_by_id, recorded_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[id, provinceCode, order.list, order.fileName, sha256, read.people.length],
      ...[read.unknown, read.twice, read.elsewhere, read.ended],
      ...[actor.officerId, await programmeDate()],
    ],
  );
  for (let start = 0; start < read.people.length; start += peopleAtOnce) {
    const some = read.people.slice(start, start + peopleAtOnce);
    await client.query(
      `INSERT INTO one_off_person (list_id, province_code, holder_id, row_number)
       SELECT $1, $2, x.id, x.place FROM unnest($3::uuid[], $4::int[]) AS x (id, place)`,
      [id, provinceCode, some.map((each) => each.id), some.map(({ rowNumber }) => rowNumber)],
    );
  }
  await client.query("SELECT audit.append('one_off.record', 'one_off_list', $1, $2)", [
    id,
    JSON.stringify({ list: order.list, people: read.people.length }),
  ]);
}
