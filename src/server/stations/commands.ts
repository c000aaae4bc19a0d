import { randomUUID } from "node:crypto";
import { z } from "zod";
import { Refusal } from "@/domain/result";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";
import type { Transaction } from "@/server/db";
import { areaOf } from "@/server/own-district";
import type { Scoped } from "@/server/scope";

async function stationSubject({ tx }: Scoped, { stationId }: { stationId: string }) {
  const station = await tx.station.findUnique({
    where: { id: stationId },
    select: { id: true, provinceCode: true, districtCode: true },
  });
  return station && { type: "station", ...station };
}

/** Opens a desk of today on one computer. That browser then fetches the station's token, once (session.ts). */
export const openStation = defineCommand({
  name: "openStation",
  action: "station.open",
  input: z.strictObject({
    deskId: z.uuid({ error: "choose" }),
    officerIds: z.array(z.uuid()).min(1, { error: "choose" }).max(20),
  }),
  subject: async ({ tx }, { deskId }) => {
    const desk = await tx.desk.findUnique({
      where: { id: deskId },
      select: { id: true, provinceCode: true, districtCode: true },
    });
    return desk && { type: "desk", ...desk };
  },
  async run({ tx, id, actor, input, subject, today }) {
    const desk = await tx.desk.findUniqueOrThrow({ where: { id: input.deskId } });
    if (fromDateColumn(desk.openOn) !== today) throw new Refusal("DESK_NOT_OPEN");
    await tx.station.createMany({
      data: [
        {
          id,
          ...areaOf(subject),
          deskId: desk.id,
          openOn: toDateColumn(today),
          recordedById: actor.id,
        },
      ],
    });
    for (const officerId of new Set(input.officerIds)) await issuePinTo(tx, id, officerId);
    return { stationId: id };
  },
});

/** A PIN for the day, or another one: sessions of the earlier PIN end, and a locked name is unlocked. */
export const issuePin = defineCommand({
  name: "issuePin",
  action: "station.open",
  input: z.strictObject({ stationId: z.uuid(), officerId: z.uuid({ error: "choose" }) }),
  subject: stationSubject,
  async run({ tx, input }) {
    await issuePinTo(tx, input.stationId, input.officerId);
    return { stationId: input.stationId };
  },
});

async function issuePinTo(tx: Transaction, stationId: string, officerId: string) {
  const [row] = await tx.$queryRaw<
    { issued: boolean }[]
  >`SELECT auth.issue_pin(${stationId}::uuid, ${officerId}::uuid, ${randomUUID()}::uuid) AS issued`;
  if (!row?.issued) throw new Refusal("CONFLICT");
}

/** Ends the station: the officer signed in there is signed out at the next request. */
export const closeStation = defineCommand({
  name: "closeStation",
  action: "station.open",
  input: z.strictObject({ stationId: z.uuid() }),
  subject: stationSubject,
  async run({ tx, actor, input }) {
    const { count } = await tx.station.updateMany({
      where: { id: input.stationId, closedAt: null },
      data: { closedAt: new Date(), closedById: actor.id },
    });
    if (count !== 1) throw new Refusal("CONFLICT");
    return { stationId: input.stationId };
  },
});
