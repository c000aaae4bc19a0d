import type { Subject } from "@/domain/policy";
import { toDateColumn } from "./clock";
import type { CommandScope } from "./command";
import type { Scoped } from "./scope";

/** The subject of a change of the actor's district as a whole; null for an actor without a district. */
export async function ownDistrict({ actor }: Scoped): Promise<Subject | null> {
  const { districtCode, provinceCode } = actor;
  return districtCode ? { type: "district", id: districtCode, districtCode, provinceCode } : null;
}

/** Province and district of a row in a district. A row without them is our own mistake, so it throws. */
export function areaOf({
  provinceCode,
  districtCode,
}: Pick<Subject, "provinceCode" | "districtCode">) {
  if (!provinceCode || !districtCode) throw new Error("This lies in no district.");
  return { provinceCode, districtCode };
}

/** The province of an officer who has one. A national officer must not come here, so it throws. */
export function provinceCodeOf({ provinceCode }: Pick<Subject, "provinceCode">): string {
  if (!provinceCode) throw new Error("This lies in no province.");
  return provinceCode;
}

/** What every row of a district's own work has: where, by whom, on which programme day. */
export function districtRow({ subject, actor, today }: CommandScope<unknown>) {
  return {
    ...areaOf(subject),
    recordedById: actor.id,
    recordedOn: toDateColumn(today),
  };
}
