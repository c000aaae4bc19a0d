import { z } from "zod";
import { projectAgencyCodes } from "@/domain/agencies";
import { optionalText, requiredName, requiredText } from "@/domain/fields";
import { Refusal } from "@/domain/result";
import { toDateColumn } from "@/server/clock";
import { type CommandScope, defineCommand } from "@/server/command";
import { provinceCodeOf } from "@/server/own-district";
import type { Scoped } from "@/server/scope";

/** The actor's office: of the district where there is one, else of the province. */
export const ownOffice = async ({ actor }: Scoped) => ({
  type: "office",
  id: actor.districtCode ?? actor.provinceCode,
  provinceCode: actor.provinceCode,
  districtCode: actor.districtCode,
});

const row = ({ id, actor, today, subject }: CommandScope<unknown>) => ({
  id,
  provinceCode: provinceCodeOf(subject),
  districtCode: actor.districtCode,
  recordedById: actor.id,
  recordedOn: toDateColumn(today),
});

/**
 * Street and postcode, owner of the matter and telephone of the actor's own office, and of a province to whom it reports;
 * each version is kept.
 */
export const keepOffice = defineCommand({
  name: "keepOffice",
  action: "office.keep",
  input: z.strictObject({
    address: requiredText(160),
    unit: optionalText(160),
    phone: requiredText(60),
    reportsTo: optionalText(200),
  }),
  subject: ownOffice,
  async run(scope) {
    if (scope.input.reportsTo && scope.actor.districtCode !== null)
      throw new Refusal("NOT_ALLOWED");
    await scope.tx.office.createMany({ data: [{ ...row(scope), ...scope.input }] });
    return { officeId: scope.id };
  },
});

/** To whom the province writes at an agency, and where it is found; confirmed by saving. */
export const keepAgencyOffice = defineCommand({
  name: "keepAgencyOffice",
  action: "office.keep",
  input: z.strictObject({
    agency: z.enum(projectAgencyCodes, { error: "choose" }),
    head: requiredName(200),
    address: optionalText(160),
    phone: optionalText(60),
  }),
  subject: ownOffice,
  detail: ({ agency }) => ({ agency }),
  async run(scope) {
    if (scope.actor.districtCode !== null) throw new Refusal("NOT_ALLOWED");
    await scope.tx.office.createMany({ data: [{ ...row(scope), ...scope.input }] });
    return { officeId: scope.id };
  },
});
