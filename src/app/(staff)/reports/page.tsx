import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { isIsoMonth } from "@/domain/calendar";
import { mayEver } from "@/domain/policy";
import { isReported } from "@/domain/report";
import { programmeDate } from "@/server/clock";
import {
  listOwnDistricts,
  listReportMonths,
  listReports,
  listReportsWaiting,
  listStanding,
} from "@/server/reports/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { MonthsToReportView, ReportsToReadView, ReportsView } from "./reports-view";

export async function generateMetadata() {
  return { title: (await getTranslations("reports"))("title") };
}

/**
 * The reader's own reports, those of the level below, and who has not reported, of the month that is due; `?waiting=1` shows
 * those to read, `prepare` the months that wait for the reader's report, `sign` those to sign, `send` the signed letters that
 * are not sent.
 */
export default async function ReportsPage({ searchParams }: PageProps<"/reports">) {
  const actor = await requireActor();
  if (!mayEver(actor, "report.read")) notFound();
  const { month, waiting } = await searchParams;
  const step = waiting === "1" ? "read" : waiting;
  if (step === "read" || step === "sign" || step === "send") {
    const reports = await scoped(actor, (scope) => listReportsWaiting(scope, step));
    return <ReportsToReadView to={step} reports={reports} />;
  }
  const found = await scoped(actor, async (scope) => {
    const own = await listReportMonths(scope, await programmeDate(scope.tx));
    const { now, months, unreported } = own;
    if (waiting === "prepare") return own;
    // Once a month has ended its report is what is due, not that of the month which still runs.
    const due = unreported.at(-1) ?? now;
    const period = typeof month === "string" && isIsoMonth(month) ? month : due;
    const list = await listReports(scope, period);
    const districts = actor.role === "account_officer" ? await listOwnDistricts(scope) : [];
    const sent = (await listStanding(scope, period)).filter(({ status }) => isReported(status));
    const isSent = sent.length >= Math.max(1, districts.length);
    const toPrepare = isSent ? (unreported.find((each) => each !== period) ?? null) : period;
    return list && { list, period, months, unreported, toPrepare };
  });
  if (!found) notFound();
  if (!("list" in found)) return <MonthsToReportView months={found.toPrepare} />;
  return <ReportsView {...found} role={actor.role} />;
}
