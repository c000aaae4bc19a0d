import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { holderQuery, meansPicked, readHolderFilter } from "@/domain/holder-filter";
import { mayEver } from "@/domain/policy";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { listTransferTargets } from "@/server/transfers/queries";
import { AskForm } from "./ask-form";

export async function generateMetadata() {
  return { title: (await getTranslations("transfers"))("newTitle") };
}

/** Those picked in the list, or all of a list, are to be handed over. */
export default async function NewTransferPage({ searchParams }: PageProps<"/transfers/new">) {
  const [given, actor] = await Promise.all([searchParams, requireActor()]);
  if (!mayEver(actor, "transfer.ask")) notFound();
  const filter = Object.fromEntries(new URLSearchParams(holderQuery(readHolderFilter(given))));
  const receivers = await scoped(actor, (scope) => listTransferTargets(scope, filter));
  return <AskForm {...receivers} filter={filter} picking={meansPicked(given)} />;
}
