import type { IsoDate } from "@/domain/calendar";
import type { OrderKind } from "@/domain/delegation";
import type { PlanResult } from "@/domain/outreach-plan";
import type { Role } from "@/domain/policy";
import { isAnyLate, type LateKind, lateKinds } from "@/domain/referral";
import { isReported, type ReportStatus } from "@/domain/report";
import type { Season } from "@/domain/season";

/**
 * The first sentence of the pages that say where the work stands, as a code with its numbers; the screen words it. A
 * sentence carries the worst figure of its page, and once a window has closed it speaks of the month's duty.
 */

/** People a page counts, and of how many where that is known. */
type Count = { count: number; of?: number; people?: number };
export type Area = "district" | "province";
/**
 * What the interviews left ask of the account officers; nothing is missing where none are needed. `districtsShort`: in how
 * many districts some are missing; null where the numbers are those of one district.
 */
export type Staff = Pick<PlanResult, "officersNeeded" | "officers" | "officersMissing"> & {
  districtsShort: number | null;
};
/**
 * Over several districts needed less present is not what is missing, for nobody works off another district's shortage: the
 * sentence then says how many are missing and in how many districts.
 */
type Shortage =
  | { says: "officers_missing"; needed: number; officers: number; missing: number }
  | { says: "districts_short"; missing: number; districts: number };
/** The people of the running round who are not contacted yet; `round`: how it is called. */
export type OpenRound = { count: number; round: string };

/** What the home page of a role knows when it is opened. A count that the page does not have is left out. */
export type HomeFacts = {
  /** Officers of the installation; null where the reader does not see them. */
  officers: number | null;
  deskOpen: boolean;
  /** The weeks in which people may come to a desk have gone by. */
  deskOver: boolean;
  /** Of the whole district; and of these, those that the reader recorded. */
  recordedToday?: Count;
  recordedOwn?: Count;
  answersWaiting?: Count;
  answersLate?: Count;
  /** Interviews left, of how many holders on the list (of an account officer: in the caseload). */
  interviewsLeft?: Count;
  /** Who waits to be given to an account officer. */
  withoutOfficer?: Count;
  /** Of how many provinces something is published, and as of which day. */
  published?: { count: number; of: number; on: IsoDate };
  demo?: boolean;
  season: Season;
  round?: OpenRound;
  staff?: Staff;
};

export type HomeHeadline =
  | { says: "officers"; count: number }
  | { says: "published"; count: number; of: number; on: IsoDate }
  | { says: "nothing_published" }
  | { says: "recorded_today"; count: number; own: number }
  | { says: "desk_closed" | "desk_over" }
  | { says: "answers_waiting"; count: number; people: number }
  | { says: "nothing_to_answer" }
  | { says: "no_caseload" }
  | { says: "empty_register"; area: Area }
  | ({ says: "to_follow_up"; area: Area | null } & OpenRound)
  | (Shortage & { area: Area })
  | { says: "to_interview" | "not_interviewed"; area: Area | null; count: number }
  | { says: "all_interviewed"; area: Area | null };

const headlines: Record<Role, (facts: HomeFacts) => HomeHeadline | null> = {
  administrator: ({ officers }) => ({ says: "officers", count: officers ?? 0 }),
  national_reader: ({ published }) =>
    published ? { says: "published", ...published } : { says: "nothing_published" },
  receiving_officer: ({ deskOpen, deskOver, recordedToday, recordedOwn }) =>
    deskOpen
      ? {
          says: "recorded_today",
          count: recordedToday?.count ?? 0,
          own: recordedOwn?.count ?? 0,
        }
      : { says: deskOver ? "desk_over" : "desk_closed" },
  agency_officer: ({ answersWaiting }) => {
    const { count = 0, people = 0 } = answersWaiting ?? {};
    return count > 0 ? { says: "answers_waiting", count, people } : { says: "nothing_to_answer" };
  },
  account_officer: (facts) =>
    facts.interviewsLeft?.of ? workLeft(null, facts) : { says: "no_caseload" },
  district_chief: (facts) => leftIn("district", facts),
  district_secretary: (facts) => leftIn("district", facts),
  governor: (facts) => leftIn("province", facts),
  provincial_officer: (facts) => leftIn("province", facts),
  // Who holds a one-time link sees one referral, never a home page.
  link_bearer: () => null,
};

function leftIn(area: Area, facts: HomeFacts): HomeHeadline {
  if (!facts.interviewsLeft?.of) return { says: "empty_register", area };
  const short = facts.season === "open" && facts.staff && shortageOf(facts.staff);
  return short ? { ...short, area } : workLeft(area, facts);
}

function shortageOf(staff: Staff): Shortage | null {
  const { officersNeeded, officers, officersMissing, districtsShort } = staff;
  if (!officersMissing) return null;
  if (districtsShort !== null)
    return { says: "districts_short", missing: officersMissing, districts: districtsShort };
  return {
    says: "officers_missing",
    needed: officersNeeded ?? 0,
    officers,
    missing: officersMissing,
  };
}

/** After the home visits the round that runs comes first, then those whom nobody interviewed. */
function workLeft(area: Area | null, facts: HomeFacts): HomeHeadline {
  const { interviewsLeft, season, round } = facts;
  const count = interviewsLeft?.count ?? 0;
  if (season === "over" && round && round.count > 0)
    return { says: "to_follow_up", area, ...round };
  if (count === 0) return { says: "all_interviewed", area };
  return { says: season === "over" ? "not_interviewed" : "to_interview", area, count };
}

/** What a role's home page says first; null for a role that has none. A role that is forgotten does not compile. */
export function homeHeadline(role: Role, facts: HomeFacts): HomeHeadline | null {
  return headlines[role](facts);
}

/**
 * How many were never interviewed, where the first sentence speaks only of the follow-up: they come second, and not in the
 * cards alone. 0: nobody, or the first sentence has said it.
 */
export function neverInterviewed(headline: HomeHeadline | null, facts: HomeFacts): number {
  return headline?.says === "to_follow_up" ? (facts.interviewsLeft?.count ?? 0) : 0;
}

export type AreaHeadline =
  | { says: "nobody" | "done" }
  | ({ says: "follow_up"; left: number } & OpenRound)
  | { says: "over"; left: number }
  | (Shortage & { left: number })
  | { says: "left"; left: number };

/** What the page of a district or province says first. `listed`: holders on the list; `left`: interviews left. */
export function areaHeadline({
  listed,
  left,
  season,
  staff,
  round,
}: {
  listed: number;
  left: number;
  season: Season;
  staff: Staff;
  round: OpenRound | null;
}): AreaHeadline {
  if (listed === 0) return { says: "nobody" };
  if (season === "over")
    return round && round.count > 0
      ? { says: "follow_up", left, ...round }
      : { says: left === 0 ? "done" : "over", left };
  if (left === 0) return { says: "done" };
  return { ...(shortageOf(staff) ?? { says: "left" }), left };
}

export type PlanHeadline =
  | { says: "nobody" | "done" }
  | { says: "never"; left: number }
  | { says: "officers_missing"; needed: number; officers: number; missing: number }
  | { says: "place_days_missing"; missing: number; awaited: number }
  | { says: "enough"; needed: number; officers: number };

/**
 * What the plan says first: what it lacks. Officers come before days at a place, as on the home page and the district's:
 * who comes to no place is still met at home, but nobody is interviewed without an officer.
 */
export function planHeadline(
  listed: number,
  { left, awaited }: { left: number; awaited: number },
  result: PlanResult,
): PlanHeadline {
  if (listed === 0) return { says: "nobody" };
  const { officersNeeded, officers, officersMissing, placeDaysMissing } = result;
  if (officersNeeded === null) return { says: "never", left };
  if (officersMissing)
    return {
      says: "officers_missing",
      needed: officersNeeded,
      officers,
      missing: officersMissing,
    };
  if (placeDaysMissing) return { says: "place_days_missing", missing: placeDaysMissing, awaited };
  return left === 0 ? { says: "done" } : { says: "enough", needed: officersNeeded, officers };
}

export type ReferralHeadline =
  | { says: "nothing_awaited" }
  | { says: "awaited" | "to_send"; count: number; people: number }
  | { says: "all_sent" }
  | ({ says: "late"; count: number; people: number } & Record<LateKind, number>)
  | { says: "none_late" };

/**
 * What the list of referrals says first, to every role: what is late. Where nothing is, what the agency must answer and the
 * account officer send.
 * @param people how many people those are of (`headlineFilters`)
 */
export function referralHeadline(
  role: Role,
  { draft, awaited, late }: { draft: number; awaited: number; late: Record<LateKind, number> },
  people: number,
): ReferralHeadline {
  if (isAnyLate(late)) {
    const count = lateKinds.reduce((sum, kind) => sum + late[kind], 0);
    return { says: "late", count, people, ...late };
  }
  if (role === "agency_officer")
    return awaited > 0 ? { says: "awaited", count: awaited, people } : { says: "nothing_awaited" };
  if (role === "account_officer")
    return draft > 0 ? { says: "to_send", count: draft, people } : { says: "all_sent" };
  return { says: "none_late" };
}

export type FollowUpHeadline =
  | { says: "none" }
  | { says: "before"; people: number; from: IsoDate | null }
  | { says: "done" }
  | { says: "open"; people: number; days: number }
  | { says: "last_day" | "closed"; people: number };

/** What the follow-ups say first: of the running round whom nobody asked yet; without one, of the last. `daysLeft` null: it ended. */
export function followUpHeadline({
  people,
  first,
  round,
}: {
  people: number;
  first: IsoDate | null;
  round: { open: number; daysLeft: number | null } | null;
}): FollowUpHeadline {
  if (people === 0) return { says: "none" };
  if (!round) return { says: "before", people, from: first };
  const { open, daysLeft } = round;
  if (open === 0) return { says: "done" };
  if (daysLeft === null) return { says: "closed", people: open };
  if (daysLeft > 0) return { says: "open", people: open, days: daysLeft };
  return { says: "last_day", people: open };
}

export type ReportsHeadline =
  | { says: "missing"; count: number; all: number }
  | { says: "all_received" | "own_sent" | "own_missing" };

/** What the reports of a month say first: whose are missing; where nobody reports to the reader, the reader's own. */
export function reportsHeadline(
  {
    expected,
    missing,
    own,
  }: {
    expected: number;
    missing: readonly unknown[];
    own: readonly { period: string; status: ReportStatus }[];
  },
  period: string,
): ReportsHeadline {
  if (expected > 0)
    return missing.length > 0
      ? { says: "missing", count: missing.length, all: expected }
      : { says: "all_received" };
  const sent = own.some((report) => report.period === period && isReported(report.status));
  return { says: sent ? "own_sent" : "own_missing" };
}

export type AssignHeadline =
  | { says: "waiting" | "was_waiting"; people: number; areas: number }
  | { says: "done" };

/** What the page that gives people to account officers says first. */
export function assignHeadline(
  areas: readonly { people: number }[],
  season: Season,
): AssignHeadline {
  const people = areas.reduce((sum, area) => sum + area.people, 0);
  if (people === 0) return { says: "done" };
  // After the home visits whole subdistricts are not given out any more.
  return { says: season === "open" ? "waiting" : "was_waiting", people, areas: areas.length };
}

export type OrdersHeadline =
  | { says: "acting"; count: number }
  | { says: "nobody_acts" }
  | { says: `own_${OrderKind}`; number: string }
  | { says: "own_none" };

/** What the orders say first: who acts for a head; to the others, under which order they do. */
export function ordersHeadline(
  isHead: boolean,
  inForce: readonly { number: string; kind: OrderKind }[],
): OrdersHeadline {
  const [own] = inForce;
  if (isHead) return own ? { says: "acting", count: inForce.length } : { says: "nobody_acts" };
  return own ? { says: `own_${own.kind}`, number: own.number } : { says: "own_none" };
}
