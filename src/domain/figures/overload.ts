import { partOfDay } from "@/domain/outreach-plan";

/** What an account officer still has to do in a district. */
export type Load = {
  officerId: string;
  name: string;
  /** Interviews left. */
  left: number;
  /** In how many subdistricts those people live. */
  subdistricts: number;
  /** In how many districts the officer works: a district has its part of their day. */
  districts: number;
};
export type Overload = Load & {
  /** People beyond what fits into the days that are left. */
  beyond: number;
};

/**
 * The account officers who cannot meet all of theirs in the days that are left, at the interviews a day that the district plans
 * with; who lacks most comes first, and of equals who goes farther about.
 */
export function overloaded(
  loads: readonly Load[],
  { interviewsADay, days }: { interviewsADay: number; days: number },
): Overload[] {
  return loads
    .map((load) => ({
      ...load,
      beyond: load.left - Math.floor(interviewsADay * days * partOfDay(load.districts)),
    }))
    .filter(({ beyond }) => beyond > 0)
    .sort((a, b) => b.beyond - a.beyond || b.subdistricts - a.subdistricts);
}
