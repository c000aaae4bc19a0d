import { randomUUID } from "node:crypto";
import { z } from "zod";
import { placeInput } from "@/domain/intent";
import { invalid, Refusal } from "@/domain/result";
import { isIn } from "@/domain/rules/outreach";
import { rulesOn } from "@/domain/rules/sets";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";

/** The district announces where it receives holders, and on which days of the window. */
export const announcePlace = defineCommand({
  name: "announcePlace",
  action: "place.announce",
  input: placeInput,
  subject: async ({ actor }) => ({
    type: "district",
    id: actor.districtCode,
    districtCode: actor.districtCode,
    provinceCode: actor.provinceCode,
  }),
  detail: ({ opensOn, closesOn }) => ({ opensOn, closesOn }),
  async run({ tx, actor, input, today, ruleSets }) {
    const window = rulesOn(ruleSets, input.opensOn).walkIn.value;
    const outside = (["opensOn", "closesOn"] as const).filter((day) => !isIn(window, input[day]));
    if (outside.length > 0)
      throw invalid(Object.fromEntries(outside.map((day) => [day, "outsideWindow"])));
    const placeId = randomUUID();
    await tx.place.createMany({
      data: [
        {
          id: placeId,
          provinceCode: actor.provinceCode ?? "",
          districtCode: actor.districtCode ?? "",
          name: input.name,
          opensOn: toDateColumn(input.opensOn),
          closesOn: toDateColumn(input.closesOn),
          announcedById: actor.id,
          recordedOn: toDateColumn(today),
        },
      ],
    });
    return { placeId };
  },
});

/** Opens an announced place for the day; from then on the receiving officers take forms there. */
export const openDesk = defineCommand({
  name: "openDesk",
  action: "desk.open",
  input: z.strictObject({ placeId: z.uuid() }),
  async subject({ tx }, { placeId }) {
    const place = await tx.place.findUnique({ where: { id: placeId } });
    return (
      place && {
        type: "place",
        id: placeId,
        districtCode: place.districtCode,
        provinceCode: place.provinceCode,
      }
    );
  },
  async run({ tx, actor, input, today, ruleSets }) {
    const window = rulesOn(ruleSets, today).walkIn.value;
    const place = await tx.place.findUniqueOrThrow({ where: { id: input.placeId } });
    const announced = {
      from: fromDateColumn(place.opensOn),
      until: fromDateColumn(place.closesOn),
    };
    if (!isIn(window, today) || !isIn(announced, today)) throw new Refusal("OUTSIDE_WINDOW");
    const deskId = randomUUID();
    await tx.desk.createMany({
      data: [
        {
          id: deskId,
          placeId: place.id,
          provinceCode: place.provinceCode,
          districtCode: place.districtCode,
          openOn: toDateColumn(today),
          openedById: actor.id,
        },
      ],
    });
    return { deskId };
  },
});
