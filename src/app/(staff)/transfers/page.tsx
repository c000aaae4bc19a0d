import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver, reachOf } from "@/domain/policy";
import { listDistrictOfficers } from "@/server/caseload/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { listTransfers } from "@/server/transfers/queries";
import { TransfersView } from "./transfers-view";

export async function generateMetadata() {
  return { title: (await getTranslations("transfers"))("title") };
}

/** Requests to hand cases over: first those that wait for the reader; `?waiting=1` shows only those. */
export default async function TransfersPage({ searchParams }: PageProps<"/transfers">) {
  const [{ waiting }, actor] = await Promise.all([searchParams, requireActor()]);
  if (!mayEver(actor, "transfer.answer")) notFound();
  const district = reachOf(actor, "transfer.answer") === "district";
  const found = await scoped(actor, async (scope) => ({
    transfers: await listTransfers(scope),
    takers: district ? await listDistrictOfficers(scope, actor.districtCode ?? "") : null,
  }));
  return <TransfersView {...found} waitingOnly={waiting === "1"} role={actor.role} />;
}
