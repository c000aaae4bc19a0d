import { sayingBusy } from "./database-errors";
import { database, type Transaction } from "./db";

/** The only file that knows what day it is. System time (sessions, jobs, audit) is the database's `now()`. */
const bangkok = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Bangkok",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** Today in Thailand by the system clock, ISO. */
export function systemDate(now: Date = new Date()): string {
  return bangkok.format(now);
}

const timeInBangkok = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Bangkok",
  hour: "2-digit",
  minute: "2-digit",
});

/** The time of day in Thailand by the system clock, `16:30`. */
export function systemTime(now: Date = new Date()): string {
  return timeInBangkok.format(now);
}

type Reader = Transaction | ReturnType<typeof database>;

/** What the installation keeps about itself; read once in a transaction, for every page and command asks. */
const kept = new WeakMap<Reader, Record<string, unknown>>();

/** Notes what the installation keeps, as it was read when the transaction began. */
export function keepInstallation(reader: Transaction, settings: Record<string, unknown>) {
  kept.set(reader, settings);
}

async function installation(reader: Reader): Promise<Record<string, unknown>> {
  const known = kept.get(reader);
  if (known) return known;
  const rows = await sayingBusy(() =>
    reader.setting.findMany({ select: { key: true, value: true } }),
  );
  const settings = Object.fromEntries(rows.map(({ key, value }) => [key, value]));
  // The connection itself outlives a change of the date.
  if (reader !== database()) kept.set(reader, settings);
  return settings;
}

/**
 * The programme date, ISO: in the demo the date that the administrator has set (setting `programme_on`),
 * otherwise today in Thailand.
 */
export async function programmeDate(reader: Reader = database()): Promise<string> {
  const setting = (await installation(reader)).programme_on;
  return typeof setting === "string" ? setting : systemDate();
}

/** Whether this installation is the demo with its synthetic people. */
export async function isDemo(reader: Reader = database()): Promise<boolean> {
  return (await installation(reader)).demo === true;
}

/** An ISO date as the driver needs it for a `date` column. */
export function toDateColumn(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}

/** A `date` column as ISO. */
export function fromDateColumn(date: Date): string {
  return date.toISOString().slice(0, 10);
}
