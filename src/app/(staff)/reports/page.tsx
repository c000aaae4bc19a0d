import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { isIsoMonth, monthOf } from "@/domain/calendar";
import { mayEver } from "@/domain/policy";
import { monthsUnreported, reportMonths } from "@/domain/report";
import { measureFrom } from "@/domain/rules/sets";
import { programmeDate } from "@/server/clock";
import { listReports, listReportsWaiting } from "@/server/reports/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { ReportsToReadView, ReportsView } from "./reports-view";

export async function generateMetadata() {
  return { title: (await getTranslations("reports"))("title") };
}

/**
 * The reader's own reports, those of the level below, and who has not reported; `?waiting=1` shows those to read, `sign` those
 * to sign, `send` the signed letters that are not sent.
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
    const now = monthOf(await programmeDate(scope.tx));
    const period = typeof month === "string" && isIsoMonth(month) ? month : now;
    const list = await listReports(scope, period);
    const first = monthOf(measureFrom(scope.ruleSets));
    const months = reportMonths(now, first);
    return list && { list, period, months, unreported: monthsUnreported(months, now, list.own) };
  });
  if (!found) notFound();
  return <ReportsView {...found} role={actor.role} />;
}
