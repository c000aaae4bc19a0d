import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { rulesOn } from "@/domain/rules/sets";
import { listDistrictNames } from "@/server/areas/queries";
import { listCapacities } from "@/server/capacities/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { CapacitiesView } from "./places-view";

export async function generateMetadata() {
  return { title: (await getTranslations("referrals"))("placesLink") };
}

export default async function PlacesPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "capacity.set")) notFound();
  const { ruleSets, ...found } = await scoped(actor, async (scope) => ({
    ...(await listCapacities(scope)),
    ruleSets: scope.ruleSets,
    districts: actor.districtCode
      ? {}
      : await listDistrictNames(actor.provinceCode ?? "-", scope.tx),
  }));
  const projects = Object.entries(rulesOn(ruleSets, found.today).projects)
    .filter(
      ([, { agencies }]) =>
        actor.role !== "agency_officer" || agencies.some((agency) => agency === actor.agency),
    )
    .map(([value, { name }]) => ({ value, label: name }));
  return <CapacitiesView {...found} projects={projects} role={actor.role} />;
}
