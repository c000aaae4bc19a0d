import { addDays, type IsoDate } from "@/domain/calendar";
import { keysOf } from "@/domain/tables";

/**
 * One machine for the referrals to all thirteen agencies. `escalated` is no stored state: it is what `sent` has become on
 * a day after its answer was due, so no clock has to write it (decision 0016).
 */
export const storedReferralStates = [
  "draft",
  "sent",
  "accepted",
  "waiting_list",
  "in_progress",
  "completed",
  "refused",
  "withdrawn",
] as const;
export type StoredReferralState = (typeof storedReferralStates)[number];
export const referralStates = [...storedReferralStates, "escalated"] as const;
export type ReferralState = (typeof referralStates)[number];

/** In the order in which lists name them: as work goes on, what waits for an answer beyond its day beside what waits for one. */
export const referralStatesInOrder: readonly ReferralState[] = [
  "draft",
  "sent",
  "escalated",
  "waiting_list",
  "accepted",
  "in_progress",
  "completed",
  "refused",
  "withdrawn",
];

/** Who must act next. The holder of a one-time link answers for the agency. */
export type ReferralOwner = "account_officer" | "agency" | "district_chief";

const owners: Record<ReferralState, ReferralOwner | null> = {
  draft: "account_officer",
  sent: "agency",
  escalated: "district_chief",
  accepted: "agency",
  waiting_list: "agency",
  in_progress: "agency",
  completed: null,
  refused: null,
  withdrawn: null,
};

/**
 * Whose day has passed: the account officer has not sent it, the agency has not answered, has taken it up and not gone on,
 * or has not told who waits for a place how it stands. Each has its own name, since each asks for something else.
 */
const lateStates = {
  unsent: ["draft"],
  unanswered: ["sent"],
  running: ["accepted", "in_progress"],
  waiting: ["waiting_list"],
} as const satisfies Record<string, readonly StoredReferralState[]>;
export type LateKind = keyof typeof lateStates;
export const lateKinds = keysOf(lateStates);

/** The states in which a referral may be late in this way. */
export function statesLate(kind: LateKind): readonly StoredReferralState[] {
  return lateStates[kind];
}

/** Whether some day has passed, in whichever way. */
export function isAnyLate(late: Record<LateKind, number>): boolean {
  return lateKinds.some((kind) => late[kind] > 0);
}

/** Whose turn it is; null in a final state. */
export function ownerOf(state: ReferralState): ReferralOwner | null {
  return owners[state];
}

/** Whether nothing can happen to it any more. */
export function isFinal(state: ReferralState): boolean {
  return owners[state] === null;
}

export type ReferralStep =
  | "send"
  | "accept"
  | "wait_list"
  | "begin"
  | "complete"
  | "refuse"
  | "withdraw"
  | "remind";
/** As it is kept: preparing a draft does not move a referral on. */
export type StoredReferralStep = ReferralStep | "prepare";
type Step = {
  from: readonly StoredReferralState[];
  to: StoredReferralState;
  by: ReferralOwner;
  /** Whether words must say why, or how it ended. */
  words: "needed" | "optional";
};

/** Every step that somebody takes; the same table is in SQL (app.referral_step), and a test compares both. */
export const referralSteps: Record<ReferralStep, Step> = {
  send: { from: ["draft"], to: "sent", by: "account_officer", words: "optional" },
  accept: { from: ["sent", "waiting_list"], to: "accepted", by: "agency", words: "optional" },
  wait_list: { from: ["sent"], to: "waiting_list", by: "agency", words: "optional" },
  begin: {
    from: ["sent", "accepted", "waiting_list"],
    to: "in_progress",
    by: "agency",
    words: "optional",
  },
  complete: { from: ["accepted", "in_progress"], to: "completed", by: "agency", words: "optional" },
  refuse: {
    from: ["sent", "accepted", "waiting_list"],
    to: "refused",
    by: "agency",
    words: "needed",
  },
  withdraw: {
    from: ["draft", "sent", "accepted", "waiting_list", "in_progress"],
    to: "withdrawn",
    by: "account_officer",
    words: "needed",
  },
  // The chief asks the agency again: another day to answer by.
  remind: { from: ["sent"], to: "sent", by: "district_chief", words: "optional" },
};
export const referralStepNames = keysOf(referralSteps);

/** What an agency may answer, in the order of its form; with a one-time link only the first three. */
export const agencySteps = ["accept", "wait_list", "refuse", "begin", "complete"] as const;
export const linkSteps = ["accept", "wait_list", "refuse"] as const;

/** How a referral ended that was taken up. */
export const referralResults = ["succeeded", "partly", "dropped_out"] as const;
export type ReferralResult = (typeof referralResults)[number];

/** The state on a day: a referral that is not answered by its day goes to the district chief. */
export function referralStateOn(
  { state, nextOn }: { state: StoredReferralState; nextOn: IsoDate | null },
  today: IsoDate,
): ReferralState {
  return state === "sent" && nextOn !== null && nextOn < today ? "escalated" : state;
}

/** Whether this step may follow on this state. */
export function mayStep(state: ReferralState, step: ReferralStep): boolean {
  const stored = state === "escalated" ? "sent" : state;
  // The chief steps in once the agency's time is over.
  if (step === "remind") return state === "escalated";
  return referralSteps[step].from.includes(stored);
}

/** What may follow on a state: the steps people take. */
export function stepsFrom(state: ReferralState): ReferralStep[] {
  return referralStepNames.filter((step) => mayStep(state, step));
}

/** Days until somebody has to look again; an answer's own are the province's setting. */
const daysUntil: Record<
  Exclude<StoredReferralState, "sent" | "completed" | "refused" | "withdrawn">,
  number
> = {
  draft: 7,
  accepted: 30,
  waiting_list: 30,
  in_progress: 90,
};

/**
 * The day on which the owner of a state must have acted; null in a final one.
 * @param answerDays the province's setting `referral_answer_days`.
 */
export function nextDayOf(
  state: StoredReferralState,
  today: IsoDate,
  answerDays: number,
  given: IsoDate | null = null,
): IsoDate | null {
  if (isFinal(state)) return null;
  if (given) return given;
  const days = state === "sent" ? answerDays : daysUntil[state as keyof typeof daysUntil];
  return addDays(today, days);
}

/**
 * What an agency was asked for somebody before: referrals that were sent to it, an older plan's too, in the order given. Shown
 * wherever another is about to go to the same agency.
 */
export function askedBefore<Row extends { id: string; agency: string; sentOn: IsoDate | null }>(
  referrals: readonly Row[],
  agencies: readonly string[],
) {
  return referrals.filter(({ agency, sentOn }) => sentOn !== null && agencies.includes(agency));
}
