import { blockOf, type CoverageState } from "@/domain/caseload";

type Count = {
  subdistrictCode: string;
  state: CoverageState;
  mustReach: boolean;
  people: number;
};

/** A subdistrict in which holders wait for an account officer. */
export type WaitingArea = {
  code: string;
  name: string;
  people: number;
  toMeet: number;
  metWaiting: number;
  interviewed: number;
  voluntary: number;
};

/** The counts by subdistrict; where most people wait comes first. */
export function waitingAreas(
  counts: readonly Count[],
  names: Readonly<Record<string, string>>,
): WaitingArea[] {
  const areas = new Map<string, WaitingArea>();
  for (const { subdistrictCode: code, state, mustReach, people } of counts) {
    const area = areas.get(code) ?? {
      code,
      name: names[code] ?? code,
      people: 0,
      toMeet: 0,
      metWaiting: 0,
      interviewed: 0,
      voluntary: 0,
    };
    area.people += people;
    if (!mustReach) area.voluntary += people;
    else if (blockOf(state) === "met_waiting") area.metWaiting += people;
    else if (blockOf(state) === "answered") area.interviewed += people;
    else area.toMeet += people;
    areas.set(code, area);
  }
  return [...areas.values()].sort((a, b) => b.people - a.people || (a.code < b.code ? -1 : 1));
}
