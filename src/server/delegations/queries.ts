import { asHead, deputyRolesOf, headRoleOf, orderStateOn } from "@/domain/delegation";
import { Refusal } from "@/domain/result";
import { fromDateColumn, programmeDate, toDateColumn } from "@/server/clock";
import type { Scoped } from "@/server/scope";

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
    select: { id: true, kind: true, orderNumber: true, orderedOn: true },
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

/**
 * The orders of the actor's office, those in force first: a head sees the orders that they gave, and the staff they can
 * name; staff see the orders that name them. Null for a role that has neither.
 */
export async function listDelegations({ tx, actor }: Scoped) {
  const isHead = asHead(actor.role) !== undefined;
  const headRole = headRoleOf(actor.role) ?? asHead(actor.role);
  if (!headRole) return null;
  const today = await programmeDate(tx);
  const place = { provinceCode: actor.provinceCode ?? "", districtCode: actor.districtCode };
  const rows = await tx.delegation.findMany({
    where: { ...place, headRole, ...(isHead ? {} : { officerId: actor.id }) },
    select: {
      id: true,
      kind: true,
      orderNumber: true,
      orderedOn: true,
      fromOn: true,
      untilOn: true,
      officer: { select: { name: true, position: true } },
      recordedBy: { select: { name: true, position: true } },
    },
    orderBy: [{ fromOn: "desc" }, { recordedAt: "desc" }],
    take: 100,
  });
  const deputies = isHead
    ? await tx.officer.findMany({
        where: { ...place, status: "active", role: { in: deputyRolesOf(actor.role) } },
        select: { id: true, name: true, position: true },
        orderBy: { name: "asc" },
      })
    : [];
  const orders = rows.map(({ orderedOn, fromOn, untilOn, ...row }) => {
    const days = { fromOn: fromDateColumn(fromOn), untilOn: untilOn && fromDateColumn(untilOn) };
    return {
      ...row,
      ...days,
      orderedOn: fromDateColumn(orderedOn),
      state: orderStateOn(days, today),
    };
  });
  return { today, headRole, isHead, orders, deputies };
}
export type Delegations = NonNullable<Awaited<ReturnType<typeof listDelegations>>>;
