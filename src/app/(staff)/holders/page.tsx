import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { sumChoices } from "@/domain/entitlement-sums";
import { readHolderFilter, readHolderSort } from "@/domain/holder-filter";
import { mayEver, reachOf } from "@/domain/policy";
import { rulesOn } from "@/domain/rules/sets";
import { readPageNumber } from "@/domain/typed-numbers";
import { DeskMessages } from "@/i18n/client/desk";
import { HoldersMessages } from "@/i18n/client/holders";
import { listSubdistrictNames } from "@/server/areas/queries";
import { getFilterNames } from "@/server/caseload/filter-names";
import { listHolders, listOwnPlaces } from "@/server/caseload/holders";
import { listCaringOfficers } from "@/server/caseload/queries";
import { programmeDate } from "@/server/clock";
import { listFindable } from "@/server/holders/search";
import { type Scoped, scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { HoldersView } from "./holders-view";

export async function generateMetadata() {
  return { title: (await getTranslations("holders"))("title") };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const idFrom = (value: string | string[] | undefined) =>
  typeof value === "string" && uuid.test(value) ? value : undefined;

export default async function HoldersPage({ searchParams }: PageProps<"/holders">) {
  const [given, actor] = await Promise.all([searchParams, requireActor()]);
  if (!mayEver(actor, "holder.list")) notFound();
  const filter = readHolderFilter(given);
  const place = {
    after: idFrom(given.after),
    before: idFrom(given.before),
    sort: readHolderSort(given.sort),
    page: readPageNumber(given.page),
  };
  const own = reachOf(actor, "holder.list") === "caseload";
  const [list, names, narrowing, places, areas, sums] = await scoped(actor, (scope) =>
    Promise.all([
      listHolders(scope, filter, place),
      getFilterNames(scope, filter),
      mayEver(actor, "caseload.assign") ? listNarrowing(scope) : null,
      own ? listOwnPlaces(scope, filter) : null,
      mayEver(actor, "holder.search") ? listFindable(scope) : null,
      sumsToChoose(scope),
    ]),
  );
  return (
    <HoldersMessages>
      <DeskMessages>
        <HoldersView
          list={list}
          filter={filter}
          sort={place.sort}
          names={names}
          narrowing={narrowing}
          places={places}
          areas={areas}
          sums={sums}
          actor={actor}
        />
      </DeskMessages>
    </HoldersMessages>
  );
}

/** The amounts and months of the yes by which the list narrows. */
async function sumsToChoose({ tx, ruleSets }: Scoped) {
  const today = await programmeDate(tx);
  return sumChoices(rulesOn(ruleSets, today), today);
}

/** What a district filters by when it assigns: its subdistricts, and its account officers. */
async function listNarrowing(scope: Scoped) {
  const districtCode = scope.actor.districtCode ?? "";
  const names = await listSubdistrictNames(districtCode, scope.tx);
  const officers = await listCaringOfficers(scope, districtCode);
  return {
    subdistricts: Object.entries(names).map(([value, label]) => ({ value, label })),
    officers: officers.map(({ officerId, name }) => ({ value: officerId, label: name })),
  };
}
