import {
  asHead,
  deputyRolesOf,
  type HeadRole,
  headRoleOf,
  type NamedOrder,
  type OrderKind,
  orderStateOn,
} from "@/domain/delegation";
import type { Actor } from "@/domain/policy";
import { Refusal } from "@/domain/result";
import { fromDateColumn, programmeDate, toDateColumn } from "@/server/clock";
import type { Prisma } from "@/server/generated/prisma/client";
import type { Scoped } from "@/server/scope";

/** What a record reads of the order under which it was made. */
export const orderColumns = { kind: true, orderNumber: true, orderedOn: true } as const;

type Order = { kind: OrderKind; orderNumber: string; orderedOn: Date };

/** The order as screens name it (`DoneForHead`); null: the head's own. */
export function namedOrder(order: Order | null): NamedOrder | null {
  return (
    order && { kind: order.kind, number: order.orderNumber, on: fromDateColumn(order.orderedOn) }
  );
}

/**
 * The order under which the actor does the head's work on this day, the newest where there are several; null without one,
 * and for the head. Rows of such work keep its id: "ปฏิบัติราชการแทนนายอำเภอ ตามคำสั่งที่ …".
 */
export async function findDelegation({ tx, actor }: Scoped, today: string) {
  const headRole = headRoleOf(actor.role);
  if (!headRole) return null;
  const day = toDateColumn(today);
  return tx.delegation.findFirst({
    where: {
      officerId: actor.id,
      headRole,
      fromOn: { lte: day },
      OR: [{ untilOn: null }, { untilOn: { gte: day } }],
    },
    select: { id: true, ...orderColumns },
    orderBy: [{ orderedOn: "desc" }, { recordedAt: "desc" }],
  });
}

/**
 * For what only the head decides or signs: null for the head, the order's id for staff who act under one.
 * NEEDS_ORDER if staff have none in force.
 */
export async function requireHead(scope: Scoped, today: string): Promise<string | null> {
  if (!headRoleOf(scope.actor.role)) return null;
  const order = await findDelegation(scope, today);
  if (!order) throw new Refusal("NEEDS_ORDER");
  return order.id;
}

/** The orders that this head keeps: the own, and the governor's for who holds a chief's post; null for everybody else. */
export function ordersToKeep({
  role,
  provinceCode,
  districtCode,
}: Actor): Prisma.DelegationWhereInput | null {
  const headRole = asHead(role);
  if (!headRole) return null;
  const own = { provinceCode: provinceCode ?? "", districtCode, headRole };
  if (headRole !== "governor") return own;
  const caretakers = { headRole: "district_chief", kind: "caretaker" } as const;
  return { provinceCode: provinceCode ?? "", OR: [own, caretakers] };
}

/** Whom a head can name: the own staff, and for the governor each district's secretary. */
function listDeputies({ tx, actor }: Scoped, headRole: HeadRole) {
  const { provinceCode, districtCode } = actor;
  return tx.officer.findMany({
    where: {
      provinceCode,
      ...(districtCode && { districtCode }),
      status: "active",
      role: { in: deputyRolesOf(headRole) },
    },
    select: { id: true, name: true, position: true },
    orderBy: [{ districtCode: "asc" }, { name: "asc" }],
  });
}

/**
 * The orders of the actor's office, the newest first: a head sees the orders that they gave, and the staff they can
 * name; staff see the orders that name them. Null for a role that has neither.
 */
export async function listDelegations(scope: Scoped) {
  const { tx, actor } = scope;
  const kept = ordersToKeep(actor);
  const headRole = headRoleOf(actor.role) ?? asHead(actor.role);
  if (!headRole) return null;
  const today = await programmeDate(tx);
  const rows = await tx.delegation.findMany({
    where: kept ?? { headRole, officerId: actor.id },
    select: {
      id: true,
      headRole: true,
      ...orderColumns,
      fromOn: true,
      untilOn: true,
      officer: { select: { name: true, position: true } },
      recordedBy: { select: { name: true, position: true } },
    },
    orderBy: [{ fromOn: "desc" }, { recordedAt: "desc" }],
    take: 100,
  });
  const orders = rows.map(({ kind, orderNumber, orderedOn, fromOn, untilOn, ...row }) => {
    const days = { fromOn: fromDateColumn(fromOn), untilOn: untilOn && fromDateColumn(untilOn) };
    return {
      ...row,
      ...days,
      kind,
      number: orderNumber,
      on: fromDateColumn(orderedOn),
      state: orderStateOn(days, today),
    };
  });
  return {
    today,
    headRole,
    isHead: kept !== null,
    orders,
    deputies: kept ? await listDeputies(scope, headRole) : [],
    /** Who can hold the post of a district's chief. */
    caretakers: headRole === "governor" && kept ? await listDeputies(scope, "district_chief") : [],
  };
}
export type Delegations = NonNullable<Awaited<ReturnType<typeof listDelegations>>>;

/** The name of the head of the actor's office; null where nobody holds the post. */
export async function findHeadName({ tx, actor }: Scoped, role: HeadRole): Promise<string | null> {
  const { provinceCode, districtCode } = actor;
  const head = await tx.officer.findFirst({
    where: { provinceCode, districtCode, role, status: "active" },
    select: { name: true },
    orderBy: { createdAt: "asc" },
  });
  return head?.name ?? null;
}

/** Of staff who may record a signature in the file: the name that is proposed, "" where the post is vacant; null for a head. */
export async function signerInFile(scope: Scoped): Promise<string | null> {
  const head = headRoleOf(scope.actor.role);
  return head ? ((await findHeadName(scope, head)) ?? "") : null;
}
