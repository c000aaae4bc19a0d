import type { IsoDate } from "@/domain/calendar";
import type { Role } from "@/domain/policy";

/** Whose work staff prepare and, under an order, decide (forms.md 1): the secretary the chief's, the provincial officer the governor's. */
export const headOf = {
  district_secretary: "district_chief",
  provincial_officer: "governor",
} as const satisfies Partial<Record<Role, Role>>;

/** The head whose work this role does; undefined for a head himself and for everybody else. */
export function headRoleOf(role: Role): "district_chief" | "governor" | undefined {
  return role in headOf ? headOf[role as keyof typeof headOf] : undefined;
}

/** The staff whom a head may name in an order. */
export function deputyRolesOf(head: Role): Role[] {
  return (Object.keys(headOf) as (keyof typeof headOf)[]).filter((role) => headOf[role] === head);
}

/** Whether an order has begun, stands, or has ended. */
export function orderStateOn(
  { fromOn, untilOn }: { fromOn: IsoDate; untilOn: IsoDate | null },
  today: IsoDate,
): "coming" | "in_force" | "ended" {
  if (today < fromOn) return "coming";
  return untilOn !== null && untilOn < today ? "ended" : "in_force";
}
