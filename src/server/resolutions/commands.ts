import {
  isAgencyOwner,
  resolutionEnd,
  resolutionInput,
  resolutionsHref,
} from "@/domain/resolution";
import { invalid, Refusal } from "@/domain/result";
import { toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";
import { notify } from "@/server/notifications/notify";
import {
  listAgencyOfficerIds,
  listResolutionOwners,
  mayWithdraw,
  resolutionSubject,
} from "./queries";

/** Records what a meeting of the actor's district, or of the province, decided and gave to somebody. */
export const recordResolution = defineCommand({
  name: "recordResolution",
  action: "resolution.record",
  input: resolutionInput,
  subject: async ({ actor }) => ({
    type: "resolution",
    id: null,
    provinceCode: actor.provinceCode,
    districtCode: actor.districtCode,
  }),
  detail: ({ metOn, dueOn }) => ({ metOn, dueOn }),
  async run(scope) {
    const { tx, actor, input, today, id } = scope;
    const { metOn, matter, owner, dueOn } = input;
    if (metOn > today) throw invalid({ metOn: "future" });
    if (dueOn < metOn || dueOn < today) throw invalid({ dueOn: "past" });
    const agency = isAgencyOwner(owner) ? owner : null;
    const officers = agency ? [] : await listResolutionOwners(scope);
    if (!agency && !officers.some(({ id }) => id === owner)) throw invalid({ owner: "choose" });
    await tx.resolution.createMany({
      data: [
        {
          id,
          provinceCode: actor.provinceCode ?? "",
          districtCode: actor.districtCode,
          metOn: toDateColumn(metOn),
          matter,
          ownerId: agency ? null : owner,
          ownerAgency: agency,
          dueOn: toDateColumn(dueOn),
          recordedById: actor.id,
          recordedOn: toDateColumn(today),
        },
      ],
    });
    const to = agency ? await listAgencyOfficerIds(scope, agency) : [owner];
    await notify(scope, { to, kind: "resolution_given", href: resolutionsHref({ id }) });
    return { resolutionId: id };
  },
});

/** Says how it ended: done, by its owner or a head; withdrawn, by who keeps the list. Once, and never changed. */
export const closeResolution = defineCommand({
  name: "closeResolution",
  action: "resolution.close",
  input: resolutionEnd,
  subject: (scope, { resolutionId }) => resolutionSubject(scope, resolutionId),
  detail: ({ outcome }) => ({ outcome }),
  async run(scope) {
    const { tx, actor, input, today } = scope;
    const { resolutionId: id, outcome, note } = input;
    const row = await tx.resolution.findUniqueOrThrow({ where: { id } });
    if (outcome === "withdrawn" && !mayWithdraw(actor, row)) throw invalid({ outcome: "choose" });
    const { count } = await tx.resolution.updateMany({
      where: { id, outcome: null },
      data: { outcome, outcomeNote: note, closedById: actor.id, closedOn: toDateColumn(today) },
    });
    if (count !== 1) throw new Refusal("CONFLICT");
    const to = [row.recordedById, row.ownerId];
    await notify(scope, { to, kind: "resolution_closed", href: resolutionsHref({ id }) });
    return { resolutionId: id };
  },
});
