import { projectAgencies } from "@/domain/agencies";
import type { ResolutionRow } from "@/server/resolutions/queries";

/** The owner in words: name and post, or the agency. */
export function ownerWords({ owner, ownerAgency }: Pick<ResolutionRow, "owner" | "ownerAgency">) {
  if (owner) return `${owner.name} (${owner.position})`;
  return ownerAgency && projectAgencies[ownerAgency].full;
}
