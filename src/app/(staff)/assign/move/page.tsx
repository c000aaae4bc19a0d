import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { filterWords } from "@/app/parts/filter-words";
import { holderQuery, meansPicked, readHolderFilter } from "@/domain/holder-filter";
import { reachOf } from "@/domain/policy";
import { getFilterNames } from "@/server/caseload/filter-names";
import { countByOfficer } from "@/server/caseload/moves";
import { listCaringOfficers, listDistrictOfficers } from "@/server/caseload/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { MoveForm } from "./move-form";

export async function generateMetadata() {
  return { title: (await getTranslations("caseload"))("moveTitle") };
}

/** Gives everybody of a list, or those picked in it, to one officer; shows who has how many before and after. */
export default async function MovePage({ searchParams }: PageProps<"/assign/move">) {
  const [given, actor] = await Promise.all([searchParams, requireActor()]);
  const { districtCode } = actor;
  if (reachOf(actor, "caseload.assign") !== "district" || !districtCode) notFound();
  const picked = meansPicked(given);
  const filter = readHolderFilter(given);
  const sent = Object.fromEntries(new URLSearchParams(holderQuery(filter)));
  const found = await scoped(actor, async (scope) => ({
    officers: await listDistrictOfficers(scope, districtCode),
    caring: await listCaringOfficers(scope, districtCode),
    chosen: picked ? null : await countByOfficer(scope, sent),
    names: await getFilterNames(scope, filter),
  }));
  const [t, holders, words] = await Promise.all([
    getTranslations("caseload"),
    getTranslations("holders"),
    getTranslations("words"),
  ]);
  const parts = filterWords(filter, found.names, { words, t: holders }).map(({ text }) => text);
  const everybody =
    parts.length > 0 ? t("chosenAll", { filter: parts.join(" · ") }) : t("chosenEverybody");
  return (
    <MoveForm
      officers={found.officers}
      caring={found.caring}
      chosen={found.chosen}
      filter={sent}
      whom={picked ? t("chosenPicked") : everybody}
    />
  );
}
