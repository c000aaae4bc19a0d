import { type EntitlementEnd, lastMonths } from "@/domain/entitlement-end";
import type { OneOffGiven } from "@/domain/rules/sets";

/** A row of the file of a list: whose ID it has, as a key; null where it has none. */
export type ListRow = { rowNumber: number; person: string | null };

export type ReadList = {
  /** Each person with the first row that names them. */
  people: Map<string, number>;
  /** Rows without an ID. */
  unknown: number[];
  /** Rows that name somebody once more. */
  twice: number[];
};

/** The persons of a file, each once; every row is a person, unknown or twice. */
export async function readList(
  rows: AsyncIterable<ListRow> | Iterable<ListRow>,
): Promise<ReadList> {
  const read: ReadList = { people: new Map(), unknown: [], twice: [] };
  for await (const { rowNumber, person } of rows) {
    if (person === null) read.unknown.push(rowNumber);
    else if (read.people.has(person)) read.twice.push(rowNumber);
    else read.people.set(person, rowNumber);
  }
  return read;
}

/** Whether what is given once is due to whom the list names: not where a death or a cancelled card came before its month. */
export function isDueOnce({ month }: Pick<OneOffGiven, "month">, ends: readonly EntitlementEnd[]) {
  const last = lastMonths(ends);
  return last === null || month <= last.due;
}
