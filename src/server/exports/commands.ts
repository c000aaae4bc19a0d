import { exportOrder, mayExport } from "@/domain/export-order";
import { reachOf } from "@/domain/policy";
import { Refusal } from "@/domain/result";
import { defineCommand } from "@/server/command";
import { enqueue } from "@/server/jobs/queue";

/**
 * Requests a file; a job writes it with the rights that the officer has at that time. Full national IDs need the right
 * `export.unmask` and a reason, which the audit keeps.
 */
export const requestExport = defineCommand({
  name: "requestExport",
  action: "export.request",
  input: exportOrder,
  subject: async ({ actor }) => ({
    type: "export",
    id: null,
    provinceCode: actor.provinceCode,
    districtCode: actor.districtCode,
    ownerId: actor.id,
  }),
  detail: ({ list, format, filter, unmasked, reason }) => ({
    list,
    format,
    filter,
    unmasked,
    reason: unmasked ? reason : null,
  }),
  async run({ tx, actor, input, id }) {
    if (!mayExport(actor, input.list)) throw new Refusal("NOT_ALLOWED");
    if (input.unmasked && !reachOf(actor, "export.unmask")) throw new Refusal("NOT_ALLOWED");
    await tx.job.createMany({
      data: [
        {
          id,
          kind: "export",
          input: { ...input, reason: input.unmasked ? input.reason : null },
          requestedById: actor.id,
          provinceCode: actor.provinceCode,
        },
      ],
    });
    await enqueue(tx, "export", id);
    return { jobId: id };
  },
});
