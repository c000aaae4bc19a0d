import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { exportLists, mayExport, worklists } from "@/domain/export-order";
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

/** The order form, filled from the list the reader comes from (`?list=…` and its filter), and the reader's files. */
export default async function ExportsPage({ searchParams }: PageProps<"/exports">) {
  const [given, actor] = await Promise.all([searchParams, requireActor()]);
  if (!mayEver(actor, "export.request")) notFound();
  const filter = readHolderFilter(given);
  // A list that the reader may not see is not offered.
  const readable = exportLists.filter((each) => mayExport(actor, each));
  const list = readable.find((each) => each === given.list) ?? readable[0];
  if (!list) notFound();
  const data = await scoped(actor, async (scope) => ({
    names: await getFilterNames(scope, filter),
    people: readable.includes("holders") ? await countHolders(scope, filter) : 0,
    files: await listExports(scope),
  }));
  return (
    <ExportsView
      {...data}
      filter={filter}
      list={list}
      view={Object.fromEntries(
        Object.entries(given).filter(
          (entry): entry is [string, string] => entry[0] !== "list" && typeof entry[1] === "string",
        ),
      )}
      lists={readable.filter((each) => each === list || !worklists.some((known) => known === each))}
      mayUnmask={mayEver(actor, "export.unmask")}
    />
  );
}
