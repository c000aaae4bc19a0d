import { z } from "zod";
import { type ProjectAgency, projectAgencyCodes } from "@/domain/agencies";
import { optionalText, requiredDay } from "@/domain/fields";
import { invalid } from "@/domain/result";
import { projectOf } from "@/domain/rules/menu";
import { projects2018 } from "@/domain/rules/projects-2018";
import { rules2018 } from "@/domain/rules/rules-2018";
import { toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";
import { provinceOf } from "@/server/own-district";

const places = z.int({ error: "number" }).min(1, "number").max(100_000, "number");

/** How many people a project takes, in a district or the whole province, from–until. */
export const setPlaces = defineCommand({
  name: "setPlaces",
  action: "capacity.set",
  input: z.strictObject({
    project: z
      .string({ error: "choose" })
      .refine((code) => Object.hasOwn(projects2018, code), "choose"),
    agency: z.enum(projectAgencyCodes, { error: "choose" }).nullish(),
    districtCode: z
      .string()
      .regex(/^\d{4}$/)
      .nullish(),
    places,
    fromOn: requiredDay,
    untilOn: requiredDay,
    note: optionalText(200),
  }),
  subject: async ({ actor }, { project, agency, districtCode }) => ({
    type: "project",
    id: project,
    provinceCode: actor.provinceCode,
    districtCode: districtCode ?? actor.districtCode,
    // Of a project with one owner it goes without saying.
    agency: ownerOf(project, agency ?? actor.agency),
  }),
  detail: ({ project, places }) => ({ project, places }),
  async run({ tx, actor, input, subject, today, id }) {
    const { project, fromOn, untilOn, note } = input;
    const agency = ownerOf(project, subject.agency ?? null);
    if (!agency) throw invalid({ agency: "choose" });
    if (untilOn < fromOn) throw invalid({ untilOn: "order" });
    const districtCode = input.districtCode ?? actor.districtCode;
    if (districtCode && !districtCode.startsWith(actor.provinceCode ?? "-"))
      throw invalid({ districtCode: "choose" });
    await tx.projectCapacity.createMany({
      data: [
        {
          id,
          provinceCode: provinceOf(actor),
          districtCode,
          project,
          agency,
          places: input.places,
          fromOn: toDateColumn(fromOn),
          untilOn: toDateColumn(untilOn),
          note,
          recordedById: actor.id,
          recordedOn: toDateColumn(today),
        },
      ],
    });
    return { capacityId: id };
  },
});

/** The agency of a project that is meant; undefined where it owns none of it. */
function ownerOf(project: string, agency: string | null): ProjectAgency | undefined {
  const owners: readonly ProjectAgency[] = projectOf(rules2018, project).agencies;
  if (agency === null) return owners.length === 1 ? owners[0] : undefined;
  return owners.find((owner) => owner === agency);
}

/** More or fewer places; never fewer than are taken. */
export const changePlaces = defineCommand({
  name: "changePlaces",
  action: "capacity.set",
  input: z.strictObject({ capacityId: z.uuid(), places }),
  subject: async ({ tx }, { capacityId }) => {
    const found = await tx.projectCapacity.findUnique({
      where: { id: capacityId },
      select: { id: true, provinceCode: true, districtCode: true, agency: true },
    });
    return found && { type: "project_capacity", ...found };
  },
  detail: ({ places }) => ({ places }),
  async run({ tx, input }) {
    const { count } = await tx.projectCapacity.updateMany({
      where: { id: input.capacityId, taken: { lte: input.places } },
      data: { places: input.places },
    });
    if (count !== 1) throw invalid({ places: "belowTaken" });
    return { places: input.places };
  },
});
