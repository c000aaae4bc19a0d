import type { Role } from "@/domain/policy";
import { keysOf } from "@/domain/tables";

/** The role table of the papers (docs/programme.md 2.2) numbers the duties of three officers. */
export type DutyRole = "governor" | "district_chief" | "account_officer";
/** เตรียมการ, ดำเนินการ, ติดตามและรายงานผล. */
export type DutyStage = "prepare" | "operate" | "follow_up";
export type Duty = { role: DutyRole; number: number; stage: DutyStage };

const stages: Record<DutyRole, Record<DutyStage, readonly [number, number]>> = {
  governor: { prepare: [1, 3], operate: [4, 6], follow_up: [7, 7] },
  district_chief: { prepare: [1, 5], operate: [6, 8], follow_up: [9, 10] },
  account_officer: { prepare: [1, 2], operate: [3, 4], follow_up: [5, 6] },
};

/** All 23 duties in the order of the table. */
export const duties: readonly Duty[] = keysOf(stages).flatMap((role) =>
  keysOf(stages[role]).flatMap((stage) => {
    const [first, last] = stages[role][stage];
    return Array.from({ length: last - first + 1 }, (_, step) => ({
      role,
      number: first + step,
      stage,
    }));
  }),
);

/** Whose duties an officer of this role does: staff prepare what the head decides. */
export function dutyRoleOf(role: Role): DutyRole | undefined {
  switch (role) {
    case "governor":
    case "provincial_officer":
      return "governor";
    case "district_chief":
    case "district_secretary":
      return "district_chief";
    case "account_officer":
      return "account_officer";
    default:
      return undefined;
  }
}
