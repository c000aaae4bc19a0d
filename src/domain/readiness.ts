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
export function lacksOf(there: Preparation): Lack[] {
  return lacks.filter((lack) => isLacking[lack](there));
}
