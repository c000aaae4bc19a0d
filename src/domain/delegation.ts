import type { IsoDate } from "@/domain/calendar";
import { type Role, roles } from "@/domain/policy";

/** Whose work staff prepare and, under an order, decide (docs/programme.md 2.1): the secretary the chief's, the provincial officer the governor's. */
export const headOf = {
  district_secretary: "district_chief",
  provincial_officer: "governor",
} as const satisfies Partial<Record<Role, Role>>;

export type HeadRole = (typeof headOf)[keyof typeof headOf];

/** The head whose work this role does; undefined for a head and for everybody else. */
export function headRoleOf(role: Role): HeadRole | undefined {
  return role === "district_secretary" || role === "provincial_officer" ? headOf[role] : undefined;
}

/** The role as that of a head who may give an order; undefined for everybody else. */
export function asHead(role: Role): HeadRole | undefined {
  return role === "district_chief" || role === "governor" ? role : undefined;
}

/** The staff whom a head may name in an order. */
export function deputyRolesOf(head: Role): Role[] {
  return roles.filter((role) => headRoleOf(role) === head);
}

/**
 * In which capacity an order lets its holder sign: ปฏิบัติราชการแทน, what the head delegates; รักษาราชการแทน, while the post is
 * vacant or its holder cannot act (พ.ร.บ. ระเบียบบริหารราชการแผ่นดิน พ.ศ. 2534 มาตรา 38, 56, 64).
 */
export const orderKinds = ["acting", "caretaker"] as const;
export type OrderKind = (typeof orderKinds)[number];

/** An order as records name it: "ปลัดอำเภอ … ปฏิบัติราชการแทนนายอำเภอ ตามคำสั่งที่ …". */
export type NamedOrder = { kind: OrderKind; number: string; on: IsoDate };

/** Whether an order is still to begin, is in force, or has ended. */
export function orderStateOn(
  { fromOn, untilOn }: { fromOn: IsoDate; untilOn: IsoDate | null },
  today: IsoDate,
): "coming" | "in_force" | "ended" {
  if (today < fromOn) return "coming";
  return untilOn !== null && untilOn < today ? "ended" : "in_force";
}
