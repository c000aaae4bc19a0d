import { z } from "zod";
import { optionalLongText, optionalName, optionalPhone } from "@/domain/fields";
import { invalid } from "@/domain/result";
import { projectOn } from "@/domain/rules/sets";
import { toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";
import { provinceCodeOf } from "@/server/own-district";

/** What a project gives, in the province's words; without words, what was written before is taken back. */
export const describeProject = defineCommand({
  name: "describeProject",
  action: "project.describe",
  input: z.strictObject({
    project: z.string({ error: "choose" }),
    gives: optionalLongText(400),
    office: optionalName(120),
    phone: optionalPhone,
  }),
  subject: async ({ actor }, { project }) => ({
    type: "project",
    id: project,
    provinceCode: actor.provinceCode,
  }),
  detail: ({ project, gives }) => ({ project, taken_back: gives === null }),
  async run({ tx, actor, input, today, id, ruleSets }) {
    if (!projectOn(ruleSets, today, input.project)) throw invalid({ project: "choose" });
    if (input.gives === null && (input.office !== null || input.phone !== null))
      throw invalid({ gives: "missing" });
    await tx.projectGuide.createMany({
      data: [
        {
          id,
          provinceCode: provinceCodeOf(actor),
          ...input,
          recordedById: actor.id,
          recordedOn: toDateColumn(today),
        },
      ],
    });
    return { project: input.project };
  },
});
