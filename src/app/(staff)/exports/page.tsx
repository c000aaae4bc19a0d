import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type ExportList, exportLists } from "@/domain/export-order";
import { readHolderFilter } from "@/domain/holder-filter";
import { type Action, mayEver } from "@/domain/policy";
import { getFilterNames } from "@/server/caseload/filter-names";
import { countHolders } from "@/server/caseload/holders";
import { listExports } from "@/server/exports/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { ExportsView } from "./exports-view";

/** Whoever may not read a list is not offered it. */
const neededFor: Partial<Record<ExportList, Action>> = {
  inquiries: "inquiry.read",
  corrections: "correction.read",
  unlisted: "unlisted.list",
};

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
      view={Object.fromEntries(
        Object.entries(given).filter(
          (entry): entry is [string, string] => entry[0] !== "list" && typeof entry[1] === "string",
        ),
      )}
      lists={exportLists.filter((list) => mayEver(actor, neededFor[list] ?? "export.request"))}
      mayUnmask={mayEver(actor, "export.unmask")}
    />
  );
}
