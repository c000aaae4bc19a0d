import type { Subject } from "@/domain/policy";
import type { Scoped } from "@/server/scope";

/** A change of the actor's own district as a whole; null for an actor without a district. */
export async function districtSubject({ actor }: Scoped): Promise<Subject | null> {
  const { districtCode, provinceCode } = actor;
  return districtCode ? { type: "district", id: districtCode, districtCode, provinceCode } : null;
}
