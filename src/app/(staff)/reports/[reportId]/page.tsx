import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mayEver } from "@/domain/policy";
import { signerInFile } from "@/server/delegations/queries";
import { reportPaper } from "@/server/papers/report-paper";
import { viewReport } from "@/server/reports/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { ReportPage } from "./report-page";

export async function generateMetadata() {
  return { title: (await getTranslations("reports"))("title") };
}

/** One report: what it says, its numbers, and what is to be done with it. */
export default async function OneReportPage({ params }: PageProps<"/reports/[reportId]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).reportId);
  if (!id.success || !mayEver(actor, "report.read")) notFound();
  const found = await scoped(actor, async (scope) => {
    const report = await viewReport(scope, id.data);
    if (!report) return null;
    return {
      report,
      letter: await reportPaper(scope, report),
      signsInFile: await signerInFile(scope),
    };
  });
  if (!found) notFound();
  return <ReportPage {...found} role={actor.role} />;
}
