import type { IsoDate } from "@/domain/calendar";
import type { Period } from "@/domain/rules/rule-set";

/** What a district must have before its people are met (role table, stage of preparation). */
export const lacks = [
  "team",
  "plan",
  "briefing",
  "places",
  "receiving",
  "codes",
  "guideline",
] as const;
export type Lack = (typeof lacks)[number];

/** What there is of it in a district. */
export type Preparation = {
  hasTeam: boolean;
  plans: number;
  briefingsHeld: number;
  places: number;
  placesWithoutOfficer: number;
  codes: number;
  unreadGuidelines: number;
};

const isLacking: Record<Lack, (there: Preparation) => boolean> = {
  team: ({ hasTeam }) => !hasTeam,
  plan: ({ plans }) => plans === 0,
  briefing: ({ briefingsHeld }) => briefingsHeld === 0,
  places: ({ places }) => places === 0,
  // Where no place is announced, that is what is lacking.
  receiving: ({ places, placesWithoutOfficer }) => places > 0 && placesWithoutOfficer > 0,
  codes: ({ codes }) => codes === 0,
  guideline: ({ unreadGuidelines }) => unreadGuidelines > 0,
};

/** What a district lacks, in the order in which it is done; nothing where it is ready. */
function lacksOf(there: Preparation): Lack[] {
  return lacks.filter((lack) => isLacking[lack](there));
}

/**
 * What each is needed for: places and their officers for the walk-in, plan and briefing for the home visits; the rest as
 * long as the measure runs. When that is over nobody can make up for it, so it is no more asked for.
 */
const neededFor: Partial<Record<Lack, "walkIn" | "homeVisits">> = {
  places: "walkIn",
  receiving: "walkIn",
  plan: "homeVisits",
  briefing: "homeVisits",
};

/** What a district lacks today, and what it is not recorded to have had while it was needed. */
export type Readiness = { now: Lack[]; past: Lack[] };

export function readinessOn(
  day: IsoDate,
  windows: Record<"walkIn" | "homeVisits", Period>,
  there: Preparation,
): Readiness {
  const isOver = (lack: Lack) => {
    const window = neededFor[lack];
    return window !== undefined && day > windows[window].until;
  };
  const lacking = lacksOf(there);
  return {
    now: lacking.filter((lack) => !isOver(lack)),
    past: lacking.filter(isOver),
  };
}
