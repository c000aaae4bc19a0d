import type { CoverageBlock } from "@/domain/caseload";

/** One card of the home page: what it counts and the list it opens. `key` is a message of `home`. */
export type HomeCard = {
  key: HomeCardKey;
  count: number;
  of?: number;
  /** Of how many people what is counted is, where it is no people. */
  people?: number;
  href: string;
  /** Whom it counts, by name, where they are few. */
  names?: string;
  /** How the round that it counts is called. */
  round?: string;
  tone?: "done" | "due" | "late";
};
export type HomeCardKey =
  | "referralsToSend"
  | "referralsToSendLate"
  | "referralsUnsent"
  | "answersLate"
  | "referralsOverrun"
  | "referralsWaitingLate"
  | "answersWaiting"
  | "referralsWaitingList"
  | "referralsRunning"
  | "unfinishedDrafts"
  | "waitingInterview"
  | "waitingAppointment"
  | "toMeetHere"
  | "voluntaryLeft"
  | "interviewed"
  | "interviewsLeft"
  | CoverageBlock
  | "withoutOfficer"
  | "awaited"
  | "papersToConfirm"
  | "papersOwn"
  | "assessmentsToConfirm"
  | "reportsToConfirm"
  | "deathsContradicted"
  | "transfersToAnswer"
  | "endedCodes"
  | "unassignedLong"
  | "coInterviewsToAttest"
  | "coInterviewsOwn"
  | "overdueAppointments"
  | "appointmentsToday"
  | "recordedToday"
  | "recordedOwn"
  | "registrations"
  | "importsWithoutLetter"
  | "followUpsDue"
  | "roundClosed"
  | "ministryUnreported"
  | "ministryBounced"
  | "reportsToRead"
  | "reportsToPrepare"
  | "reportsToSign"
  | "reportsToSend"
  | "reportsMissing"
  | "undecided"
  | "teamsMissing"
  | "overdueTasks"
  | "openTasks"
  | "unreadAnnouncements"
  | "correctionsToDecide"
  | "inquiriesLate"
  | "inquiriesMine"
  | "resolutionsLate"
  | "resolutionsMine"
  | "registrationsToDecide"
  | "registrationsToApprove"
  | "cancellationsToConfirm";
