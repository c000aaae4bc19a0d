import { countCapacityLeft } from "@/server/capacities/queries";
import { listProjectGuides } from "@/server/project-guides/queries";
import type { Scoped } from "@/server/scope";

/** What a province adds to the catalogue: what a project gives, whom to call at an agency, the places that are left. */
export async function getLocalCatalogue(scope: Scoped) {
  const { tx, actor } = scope;
  const officers = actor.provinceCode
    ? await tx.officer.findMany({
        where: { provinceCode: actor.provinceCode, role: "agency_officer", status: "active" },
        select: { name: true, position: true, phone: true, agency: true },
        orderBy: { name: "asc" },
      })
    : [];
  return {
    contacts: officers,
    places: await countCapacityLeft(scope),
    guides: await listProjectGuides(scope),
  };
}
export type LocalCatalogue = Awaited<ReturnType<typeof getLocalCatalogue>>;
