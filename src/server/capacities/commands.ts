import { z } from "zod";
import { type ProjectAgency, projectAgencyCodes } from "@/domain/agencies";
import { optionalText, requiredDay } from "@/domain/fields";
import { invalid } from "@/domain/result";
import { projectOn, type RuleSets } from "@/domain/rules/sets";
import { toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";
import { provinceCodeOf } from "@/server/own-district";

const places = z.int({ error: "number" }).min(1, "number").max(100_000, "number");

/** How many people a project takes, in a district or the whole province, from–until. */
export const setCapacity = defineCommand({
  name: "setCapacity",
  action: "capacity.set",
  input: z.strictObject({
    project: z.string({ error: "choose" }),
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
  subject: async ({ actor, ruleSets }, { project, agency, districtCode, fromOn }) => ({
    type: "project",
    id: project,
    provinceCode: actor.provinceCode,
    districtCode: districtCode ?? actor.districtCode,
    // A project with only one owner needs no choice of agency.
    agency: ownerOf(ownersOn(ruleSets, fromOn, project), agency ?? actor.agency),
  }),
  detail: ({ project, places }) => ({ project, places }),
  async run({ tx, actor, input, subject, today, id, ruleSets }) {
    const { project, fromOn, untilOn, note } = input;
    const agency = ownerOf(ownersOn(ruleSets, fromOn, project), subject.agency ?? null);
    if (!agency) throw invalid({ agency: "choose" });
    if (untilOn < fromOn) throw invalid({ untilOn: "order" });
    const districtCode = input.districtCode ?? actor.districtCode;
    if (districtCode && !districtCode.startsWith(actor.provinceCode ?? "-"))
      throw invalid({ districtCode: "choose" });
    await tx.projectCapacity.createMany({
      data: [
        {
          id,
          provinceCode: provinceCodeOf(actor),
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

/** Whose project it is; refused where no rule set has its code. */
function ownersOn(ruleSets: RuleSets, day: string, code: string): readonly ProjectAgency[] {
  const project = projectOn(ruleSets, day, code);
  if (!project) throw invalid({ project: "choose" });
  return project.agencies;
}

/** The given agency if it is an owner; without one, the only owner; otherwise undefined. */
function ownerOf(
  owners: readonly ProjectAgency[],
  agency: string | null,
): ProjectAgency | undefined {
  if (agency === null) return owners.length === 1 ? owners[0] : undefined;
  return owners.find((owner) => owner === agency);
}

/** More or fewer places, but never fewer than are taken. */
export const changeCapacity = defineCommand({
  name: "changeCapacity",
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
