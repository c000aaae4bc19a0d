import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { readPageNumber } from "@/domain/typed-numbers";
import { listDifferences } from "@/server/ledger/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { DifferencesView } from "./differences-view";

export async function generateMetadata() {
  return { title: (await getTranslations("runs"))("differencesTitle") };
}

/** What a run booked otherwise than a month had been booked, each with its reason. */
export default async function DifferencesPage({ searchParams }: PageProps<"/differences">) {
  const actor = await requireActor();
  if (!mayEver(actor, "ledger.read")) notFound();
  const given = await searchParams;
  const page = readPageNumber(given.page);
  const runId = typeof given.run === "string" ? given.run : null;
  const found = await scoped(actor, (scope) => listDifferences(scope, { runId, page }));
  if (!found) notFound();
  return <DifferencesView {...found} page={page} />;
}
