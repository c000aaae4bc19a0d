import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { PeopleFinder } from "@/app/finder/people-finder";
import { ExportLink } from "@/app/parts/export-link";
import { filterWords } from "@/app/parts/filter-words";
import { coverageStates } from "@/domain/caseload";
import type { sumChoices } from "@/domain/entitlement-sums";
import {
  asksForPlans,
  asksForSums,
  type HolderFilter,
  type HolderSort,
  holderQuery,
  holdersAPage,
  holdersHref,
} from "@/domain/holder-filter";
import { type Actor, mayEver, reachOf } from "@/domain/policy";
import { formatThaiMonthShort } from "@/domain/thai-dates";
import type { FilterNames } from "@/server/caseload/filter-names";
import type { listHolders, OwnPlaces } from "@/server/caseload/holders";
import { Card } from "@/ui/card";
import { Disclosure } from "@/ui/disclosure";
import { FilterLinks } from "@/ui/filter-links";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";
import { Pager } from "@/ui/pager";
import { BulkBar, PickPage } from "./bulk-bar";
import { HoldersTable } from "./holders-table";
import { Narrow } from "./narrow";

type Props = {
  list: Awaited<ReturnType<typeof listHolders>>;
  filter: HolderFilter;
  sort: HolderSort;
  names: FilterNames;
  /** An account officer's villages and states; null for everybody else. */
  places: OwnPlaces | null;
  /** What a district filters by when it assigns; null if the reader may not assign. */
  narrowing: Omit<ComponentProps<typeof Narrow>, "filter"> | null;
  /** Where the finder may look for near names; null for who may not search. */
  areas: ComponentProps<typeof PeopleFinder>["areas"] | null;
  sums: ReturnType<typeof sumChoices>;
  actor: Actor;
};

/** The people who match a filter; on a phone one line a person. */
export function HoldersView(props: Props) {
  const { list, filter, sort, names, narrowing, places, areas, sums, actor } = props;
  const t = useTranslations("holders");
  const own = reachOf(actor, "holder.list") === "caseload";
  const pickable = mayEver(actor, "transfer.ask");
  const paged = (edge: string | null) => {
    const here = holdersHref(filter, sort);
    return edge && `${here}${here.includes("?") ? "&" : "?"}${edge}`;
  };
  return (
    <>
      <PageHeading
        title={t(own ? "headlineOwn" : "headline", { people: list.total })}
        sub={
          // On a phone the order has its own fold, and people come first.
          <span className="off-phone">
            {t("sub", { sort: t(`sort_${sort}`), size: holdersAPage })}
          </span>
        }
      />
      {areas && (
        <div data-screen-only className="mb-2 md:mb-4 md:max-w-160">
          <PeopleFinder actor={actor} areas={areas} compact />
        </div>
      )}
      <ActiveFilters filter={filter} names={names} />
      <Choices filter={filter} sort={sort} places={places} sums={sums} />
      {narrowing && <Narrow filter={filter} {...narrowing} />}
      {pickable && (
        <div className="max-md:hidden">
          <PickPage page={list.rows.map(({ id, officerId }) => ({ id, officerId }))} />
        </div>
      )}
      <Card className="max-md:px-3 max-md:py-1">
        <HoldersTable
          rows={list.rows}
          today={list.today}
          filter={filter}
          sort={sort}
          filtered={holderQuery(filter) !== ""}
          own={own}
          pickable={pickable}
          wide={reachOf(actor, "holder.list") === "province"}
        />
      </Card>
      <Pager previousHref={paged(list.before)} nextHref={paged(list.after)} />
      {list.total > 0 && (
        <div className="mt-4">
          <ExportLink
            list={asksForPlans(filter) ? "follow_ups" : "holders"}
            filter={filter}
            role={actor.role}
          />
        </div>
      )}
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

/** The page to which the picked people or the whole list go; that it is everybody is said, for a cut address must not mean it. */
const bulk = (page: string, filter: HolderFilter) => ({
  picked: `${page}?picked=1`,
  all: `${page}${holderQuery(filter) || "?everybody=1"}`,
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
              aria-label={t("remove", { filter: text })}
              className="inline-flex min-h-12 items-center gap-2 rounded-tag bg-indigo-tint px-4 font-semibold text-indigo no-underline"
            >
              {text}
              <X aria-hidden size={20} data-screen-only />
            </Link>
          </li>
        ))}
        <li data-screen-only>
          <Link href="/holders" className="inline-flex min-h-12 items-center px-2">
            {t("clear")}
          </Link>
        </li>
      </ul>
    </nav>
  );
}

type ChoicesProps = Pick<Props, "filter" | "sort" | "places" | "sums">;

/** Filters that can occur, folded on a phone so that people come first. */
function Choices({ filter, sort, places, sums }: ChoicesProps) {
  const t = useTranslations("holders");
  const words = useTranslations("words");
  const href = (change: HolderFilter) => holdersHref({ ...filter, ...change }, sort);
  const states = places?.states ?? coverageStates.map((state) => ({ state, people: undefined }));
  const cohorts = (
    <FilterLinks
      label={t("cohort")}
      choices={[undefined, "must_reach" as const, "voluntary" as const].map((cohort) => ({
        href: href({ cohort }),
        label: cohort ? words(cohort === "must_reach" ? "mustReach" : "voluntary") : t("all"),
        current: filter.cohort === cohort,
      }))}
    />
  );
  return (
    // The folds stand in one row, and the one that is open takes its own.
    <div
      data-screen-only
      className="mb-1 flex flex-wrap *:has-[[open]]:basis-full md:mb-3 md:gap-x-6 max-md:[&_summary]:gap-1 max-md:[&_summary]:pr-2 [&>[open]]:basis-full"
    >
      <div className="basis-full max-md:hidden">{cohorts}</div>
      <div className="md:hidden">
        <Disclosure summary={t("cohort")} open={filter.cohort !== undefined || undefined}>
          {cohorts}
        </Disclosure>
      </div>
      <Disclosure summary={t("state")} open={Boolean(filter.state || filter.block) || undefined}>
        <FilterLinks
          label={t("state")}
          choices={[{ state: undefined, people: undefined }, ...states].map(
            ({ state, people }) => ({
              href: href({ block: undefined, state }),
              label: state ? words(`state_${state}`) : t("all"),
              count: people,
              current: filter.state === state && !filter.block,
            }),
          )}
        />
      </Disclosure>
      {(!places || asksForSums(filter)) && <SumChoices filter={filter} sort={sort} sums={sums} />}
      {places && <OwnChoices filter={filter} sort={sort} places={places} />}
    </div>
  );
}

/** By what is due a month, and by the month of the yes; on a phone, where people come first, only in a list of sums. */
function SumChoices({ filter, sort, sums }: Omit<ChoicesProps, "places">) {
  const t = useTranslations("holders");
  const to = (change: HolderFilter) => holdersHref({ ...filter, ...change }, sort);
  const asked = asksForSums(filter);
  return (
    <div className={asked ? "basis-full" : "max-md:hidden"}>
      <Disclosure summary={t("sums")} open={asked || undefined}>
        <FilterLinks
          label={t("sumsRate")}
          choices={[undefined, ...sums.rates].map((baht) => {
            const rate = baht === undefined ? undefined : (`${baht}` as const);
            return {
              href: to({ rate }),
              label: baht === undefined ? t("all") : t("rateBaht", { baht }),
              current: filter.rate === rate,
            };
          })}
        />
        <FilterLinks
          label={t("sumsMonth")}
          choices={[undefined, ...sums.months].map((yesMonth) => ({
            href: to({ yesMonth }),
            label: yesMonth ? formatThaiMonthShort(yesMonth) : t("all"),
            current: filter.yesMonth === yesMonth,
          }))}
        />
      </Disclosure>
    </div>
  );
}

/** Of an account officer: the villages, and the order. */
function OwnChoices({ filter, sort, places }: Omit<ChoicesProps, "sums"> & { places: OwnPlaces }) {
  const t = useTranslations("holders");
  const words = useTranslations("words");
  const anywhere = { subdistrict: undefined, moo: undefined };
  return (
    <>
      <Disclosure summary={t("village")} open={filter.moo !== undefined || undefined}>
        <FilterLinks
          label={t("village")}
          choices={[
            {
              href: holdersHref({ ...filter, ...anywhere }, sort),
              label: t("all"),
              current: filter.moo === undefined,
            },
            ...places.villages.map(({ subdistrict, name, moo, people }) => ({
              href: holdersHref({ ...filter, subdistrict, moo }, sort),
              label: `${words("moo", { moo })} ${words("subdistrict", { name })}`,
              count: people,
              current: filter.subdistrict === subdistrict && filter.moo === moo,
            })),
          ]}
        />
      </Disclosure>
      <div className="md:hidden">
        <Disclosure summary={t("sortFold")}>
          <FilterLinks
            label={t("sortLabel")}
            choices={(["name", "house", "state", "age"] as const).map((each) => ({
              href: holdersHref(filter, each),
              label: t(`sort_${each}`),
              current: sort === each,
            }))}
          />
        </Disclosure>
      </div>
    </>
  );
}
