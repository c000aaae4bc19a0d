import { z } from "zod";
import { asHead, deputyRolesOf, headRoleOf, orderKinds } from "@/domain/delegation";
import { optionalDay, requiredDay, requiredNumberOfPaper } from "@/domain/fields";
import { invalid, Refusal } from "@/domain/result";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";
import type { Scoped } from "@/server/scope";
import { ordersToKeep } from "./queries";

/**
 * Whom the actor may name: a head the own staff; the governor also a district's secretary, who then holds the post of its
 * chief (รักษาราชการแทน). Null: nobody of that id.
 */
async function findDeputy({ tx, actor }: Scoped, officerId: string) {
  const provinceCode = actor.provinceCode ?? "";
  const own = { districtCode: actor.districtCode, role: { in: deputyRolesOf(actor.role) } };
  const caretakers = { role: { in: deputyRolesOf("district_chief") } };
  return tx.officer.findFirst({
    where: {
      id: officerId,
      status: "active",
      provinceCode,
      OR: actor.role === "governor" ? [own, caretakers] : [own],
    },
    select: { id: true, role: true, districtCode: true },
  });
}

/** The head records the order under which a member of staff acts for the head, or holds the post, from a day on. */
export const giveDelegation = defineCommand({
  name: "giveDelegation",
  action: "delegation.keep",
  input: z.strictObject({
    kind: z.enum(orderKinds, { error: "choose" }),
    officerId: z.uuid({ error: "choose" }),
    orderNumber: requiredNumberOfPaper(60),
    orderedOn: requiredDay,
    fromOn: requiredDay,
    untilOn: optionalDay,
  }),
  subject: async ({ actor }) => ({
    type: "delegation",
    id: null,
    provinceCode: actor.provinceCode,
    districtCode: actor.districtCode,
  }),
  async run(scope) {
    const { tx, actor, input, today, id } = scope;
    if (!asHead(actor.role)) throw new Refusal("NOT_ALLOWED");
    if (input.orderedOn > today) throw invalid({ orderedOn: "future" });
    if (input.untilOn && input.untilOn < input.fromOn) throw invalid({ untilOn: "order" });
    const deputy = await findDeputy(scope, input.officerId);
    const headRole = deputy && headRoleOf(deputy.role);
    if (!deputy || !headRole) throw invalid({ officerId: "choose" });
    // A delegation is the head's own to give; of another's post only who holds it can be named.
    if (headRole !== actor.role && input.kind !== "caretaker") throw invalid({ kind: "choose" });
    await tx.delegation.createMany({
      data: [
        {
          id,
          provinceCode: actor.provinceCode ?? "",
          districtCode: deputy.districtCode,
          headRole,
          kind: input.kind,
          officerId: deputy.id,
          orderNumber: input.orderNumber,
          orderedOn: toDateColumn(input.orderedOn),
          fromOn: toDateColumn(input.fromOn),
          untilOn: input.untilOn ? toDateColumn(input.untilOn) : null,
          recordedById: actor.id,
          recordedOn: toDateColumn(today),
        },
      ],
    });
    return { delegationId: id };
  },
});

/** Ends an order: its last day is today or later. What was done under it remains valid. */
export const endDelegation = defineCommand({
  name: "endDelegation",
  action: "delegation.keep",
  input: z.strictObject({ delegationId: z.uuid(), untilOn: requiredDay }),
  subject: async ({ tx, actor }, { delegationId }) => {
    const where = ordersToKeep(actor);
    const order =
      where && (await tx.delegation.findFirst({ where: { id: delegationId, ...where } }));
    return order
      ? {
          type: "delegation",
          id: order.id,
          provinceCode: order.provinceCode,
          districtCode: order.districtCode,
        }
      : null;
  },
  async run({ tx, input, today }) {
    const { fromOn } = await tx.delegation.findUniqueOrThrow({ where: { id: input.delegationId } });
    if (input.untilOn < today) throw invalid({ untilOn: "past" });
    if (input.untilOn < fromDateColumn(fromOn)) throw invalid({ untilOn: "order" });
    await tx.delegation.updateMany({
      where: { id: input.delegationId },
      data: { untilOn: toDateColumn(input.untilOn) },
    });
    return { delegationId: input.delegationId };
  },
});
