import { z } from "zod";
import { asHead, deputyRolesOf } from "@/domain/delegation";
import { optionalDay, requiredDay, requiredNumberOfPaper } from "@/domain/fields";
import { invalid, Refusal } from "@/domain/result";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";

/** The head records the order under which a member of staff acts for the head from a day on. */
export const giveDelegation = defineCommand({
  name: "giveDelegation",
  action: "delegation.keep",
  input: z.strictObject({
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
  async run({ tx, actor, input, today, id }) {
    const headRole = asHead(actor.role);
    if (!headRole) throw new Refusal("NOT_ALLOWED");
    if (input.orderedOn > today) throw invalid({ orderedOn: "future" });
    if (input.untilOn && input.untilOn < input.fromOn) throw invalid({ untilOn: "order" });
    const deputy = await tx.officer.findFirst({
      where: {
        id: input.officerId,
        status: "active",
        provinceCode: actor.provinceCode ?? "",
        districtCode: actor.districtCode,
        role: { in: deputyRolesOf(actor.role) },
      },
      select: { id: true },
    });
    if (!deputy) throw invalid({ officerId: "choose" });
    await tx.delegation.createMany({
      data: [
        {
          id,
          provinceCode: actor.provinceCode ?? "",
          districtCode: actor.districtCode,
          headRole,
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
    const headRole = asHead(actor.role);
    const order =
      headRole &&
      (await tx.delegation.findFirst({
        where: { id: delegationId, headRole, districtCode: actor.districtCode },
      }));
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
