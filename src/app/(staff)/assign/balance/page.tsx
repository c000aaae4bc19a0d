import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { reachOf } from "@/domain/policy";
import { seasonOf } from "@/domain/season";
import { suggestDistrictBalance } from "@/server/caseload/balance";
import { programmeDate } from "@/server/clock";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { homeVisits } from "@/server/settings/queries";
import { BalanceForm } from "./balance-form";
import { BalanceOver } from "./balance-over";

export async function generateMetadata() {
  return { title: (await getTranslations("caseload"))("balanceTitle") };
}

export default async function BalancePage() {
  const actor = await requireActor();
  if (reachOf(actor, "caseload.assign") !== "district") notFound();
  const balance = await scoped(actor, async (scope) => {
    const today = await programmeDate(scope.tx);
    const season = seasonOf(today, await homeVisits(scope, today));
    return season === "open" ? suggestDistrictBalance(scope, today) : null;
  });
  return balance ? <BalanceForm balance={balance} /> : <BalanceOver />;
}
