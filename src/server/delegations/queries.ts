import { headRoleOf } from "@/domain/delegation";
import { Refusal } from "@/domain/result";
import { toDateColumn } from "@/server/clock";
import type { Scoped } from "@/server/scope";

/**
 * The order under which the actor does his head's work on this day, the newest where there are several; null where there
 * is none, or where he is the head himself. Rows of such work keep its id: "ทำแทนนายอำเภอ ตามคำสั่งที่ …".
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
    select: { id: true, orderNumber: true, orderedOn: true },
    orderBy: [{ orderedOn: "desc" }, { recordedAt: "desc" }],
  });
}

/**
 * For what only the head decides or signs: null for the head himself, the order's id for staff who act under one.
 * NEEDS_ORDER where staff have none in force.
 */
export async function requireHead(scope: Scoped, today: string): Promise<string | null> {
  if (!headRoleOf(scope.actor.role)) return null;
  const order = await findDelegation(scope, today);
  if (!order) throw new Refusal("NEEDS_ORDER");
  return order.id;
}
