import { z } from "zod";
import { provinceOf } from "@/domain/areas";
import { type FigureArea, figureArea } from "@/domain/figures/area";
import { packPeriod, readPackPeriod } from "@/domain/pack";
import { invalid, Refusal } from "@/domain/result";
import { toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";
import { orderJob } from "@/server/jobs/queue";
import type { Scoped } from "@/server/scope";
import { listPackDays } from "./contents";
import { roundsBegun } from "./follow-up";

const codesOf = (area: FigureArea) =>
  "districtCode" in area
    ? { provinceCode: provinceOf(area.districtCode), districtCode: area.districtCode }
    : { provinceCode: area.provinceCode, districtCode: null };

const areaOf = ({ actor }: Scoped, districtCode: string | null | undefined) =>
  figureArea(actor, districtCode ? { district: districtCode } : {});

/** Asks for the papers of a meeting: of this moment, of a day with numbers of 16:30, or of a round of follow-up. A job makes them. */
export const orderPack = defineCommand({
  name: "orderPack",
  action: "pack.make",
  input: z.strictObject({
    districtCode: z
      .string()
      .regex(/^\d{4}$/)
      .nullish(),
    period: packPeriod,
  }),
  subject: async (scope, { districtCode }) => {
    const area = areaOf(scope, districtCode);
    return area && { type: "pack", id: null, ...codesOf(area) };
  },
  detail: ({ districtCode, period }) => ({ district: districtCode ?? null, period }),
  async run(scope) {
    const { tx, actor, input, today, id } = scope;
    const area = areaOf(scope, input.districtCode);
    if (!area) throw new Refusal("NOT_FOUND");
    const { kind, day, round } = readPackPeriod(input.period);
    if (day && !(await listPackDays(scope, area, today)).includes(day))
      throw invalid({ period: "choose" });
    if (round && !roundsBegun(scope, today).some((each) => each.id === round))
      throw invalid({ period: "choose" });
    await tx.pack.createMany({
      data: [
        {
          ...{ id, kind, round: round ?? null, ...codesOf(area) },
          day: toDateColumn(day ?? today),
          requestedById: actor.id,
        },
      ],
    });
    await orderJob(scope, { id, kind: "pack", input: { packId: id } });
    return { packId: id };
  },
});

/** Makes the files of a pack again from what is kept of it; one that failed is read once more. */
export const remakePack = defineCommand({
  name: "remakePack",
  action: "pack.make",
  input: z.strictObject({ packId: z.uuid() }),
  subject: async ({ tx }, { packId }) => {
    const pack = await tx.pack.findUnique({
      where: { id: packId },
      select: { provinceCode: true, districtCode: true },
    });
    return pack && { type: "pack", id: packId, ...pack };
  },
  async run(scope) {
    const { packId } = scope.input;
    await orderJob(scope, { id: scope.id, kind: "pack", input: { packId } });
    return { packId };
  },
});
