import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { exportLists } from "@/domain/export-order";
import { readHolderFilter } from "@/domain/holder-filter";
import { mayEver } from "@/domain/policy";
import { getFilterNames } from "@/server/caseload/filter-names";
import { countHolders } from "@/server/caseload/holders";
import { listExports } from "@/server/exports/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { ExportsView } from "./exports-view";

export async function generateMetadata() {
  return { title: (await getTranslations("exports"))("title") };
}

/** The order form, filled from the list one comes from (`?list=…` and its filter), and one's own files. */
export default async function ExportsPage({ searchParams }: PageProps<"/exports">) {
  const [given, actor] = await Promise.all([searchParams, requireActor()]);
  if (!mayEver(actor, "export.request")) notFound();
  const filter = readHolderFilter(given);
  const data = await scoped(actor, async (scope) => ({
    names: await getFilterNames(scope, filter),
    people: await countHolders(scope, filter),
    files: await listExports(scope),
  }));
  return (
    <ExportsView
      {...data}
      filter={filter}
      list={exportLists.find((list) => list === given.list) ?? "holders"}
      mayUnmask={mayEver(actor, "export.unmask")}
    />
  );
}
