import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { reachOf } from "@/domain/policy";
import { seasonOf } from "@/domain/season";
import { listSubdistrictNames } from "@/server/areas/queries";
import { countWithoutOfficer, listDistrictOfficers } from "@/server/caseload/queries";
import { programmeDate } from "@/server/clock";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { homeVisits } from "@/server/settings/queries";
import { AssignForm } from "./assign-form";
import { waitingAreas } from "./waiting-areas";

export async function generateMetadata() {
  return { title: (await getTranslations("assign"))("title") };
}

export default async function AssignPage() {
  const actor = await requireActor();
  const { districtCode } = actor;
  if (reachOf(actor, "caseload.assign") !== "district" || !districtCode) notFound();
  const { counts, officers, names, season } = await scoped(actor, async (scope) => {
    const today = await programmeDate(scope.tx);
    return {
      counts: await countWithoutOfficer(scope, districtCode),
      officers: await listDistrictOfficers(scope, districtCode),
      names: await listSubdistrictNames(districtCode, scope.tx),
      season: seasonOf(today, await homeVisits(scope, today)),
    };
  });
  const areas = waitingAreas(counts, names);
  return <AssignForm areas={areas} officers={officers} season={season} />;
}
