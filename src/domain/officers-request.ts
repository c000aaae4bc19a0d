/**
 * The letters by which a chief asks agencies for account officers. Each asks for its own number and together they ask for what
 * is missing, or three letters would bring three times as many.
 */

/** The agencies that are asked, in the order in which they are proposed: the two banks and community development. */
export const askedAgencies = ["BAAC", "GSB", "CDD"] as const;
export type AskedAgency = (typeof askedAgencies)[number];
export type OfficersAsked = Record<AskedAgency, number>;

/** Before the chief has shared them out: all from the first. */
export function proposeAsked(missing: number): OfficersAsked {
  return { BAAC: missing, GSB: 0, CDD: 0 };
}

/** Whether the letters together ask for what is missing. */
export function asksForAll(asked: OfficersAsked, missing: number): boolean {
  return askedAgencies.reduce((sum, agency) => sum + asked[agency], 0) === missing;
}

/** What a letter is about, as the register keeps it: the agency and how many it is asked for. */
export const requestAbout = (agency: AskedAgency, officers: number) => `${agency}-${officers}`;

/** Reads that; without a number (letters of before, and an address without one) all that are missing. Null: no such letter. */
export function readRequest(
  about: string,
  missing: number,
): { agency: AskedAgency; officers: number } | null {
  const [, code, number] = /^([A-Z]+)(?:-(\d{1,3}))?$/.exec(about) ?? [];
  const agency = askedAgencies.find((each) => each === code);
  const officers = number === undefined ? missing : Number(number);
  return agency && officers > 0 && officers <= missing ? { agency, officers } : null;
}
