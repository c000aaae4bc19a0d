import { addMonths, type IsoMonth } from "@/domain/calendar";

/** What a row of the ledger says: what was due of a month, or a difference to what had been booked of it. */
export const entryKinds = ["entitlement", "difference"] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Rows of a page of the differences. */
export const differencesAPage = 50;

/** A row of one holder and benefit. `number` 0 is the entitlement; the differences follow it. Satang, with a sign. */
export type Booking = { month: IsoMonth; number: number; satang: bigint };

/** The kind of a row by its number. */
export const kindOf = (number: number): EntryKind => (number === 0 ? "entitlement" : "difference");

/** What is booked of a month: the sum of its rows; null where it was never booked. */
export function bookedOf(ledger: readonly Booking[], month: IsoMonth): bigint | null {
  const rows = ledger.filter((row) => row.month === month);
  return rows.length === 0 ? null : rows.reduce((sum, { satang }) => sum + satang, 0n);
}

/** What is due of each month, in satang: the months of one amount after another. */
export type DueMonths = readonly { firstMonth: IsoMonth; lastMonth: IsoMonth; satang: bigint }[];

const dueOf = (due: DueMonths, month: IsoMonth): bigint =>
  due.find(({ firstMonth, lastMonth }) => firstMonth <= month && month <= lastMonth)?.satang ?? 0n;

/**
 * What the run of a month books for one holder: each month until then that is due and not booked, and the difference of each
 * that is booked otherwise than it is due now. The statement of the run says the same (server/ledger/book.ts).
 */
export function bookingsOf(due: DueMonths, ledger: readonly Booking[], until: IsoMonth): Booking[] {
  const rows: Booking[] = [];
  const months = [...due.map(({ firstMonth }) => firstMonth), ...ledger.map(({ month }) => month)];
  const first = months.sort()[0] ?? until;
  for (let month = first; month <= until; month = addMonths(month, 1)) {
    const booked = bookedOf(ledger, month);
    const satang = dueOf(due, month) - (booked ?? 0n);
    const number = ledger.filter((row) => row.month === month).length;
    if (satang !== 0n) rows.push({ month, number, satang });
  }
  return rows;
}
