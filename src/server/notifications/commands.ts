import { z } from "zod";
import { beyond } from "@/domain/fault";
import { defineCommand } from "@/server/command";

/** The actor has read one notification, or all up to the newest one on their screen. */
export const markNotificationsRead = defineCommand({
  name: "markNotificationsRead",
  action: "notification.read",
  input: z.strictObject({
    notificationId: z.uuid().nullable(),
    /** The newest notification on the screen: what came later stays unread. */
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

/** Where the actor's daily digest is sent; null: no digest. */
export const setMyEmail = defineCommand({
  name: "setMyEmail",
  action: "notification.read",
  input: z.strictObject({
    email: z.email({ error: "email" }).max(120, beyond("tooLong", 120)).nullable(),
  }),
  subject: async ({ actor }) => ({ type: "officer", id: actor.id, ownerId: actor.id }),
  async run({ tx, actor, input }) {
    const { count } = await tx.officer.updateMany({
      where: { id: actor.id },
      data: { email: input.email },
    });
    return { changed: count };
  },
});
