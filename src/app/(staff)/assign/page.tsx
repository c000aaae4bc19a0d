import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { reachOf } from "@/domain/policy";
import { listSubdistrictNames } from "@/server/areas/queries";
import { countWithoutOfficer, listDistrictOfficers } from "@/server/caseload/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { AssignForm } from "./assign-form";
import { waitingAreas } from "./waiting-areas";

export async function generateMetadata() {
  return { title: (await getTranslations("assign"))("title") };
}

export default async function AssignPage() {
  const actor = await requireActor();
  const { districtCode } = actor;
  if (reachOf(actor, "caseload.assign") !== "district" || !districtCode) notFound();
  const { counts, officers, names } = await scoped(actor, async (scope) => ({
    counts: await countWithoutOfficer(scope, districtCode),
    officers: await listDistrictOfficers(scope, districtCode),
    names: await listSubdistrictNames(districtCode, scope.tx),
  }));
  return <AssignForm areas={waitingAreas(counts, names)} officers={officers} />;
}
