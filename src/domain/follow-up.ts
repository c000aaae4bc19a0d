import { z } from "zod";
import { daysBetween, type IsoDate } from "@/domain/calendar";
import { optionalDay, optionalText, requiredDay } from "@/domain/fields";
import type { StoredReferralState } from "@/domain/referral";
import type { FollowUpRound, RoundId } from "@/domain/rules/rule-set";
import { tableOf } from "@/domain/tables";

/** How a holder with a plan was reached. */
export const contactChannels = ["home", "office", "phone", "through_other", "group"] as const;
export type ContactChannel = (typeof contactChannels)[number];

/** The person was spoken to; else somebody else told of them. */
export function isSpokenTo(channel: ContactChannel): boolean {
  return channel !== "through_other";
}

/** Why somebody was not reached: an attempt is never a contact, so the round still asks for them. */
export const attemptOutcomes = ["no_line", "no_answer", "wrong_number", "not_met"] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

/** The officer went there; else a call was in vain. */
export function wentThere(outcome: AttemptOutcome): boolean {
  return outcome === "not_met";
}

/** How a chosen project goes, as the holder says. */
export const projectStates = [
  "not_begun",
  "taking_part",
  "finished",
  "refused",
  "gave_up",
] as const;
export type ProjectState = (typeof projectStates)[number];
/** Truly taken up: the holder takes part, or has finished. Being written on a plan or a form is neither. */
export const takenUpStates: readonly ProjectState[] = ["taking_part", "finished"];

/** What an agency's answer says of a project until the holder has said it; null while it says nothing. */
export function stateByReferral(state: StoredReferralState, result: string | null) {
  const told: Partial<Record<StoredReferralState, ProjectState>> = {
    in_progress: "taking_part",
    completed: result === "dropped_out" ? "gave_up" : "finished",
    refused: "refused",
    withdrawn: "gave_up",
  };
  return told[state] ?? null;
}

/** What hinders the holder. */
export const obstacles = [
  "no_time",
  "too_far",
  "no_answer",
  "no_capital",
  "no_market",
  "debt",
  "ill_or_disabled",
  "caring",
  "not_interested",
  "other",
] as const;
export type Obstacle = (typeof obstacles)[number];

/** What may be said to hinder: that an agency has not answered only once a referral was sent to one. */
export function possibleObstacles(sentReferrals: number): readonly Obstacle[] {
  return obstacles.filter((obstacle) => obstacle !== "no_answer" || sentReferrals > 0);
}

const baht = (max: number) =>
  z.union([z.int("number").min(0, "number").max(max, "number"), z.null()], { error: "number" });

/** One contact as the form sends it; empty numbers are null: not asked, or not answered. */
export const contactInput = z
  .strictObject({
    holderId: z.uuid(),
    correctsId: z.uuid().nullish(),
    contactedOn: requiredDay,
    channel: z.enum(contactChannels, { error: "choose" }),
    /** Of each project of the plan. */
    projects: z.record(z.string().max(20), z.enum(projectStates, { error: "choose" })).default({}),
    incomeBaht: baht(1_000_000),
    gotJob: z.enum(["yes", "no"], { error: "choose" }),
    loanBaht: baht(10_000_000),
    trainingHours: baht(2_000),
    obstacles: z.array(z.enum(obstacles)).max(obstacles.length),
    obstacleNote: optionalText(200),
    note: optionalText(300),
    nextOn: optionalDay,
  })
  .refine((given) => !given.obstacles.includes("other") || given.obstacleNote !== null, {
    path: ["obstacleNote"],
    error: "missing",
  });

/** One attempt in vain; `nextOn`: when the officer means to try again. */
export const attemptInput = z.strictObject({
  holderId: z.uuid(),
  attemptedOn: requiredDay,
  outcome: z.enum(attemptOutcomes, { error: "choose" }),
  note: optionalText(300),
  nextOn: optionalDay,
});

/**
 * How somebody stands to a round by the day on which their plan was agreed: before it began, so that it asks for them; in its
 * time, so that the interview met them; or after its end, so that it has nothing to do with them.
 */
export type RoundPlace = "asked" | "met" | "later";
export function placeInRound(round: FollowUpRound, agreedOn: IsoDate): RoundPlace {
  if (agreedOn < round.from) return "asked";
  return agreedOn <= round.until ? "met" : "later";
}

/**
 * Where a person is in a round: it does not ask for them (`met`, `later`: see `placeInRound`), lies ahead, is due, has closed
 * without them, or is done. Exactly one of them on any day; only `due` is work.
 */
export const roundStates = ["later", "met", "ahead", "due", "closed", "done"] as const;
export type RoundState = (typeof roundStates)[number];

/** The round in whose time a contact lies: from its first day until the next one begins; none before the first. */
export function roundOfContact<Round extends FollowUpRound>(
  day: IsoDate,
  rounds: readonly Round[],
): Round | null {
  return rounds.findLast(({ from }) => from <= day) ?? null;
}

/** The days of that time: `before` is the first day of the next round, null for the last. */
export type RoundTime = { from: IsoDate; before: IsoDate | null };
export function timeOfRound(round: FollowUpRound, rounds: readonly FollowUpRound[]): RoundTime {
  return { from: round.from, before: rounds.find(({ from }) => from > round.from)?.from ?? null };
}

/** How often somebody could not be reached in a round, and when last. */
export type Attempts = { count: number; lastOn: IsoDate };

/** The attempts in the time of a round; null without one. */
export function attemptsInRound(
  { time: { from, before } }: { time: RoundTime },
  attempts: readonly { attemptedOn: IsoDate }[],
): Attempts | null {
  const days = attempts
    .map(({ attemptedOn }) => attemptedOn)
    .filter((day) => day >= from && (before === null || day < before));
  const lastOn = days.toSorted().at(-1);
  return lastOn === undefined ? null : { count: days.length, lastOn };
}

/** On which day a round was done: the first contact in its time; null while there is none, and where it does not ask. */
export function roundDoneOn(
  round: FollowUpRound,
  agreedOn: IsoDate,
  contacts: readonly { round: string | null; contactedOn: IsoDate }[],
): IsoDate | null {
  if (placeInRound(round, agreedOn) !== "asked") return null;
  const days = contacts.filter((each) => each.round === round.id).map((each) => each.contactedOn);
  return days.toSorted()[0] ?? null;
}

/** The state of one person in one round. A contact after its last day, before the next begins, still does it, late. */
export function roundStateOf(
  round: FollowUpRound,
  { agreedOn, doneOn, today }: { agreedOn: IsoDate; doneOn: IsoDate | null; today: IsoDate },
): RoundState {
  const place = placeInRound(round, agreedOn);
  if (place !== "asked") return place;
  if (doneOn !== null) return "done";
  if (today < round.from) return "ahead";
  return hasEnded(round, today) ? "closed" : "due";
}

/** A round that is over asks nobody any more: what came of it is a result. */
export const hasEnded = ({ until }: { until: IsoDate }, day: IsoDate): boolean => day > until;

/** The round that asks for people today; null before the first, between two and after the last. */
export function roundNow<Round extends FollowUpRound>(
  today: IsoDate,
  rounds: readonly Round[],
): (Round & { daysLeft: number }) | null {
  const round = roundOfContact(today, rounds);
  if (!round || hasEnded(round, today)) return null;
  return { ...round, daysLeft: daysBetween(today, round.until) };
}

/** The round that ended last; null before the end of the first. */
export function roundEnded<Round extends FollowUpRound>(
  today: IsoDate,
  rounds: readonly Round[],
): Round | null {
  return rounds.findLast((round) => hasEnded(round, today)) ?? null;
}

/** Why there is no income of now: nobody was asked yet, or who was asked did not tell. */
export function whyNoIncome({ contacts }: { contacts: number }): "notKnown" | "notTold" {
  return contacts === 0 ? "notKnown" : "notTold";
}

/** Contacts a person as they are counted: none, one, two, three and more. */
export const doses = [0, 1, 2, 3] as const;
export type Dose = (typeof doses)[number];

/** One counter: how many with an active plan share these facts (table `follow_up_tally`), with their sums. */
export type FollowUpRow = {
  agreedMonth: string;
  dose: number;
  roundsDone: readonly RoundId[];
  people: number;
  contacts: number;
  incomePeople: number;
  incomeThen: number;
  incomeNow: number;
  incomeUp: number;
  jobs: number;
  loans: number;
  loanBaht: number;
  trained: number;
  trainingHours: number;
  projects: number;
  takenUp: number;
  takers: number;
};

const measures = [
  "people",
  "contacts",
  "incomePeople",
  "incomeThen",
  "incomeNow",
  "incomeUp",
  "jobs",
  "loans",
  "loanBaht",
  "trained",
  "trainingHours",
  "projects",
  "takenUp",
  "takers",
] as const satisfies readonly (keyof FollowUpRow)[];
type Measure = (typeof measures)[number];

/** `asked` = `done` + `open`; with those `met` at their interview and those who agreed `later` it is everybody. */
export type RoundSum = Record<RoundPlace | "done" | "open", number>;
export type FollowUpSum<Round extends FollowUpRound = FollowUpRound> = Record<Measure, number> & {
  /** People by the number of their contacts. */
  dose: Record<Dose, number>;
  /** In the order of the rounds. */
  rounds: (Round & RoundSum)[];
};

/** Adds up counters. They know the month of a plan, which is enough: rounds are whole months (`app.rule_round` holds it). */
export function sumFollowUps<Round extends FollowUpRound>(
  rows: readonly FollowUpRow[],
  rounds: readonly Round[],
): FollowUpSum<Round> {
  const total = (of: (row: FollowUpRow) => number) => rows.reduce((sum, row) => sum + of(row), 0);
  const sums = tableOf(measures, (measure) => total((row) => row[measure]));
  const roundSum = (round: Round): Round & RoundSum => {
    const placeOf = (row: FollowUpRow) => placeInRound(round, `${row.agreedMonth}-01`);
    const isDone = (row: FollowUpRow) => row.roundsDone.includes(round.id);
    const at = (place: RoundPlace) => total((row) => (placeOf(row) === place ? row.people : 0));
    const asked = at("asked");
    const done = total((row) => (placeOf(row) === "asked" && isDone(row) ? row.people : 0));
    return { ...round, asked, met: at("met"), later: at("later"), done, open: asked - done };
  };
  return {
    ...sums,
    dose: tableOf(doses, (dose) => total((row) => (row.dose === dose ? row.people : 0))),
    rounds: rounds.map(roundSum),
  };
}

/** Contacts a person, one decimal; null where nobody was contacted. */
export function contactsEach({ contacts, people }: { contacts: number; people: number }) {
  return people === 0 || contacts === 0 ? null : Math.round((contacts * 10) / people) / 10;
}

/** The mean monthly income then and now of those who gave both, whole baht; null where nobody did. */
export function meanIncomes(sum: { incomePeople: number; incomeThen: number; incomeNow: number }) {
  if (sum.incomePeople === 0) return null;
  return {
    before: Math.round(sum.incomeThen / sum.incomePeople),
    now: Math.round(sum.incomeNow / sum.incomePeople),
  };
}
