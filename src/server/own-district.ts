import { type Action, type Actor, reachOf } from "@/domain/policy";
import { toDateColumn } from "./clock";
import type { CommandScope } from "./command";
import type { Scoped } from "./scope";

/** The subject of what a district does for itself as a whole; null for whom has none. */
export async function ownDistrict({ actor }: Scoped) {
  const { districtCode, provinceCode } = actor;
  return districtCode ? { type: "district", id: districtCode, districtCode, provinceCode } : null;
}

/** What every row of a district's own work carries: where, by whom, on which programme day. */
export function districtRow({ subject, actor, today }: CommandScope<unknown>) {
  return {
    provinceCode: subject.provinceCode as string,
    districtCode: subject.districtCode as string,
    recordedById: actor.id,
    recordedOn: toDateColumn(today),
  };
}

/** The own district's code for whoever has one of these actions there; "" (no district at all) for everybody else. */
export function districtFor(actor: Actor, ...actions: readonly Action[]): string {
  const reaches = actions.some((action) => reachOf(actor, action) === "district");
  return reaches ? (actor.districtCode ?? "") : "";
}
