import { X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ExportLink } from "@/app/parts/export-link";
import {
  asksForPlans,
  type HolderFilter,
  holderQuery,
  holdersAPage,
  holdersHref,
} from "@/domain/holder-filter";
import { type Actor, mayEver, reachOf } from "@/domain/policy";
import type { FilterNames } from "@/server/caseload/filter-names";
import type { listHolders } from "@/server/caseload/holders";
import { Card } from "@/ui/card";
import { FilterLinks } from "@/ui/filter-links";
import { PageHeading } from "@/ui/page-heading";
import { Pager } from "@/ui/pager";
import { BulkBar, PickPage } from "./bulk-bar";
import { filterWords } from "./filter-words";
import { HoldersTable } from "./holders-table";
import { Narrow } from "./narrow";

type Props = {
  list: Awaited<ReturnType<typeof listHolders>>;
  filter: HolderFilter;
  names: FilterNames;
  /** What a district filters by when it assigns; null if the reader may not assign. */
  narrowing: Omit<ComponentProps<typeof Narrow>, "filter"> | null;
  actor: Actor;
};

const stateChoices = [
  "met_in_february",
  "interviewed",
  "declined",
  "assigned",
  "unassigned",
] as const;

/** The people who match a filter, by name. */
export function HoldersView({ list, filter, names, narrowing, actor }: Props) {
  const t = useTranslations("holders");
  const own = reachOf(actor, "holder.list") === "caseload";
  const pickable = mayEver(actor, "transfer.ask");
  const paged = (edge: "after" | "before", id: string | null) =>
    id && `${holdersHref(filter)}${holderQuery(filter) ? "&" : "?"}${edge}=${id}`;
  return (
    <>
      <PageHeading
        title={t(own ? "headlineOwn" : "headline", { people: list.total })}
        sub={t("sub", { size: holdersAPage })}
        actions={
          list.total > 0 && (
            <ExportLink
              list={asksForPlans(filter) ? "follow_ups" : "holders"}
              filter={filter}
              role={actor.role}
            />
          )
        }
      />
      <ActiveFilters filter={filter} names={names} />
      <Choices filter={filter} />
      {narrowing && <Narrow filter={filter} {...narrowing} />}
      {pickable && <PickPage page={list.rows.map(({ id, officerId }) => ({ id, officerId }))} />}
      <Card>
        <HoldersTable
          rows={list.rows}
          filtered={holderQuery(filter) !== ""}
          own={own}
          pickable={pickable}
          wide={reachOf(actor, "holder.list") === "province"}
        />
      </Card>
      <Pager previousHref={paged("before", list.before)} nextHref={paged("after", list.after)} />
      {pickable && (
        <BulkBar
          total={list.total}
          assign={narrowing && bulk("/assign/move", filter)}
          transfer={bulk("/transfers/new", filter)}
        />
      )}
    </>
  );
}

/** The page to which the picked people or the whole list go. */
const bulk = (page: string, filter: HolderFilter) => ({
  picked: `${page}?picked=1`,
  all: `${page}${holderQuery(filter)}`,
});

/** What filters the list, each part with a link to remove it. */
function ActiveFilters({ filter, names }: { filter: HolderFilter; names: FilterNames }) {
  const t = useTranslations("holders");
  const words = useTranslations("words");
  const parts = filterWords(filter, names, { words, t });
  if (parts.length === 0) return null;
  return (
    <nav aria-label={t("filters")} className="mb-4 print:mb-2">
      <ul className="flex flex-wrap items-center gap-2">
        {parts.map(({ key, text }) => (
          <li key={key}>
            <Link
              href={holdersHref({ ...filter, [key]: undefined })}
              prefetch={false}
              aria-label={t("remove", { filter: text })}
              className="inline-flex min-h-12 items-center gap-2 rounded-tag bg-indigo-tint px-4 font-semibold text-indigo no-underline"
            >
              {text}
              <X aria-hidden size={20} data-screen-only />
            </Link>
          </li>
        ))}
        <li data-screen-only>
          <Link href="/holders" prefetch={false} className="inline-flex min-h-12 items-center px-2">
            {t("clear")}
          </Link>
        </li>
      </ul>
    </nav>
  );
}

function Choices({ filter }: { filter: HolderFilter }) {
  const t = useTranslations("holders");
  const words = useTranslations("words");
  return (
    <div className="flex flex-wrap gap-x-8">
      <FilterLinks
        label={t("cohort")}
        choices={[undefined, "must_reach" as const, "voluntary" as const].map((cohort) => ({
          href: holdersHref({ ...filter, cohort }),
          label: cohort ? words(cohort === "must_reach" ? "mustReach" : "voluntary") : t("all"),
          current: filter.cohort === cohort,
        }))}
      />
      <FilterLinks
        label={t("state")}
        choices={[undefined, ...stateChoices].map((state) => ({
          href: holdersHref({ ...filter, block: undefined, state }),
          label: state ? words(`state_${state}`) : t("all"),
          current: filter.state === state && !filter.block,
        }))}
      />
    </div>
  );
}
