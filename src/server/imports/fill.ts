import type { ColumnChoice, ListField } from "@/domain/import/columns";
import type { Batch } from "./batch";
import type { JobClient } from "./job-connection";
import { holderOfRow, withoutJoinsOfAll } from "./merge";

/** What a row may leave open: the columns that say it, what it is called in the counts, and what is nothing in the database. */
type Openable = {
  field: ListField;
  said: readonly ListField[];
  columns: readonly string[];
  nothing: "NULL" | "''";
};
const openable: readonly Openable[] = [
  { field: "title", said: ["title"], columns: ["title"], nothing: "''" },
  { field: "lastName", said: ["lastName", "fullName"], columns: ["last_name"], nothing: "''" },
  {
    field: "birthDate",
    said: ["birthDate"],
    columns: ["birth_date", "birth_date_precision"],
    nothing: "NULL",
  },
  { field: "houseNo", said: ["houseNo", "address"], columns: ["house_no"], nothing: "NULL" },
  { field: "villageNo", said: ["villageNo", "address"], columns: ["moo"], nothing: "NULL" },
  { field: "phone", said: ["phone"], columns: ["ministry_phone"], nothing: "NULL" },
  { field: "occupation", said: ["occupation"], columns: ["ministry_occupation"], nothing: "NULL" },
];

const isOpen = (alias: string, { columns: [column], nothing }: Openable) =>
  nothing === "NULL" ? `${alias}.${column} IS NULL` : `${alias}.${column} = ''`;
const isLost = (one: Openable) => `(${isOpen("s", one)} AND NOT (${isOpen("h", one)}))`;

/**
 * Completes the staged rows from the register: what the file has no column for stays as it is known, and so does what its
 * cells leave empty, unless the officer wants them to empty it.
 * @returns field → holders whose known value an empty cell of the file leaves out
 */
export async function fillFromRegister(
  client: JobClient,
  { id, columns, answers }: Batch,
): Promise<Record<string, number>> {
  const has = columnsOf(columns ?? {});
  const emptied = await countEmptied(client, id, openable.filter(has));
  const kept = answers.emptyCells === "empty" ? openable.filter((one) => !has(one)) : openable;
  if (kept.length > 0) await fill(client, id, kept);
  return emptied;
}

const columnsOf =
  (choice: ColumnChoice) =>
  ({ said }: Openable) =>
    said.some((field) => choice[field] !== undefined);

async function countEmptied(client: JobClient, batchId: string, said: readonly Openable[]) {
  if (said.length === 0) return {};
  const counts = said.map((one) => `count(*) FILTER (WHERE ${isLost(one)})::int AS "${one.field}"`);
  const { rows: found } = await client.query<Record<string, number>>(
    `SELECT ${counts.join(", ")} FROM staging.import_row s CROSS JOIN ${holderOfRow}
     WHERE s.batch_id = $1 AND s.accepted AND (${said.map((one) => isOpen("s", one)).join(" OR ")})`,
    [batchId],
  );
  return found[0] ?? {};
}

/** The words of a name as they are searched: `nameSearchKey` of src/domain/names.ts, for a name that is stored. */
const searchKey = (name: string) =>
  `lower(translate(regexp_replace(${name}, '[[:space:].,\\-‐-―''"’“”()]', '', 'g'), '๐๑๒๓๔๕๖๗๘๙', '0123456789'))`;

async function fill(client: JobClient, batchId: string, kept: readonly Openable[]) {
  const sets = kept.flatMap((one) =>
    one.columns.map(
      (column) => `${column} = CASE WHEN ${isOpen("s", one)} THEN h.${column} ELSE s.${column} END`,
    ),
  );
  if (kept.some(({ field }) => field === "lastName"))
    sets.push(
      `search_name = CASE WHEN s.last_name = '' THEN s.search_name || ${searchKey("h.last_name")} ELSE s.search_name END`,
    );
  // Row by row of the chunk, each holder by the index of the ID. The planner knows nothing of a table just filled: joined with
  // itself it was read once for each of its rows, and joined by a hash all holders would be read.
  await withoutJoinsOfAll(client, () =>
    client.query(
      `UPDATE staging.import_row s SET ${sets.join(", ")} FROM holder h
       WHERE s.batch_id = $1 AND s.accepted AND h.national_id_index = s.national_id_index
         AND (${kept.map(isLost).join(" OR ")})`,
      [batchId],
    ),
  );
}
