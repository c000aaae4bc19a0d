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

/**
 * The programme date, ISO: in the demo the date that the administrator has set (setting `programme_on`),
 * otherwise today in Thailand.
 */
export async function programmeDate(
  tx: Transaction | ReturnType<typeof database> = database(),
): Promise<string> {
  const setting = await tx.setting.findUnique({ where: { key: "programme_on" } });
  return typeof setting?.value === "string" ? setting.value : systemDate();
}

/** Whether this installation is the demo with its synthetic people. */
export async function isDemo(
  tx: Transaction | ReturnType<typeof database> = database(),
): Promise<boolean> {
  const setting = await tx.setting.findUnique({ where: { key: "demo" } });
  return setting?.value === true;
}

/** An ISO date as the driver needs it for a `date` column. */
export function toDateColumn(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}

/** A `date` column as ISO. */
export function fromDateColumn(date: Date): string {
  return date.toISOString().slice(0, 10);
}
