import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { reachOf } from "@/domain/policy";
import { findHolderToAssign, listDistrictOfficers } from "@/server/caseload/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { AssignOne } from "./assign-one";

export async function generateMetadata() {
  return { title: (await getTranslations("assign"))("one") };
}

export default async function AssignHolderPage({ params }: PageProps<"/assign/holder/[holderId]">) {
  const [{ holderId }, actor] = await Promise.all([params, requireActor()]);
  const { districtCode } = actor;
  if (reachOf(actor, "caseload.assign") !== "district" || !districtCode) notFound();
  const found = await scoped(actor, async (scope) => {
    const holder = await findHolderToAssign(scope, holderId);
    return holder && { holder, officers: await listDistrictOfficers(scope, districtCode) };
  });
  if (!found) notFound();

  return <AssignOne holder={found.holder} officers={found.officers} />;
}
