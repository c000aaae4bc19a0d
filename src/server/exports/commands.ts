import { exportOrder, mayExport } from "@/domain/export-order";
import { reachOf } from "@/domain/policy";
import { Refusal } from "@/domain/result";
import { defineCommand } from "@/server/command";
import { orderJob } from "@/server/jobs/queue";

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
  async run(scope) {
    const { actor, input, id } = scope;
    if (!mayExport(actor, input.list)) throw new Refusal("NOT_ALLOWED");
    if (input.unmasked && !reachOf(actor, "export.unmask")) throw new Refusal("NOT_ALLOWED");
    const reason = input.unmasked ? input.reason : null;
    await orderJob(scope, { id, kind: "export", input: { ...input, reason } });
    return { jobId: id };
  },
});
