import type { Pace } from "@/domain/caseload";
import type { Role } from "@/domain/policy";

/** People a page counts, and of how many where that is known. */
type Count = { count: number; of?: number };

/** What the home page of a role knows when it is opened. A count that the page does not have is left out. */
export type HomeFacts = {
  /** Officers of the installation; null where the reader does not see them. */
  officers: number | null;
  deskOpen: boolean;
  recordedToday?: Count;
  answersWaiting?: Count;
  answersLate?: Count;
  interviewed?: Count;
  toMeet?: Count;
};

/** The first sentence of the home page, as a code with its numbers; the screen words it. */
export type HomeHeadline =
  | { says: "officers"; count: number }
  | { says: "recorded_today"; count: number }
  | { says: "desk_closed" }
  | { says: "answers_waiting"; count: number }
  | { says: "nothing_to_answer" }
  | { says: "no_caseload" }
  | { says: "to_interview"; count: number }
  | { says: "all_interviewed" }
  | { says: "empty_register"; area: Area }
  | { says: "all_met"; area: Area }
  | { says: "to_meet"; area: Area; count: number };
export type Area = "district" | "province";

const headlines: Record<Role, (facts: HomeFacts) => HomeHeadline | null> = {
  administrator: ({ officers }) => ({ says: "officers", count: officers ?? 0 }),
  receiving_officer: ({ deskOpen, recordedToday }) =>
    deskOpen
      ? { says: "recorded_today", count: recordedToday?.count ?? 0 }
      : { says: "desk_closed" },
  agency_officer: ({ answersWaiting, answersLate }) => {
    const count = (answersWaiting?.count ?? 0) + (answersLate?.count ?? 0);
    return count > 0 ? { says: "answers_waiting", count } : { says: "nothing_to_answer" };
  },
  account_officer: ({ interviewed }) => {
    if (!interviewed?.of) return { says: "no_caseload" };
    const count = interviewed.of - interviewed.count;
    return count > 0 ? { says: "to_interview", count } : { says: "all_interviewed" };
  },
  district_chief: (facts) => leftIn("district", facts),
  district_secretary: (facts) => leftIn("district", facts),
  governor: (facts) => leftIn("province", facts),
  provincial_officer: (facts) => leftIn("province", facts),
  // Who holds a one-time link sees one referral, never a home page.
  link_bearer: () => null,
};

function leftIn(area: Area, { toMeet }: HomeFacts): HomeHeadline {
  if (!toMeet?.of) return { says: "empty_register", area };
  return toMeet.count === 0
    ? { says: "all_met", area }
    : { says: "to_meet", area, count: toMeet.count };
}

/** What a role's home page says first; null for a role that has none. A role that is forgotten does not compile. */
export function homeHeadline(role: Role, facts: HomeFacts): HomeHeadline | null {
  return headlines[role](facts);
}

/** What the page of a district or province says first: nobody on the list, all met, days over, or how many are left. */
export function areaHeadline(
  listed: number,
  { verdict }: Pick<Pace, "verdict">,
): "nobody" | "done" | "over" | "left" {
  if (listed === 0) return "nobody";
  return verdict === "done" || verdict === "over" ? verdict : "left";
}
