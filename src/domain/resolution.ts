import { z } from "zod";
import { type ProjectAgency, projectAgencyCodes } from "@/domain/agencies";
import { requiredDay, requiredText } from "@/domain/fields";

/** How a resolution ended: ดำเนินการแล้ว, or ยกเลิก, given in error or no longer needed. */
export const resolutionOutcomes = ["done", "withdrawn"] as const;
export type ResolutionOutcome = (typeof resolutionOutcomes)[number];

/** What a list of resolutions shows; from and to the address. */
export const resolutionStates = ["open", "late", "mine", "others_late", "ended"] as const;
export type ResolutionState = (typeof resolutionStates)[number];

/** The state of an address; the open ones where it says nothing. */
export function readResolutionState(given: string | string[] | undefined): ResolutionState {
  return resolutionStates.find((known) => known === given) ?? "open";
}

/** The address of a list of resolutions, or of one of them. */
export function resolutionsHref({ state, id }: { state?: ResolutionState; id?: string }): string {
  if (id) return `/resolutions?id=${id}`;
  return state && state !== "open" ? `/resolutions?state=${state}` : "/resolutions";
}

const choose = { error: "choose" };

/** One matter of a meeting; the owner is an officer's id, or an agency's code. */
export const resolutionInput = z.strictObject({
  metOn: requiredDay,
  matter: requiredText(500),
  owner: z.union([z.enum(projectAgencyCodes, choose), z.uuid(choose)], choose),
  dueOn: requiredDay,
});

/** Whether the owner is an agency and no officer. */
export function isAgencyOwner(owner: string): owner is ProjectAgency {
  return projectAgencyCodes.some((code) => code === owner);
}

/** How it ended, in words: what was done, or why it is withdrawn. */
export const resolutionEnd = z.strictObject({
  resolutionId: z.uuid(),
  outcome: z.enum(resolutionOutcomes, choose),
  note: requiredText(500),
});
