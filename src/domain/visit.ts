/** The outcome of a home visit (docs/forms.md 4). `met`: found, but the interview is for another day. */
export const visitOutcomes = [
  "met",
  "not_home",
  "word_left",
  "not_found",
  "wrong_address",
] as const;
/** Where holder and account officer are to meet. */
export const appointmentKinds = ["home", "office"] as const;
/** Who says that somebody is away. */
export const absenceSources = ["holder", "relative", "headman", "neighbour"] as const;
export const departureKinds = ["deceased", "moved_away"] as const;
/** What a death or a move rests on: it does not count without one. */
export const departureSources = [
  "headman",
  "relative",
  "death_certificate",
  "house_register",
] as const;

/** How far ahead an account officer looks in the calendar, in days: two weeks. */
export const calendarDays = 14;
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
