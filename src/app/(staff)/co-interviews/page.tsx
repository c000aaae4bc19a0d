import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { isBank } from "@/domain/agencies";
import { hasCoInterviews } from "@/domain/co-interview";
import { programmeDate } from "@/server/clock";
import { listOnPaper, listOwnCoInterviews } from "@/server/co-interviews/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { CoInterviewsView } from "./co-interviews-view";

export async function generateMetadata() {
  return { title: (await getTranslations("coInterviews"))("title") };
}

/** A bank officer's own co-interviews and days; an account officer's forms that the bank's officer signed. */
export default async function CoInterviewsPage() {
  const actor = await requireActor();
  if (!hasCoInterviews(actor)) notFound();
  const bank = isBank(actor.agency);
  const found = await scoped(actor, async (scope) => {
    const today = await programmeDate(scope.tx);
    return {
      own: bank ? await listOwnCoInterviews(scope, today) : null,
      papers: actor.role === "account_officer" && !bank ? await listOnPaper(scope, today) : null,
    };
  });
  return <CoInterviewsView {...found} districtCode={actor.districtCode} />;
}
