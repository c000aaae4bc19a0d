import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { reachOf } from "@/domain/policy";
import { suggestDistrictBalance } from "@/server/caseload/balance";
import { programmeDate } from "@/server/clock";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { BalanceForm } from "./balance-form";

export async function generateMetadata() {
  return { title: (await getTranslations("caseload"))("balanceTitle") };
}

export default async function BalancePage() {
  const actor = await requireActor();
  if (reachOf(actor, "caseload.assign") !== "district") notFound();
  const balance = await scoped(actor, async (scope) =>
    suggestDistrictBalance(scope, await programmeDate(scope.tx)),
  );
  return <BalanceForm balance={balance} />;
}
