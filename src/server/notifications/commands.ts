import { z } from "zod";
import { defineCommand } from "@/server/command";

/** The actor has read one line, or all up to the newest that he was shown. */
export const markNotificationsRead = defineCommand({
  name: "markNotificationsRead",
  action: "notification.read",
  input: z.strictObject({
    notificationId: z.uuid().nullable(),
    /** The newest line on his screen: what came later stays unread. */
    until: z.iso.datetime(),
  }),
  subject: async ({ actor }) => ({ type: "notification", id: null, ownerId: actor.id }),
  audited: async () => false,
  async run({ tx, actor, input }) {
    const { count } = await tx.notification.updateMany({
      where: {
        officerId: actor.id,
        readAt: null,
        createdAt: { lte: new Date(input.until) },
        ...(input.notificationId && { id: input.notificationId }),
      },
      data: { readAt: new Date() },
    });
    return { read: count };
  },
});
