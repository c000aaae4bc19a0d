import type { IsoDate } from "@/domain/calendar";

/** The outcome of a home visit (docs/forms.md 4). `met`: found, but the interview is for another day. */
export const visitOutcomes = [
  "met",
  "not_home",
  "word_left",
  "not_found",
  "wrong_address",
] as const;
/** Of these: whoever was looked for was not met. */
export const notMetOutcomes = visitOutcomes.filter((outcome) => outcome !== "met");
/** Where holder and account officer are to meet. */
export const appointmentKinds = ["home", "office"] as const;
/** Who says that somebody is away. */
export const absenceSources = ["holder", "relative", "headman", "neighbour"] as const;
/** What is reported of somebody at their door. */
export const reportedDepartures = ["deceased", "moved_away"] as const;
/** Why nobody is to be visited any more. */
export const departureKinds = ["deceased", "card_cancelled", "moved_away"] as const;
export type DepartureKind = (typeof departureKinds)[number];
/** What a death or a move rests on: it does not count without one. */
export const reportSources = [
  "headman",
  "relative",
  "death_certificate",
  "house_register",
] as const;
/** From what a cancelled card is known: the Ministry of Finance itself. That somebody is not on a list cancels nothing. */
export const ministrySources = ["ministry_letter", "ministry_file"] as const;
export type DepartureSource = (typeof reportSources)[number] | (typeof ministrySources)[number];

/** How far ahead an account officer looks in the calendar, in days: two weeks. */
export const calendarDays = 14;
/** How far ahead an appointment is confirmed by telephone, in days. */
export const callDays = 7;
/** What can be recorded at a door: what the day's page says afterwards. */
export const doorRecords = [
  "visit",
  "appoint",
  "cancel",
  "away",
  "return",
  "departed",
  "refused",
  "contact",
  "attempt",
] as const;
export type DoorRecord = (typeof doorRecords)[number];

/**
 * Whether somebody may be recorded as refusing the interview on a day: not once it has been held.
 * @param interviewedOn the day of the newest interview that counts.
 */
export function mayRefuseInterview(interviewedOn: IsoDate | null, on: IsoDate): boolean {
  return interviewedOn === null || on < interviewedOn;
}
