import type { People } from "@/domain/published/numbers";
import { type PublishedArea, publish } from "@/domain/published/withhold";
import { keysOf } from "@/domain/tables";

/** A connection in a role that may read the numbers of a day. */
type Reader = { query: <Row>(sql: string) => Promise<{ rows: Row[] }> };

type DayRow = { district_code: string; taken_for: string } & Record<
  "answered" | "unanswered" | "young_high" | "old_low" | "old_high",
  number
>;

/** What of the newest day's numbers leaves the province, worked out from what was counted at 16:30; `on` null: there is none. */
export async function reckonPublication(client: Reader) {
  const { rows } = await client.query<DayRow>(
    `SELECT district_code, taken_for::text, answered, unanswered, young_high, old_low, old_high FROM age_income_day
     WHERE taken_for = (SELECT max(taken_for) FROM age_income_day)`,
  );
  const districts = rows.map((row) => ({
    districtCode: row.district_code,
    people: {
      answered: row.answered,
      unanswered: row.unanswered,
      youngHigh: row.young_high,
      oldLow: row.old_low,
      oldHigh: row.old_high,
    } satisfies People,
  }));
  return { on: rows[0]?.taken_for ?? null, areas: publish(districts) };
}

/** The columns of `published_count`, by the names of the domain. */
const publishedColumns = {
  people: "people",
  young: "young",
  old: "old",
  low: "low",
  high: "high",
  youngLow: "young_low",
  youngHigh: "young_high",
  oldLow: "old_low",
  oldHigh: "old_high",
  answered: "answered",
  unanswered: "unanswered",
} as const satisfies Record<keyof Omit<PublishedArea, "areaCode" | "withheld">, string>;

/** A row as it is stored. */
export function storedRow({ areaCode, withheld, ...numbers }: PublishedArea, on: string) {
  const named = keysOf(publishedColumns).map((number) => [
    publishedColumns[number],
    numbers[number],
  ]);
  return { area_code: areaCode, counted_on: on, withheld, ...Object.fromEntries(named) };
}
