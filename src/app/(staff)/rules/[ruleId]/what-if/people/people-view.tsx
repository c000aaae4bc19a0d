import { useFormatter, useTranslations } from "next-intl";
import { ExportLink } from "@/app/parts/export-link";
import type { Role } from "@/domain/policy";
import { formatThaiDate } from "@/domain/thai-dates";
import type { RuleVersionView } from "@/server/rules/queries";
import type { WhatIfPeople, WhatIfPeopleView } from "@/server/what-if/people";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { FilterLinks } from "@/ui/filter-links";
import { KeepWords } from "@/ui/keep-words";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { Pager } from "@/ui/pager";

type Props = {
  version: RuleVersionView;
  list: WhatIfPeople | null;
  view: WhatIfPeopleView;
  role: Role;
};

/** Who gains or loses by a letter, by name, before anybody is decided again. */
export function PeopleByNameView({ version, list, view, role }: Props) {
  const t = useTranslations("ruleEffects");
  const rules = useTranslations("rules");
  const { id, about, letterNumber, letterOn } = version;
  const letter = rules("letter", { number: letterNumber, date: formatThaiDate(letterOn) });
  const { change, district } = view;
  return (
    <>
      <PageHeading
        eyebrow={<Link href={`/rules/${id}/what-if`}>{about}</Link>}
        title={t("peopleTitle")}
        sub={list && t("peopleSub", { letter, date: formatThaiDate(list.asOf) })}
        actions={
          list && (
            <ExportLink list="rule_people" filter={{ version: id, change, district }} role={role} />
          )
        }
      />
      {list ? (
        <>
          <Filters id={id} list={list} view={view} />
          <Card>
            <PeopleTable list={list} view={view} />
          </Card>
          <Pager nextHref={list.next && hrefOf(id, { ...view, after: list.next })} />
        </>
      ) : (
        <EmptyState
          title={t("peopleNotYet")}
          action={<LinkButton href={`/rules/${id}/what-if`}>{t("peopleCompute")}</LinkButton>}
        >
          {t("peopleNotYetText")}
        </EmptyState>
      )}
    </>
  );
}

function hrefOf(id: string, { change, district, after }: WhatIfPeopleView) {
  const given = { change, ...(district && { district }), ...(after && { after }) };
  return `/rules/${id}/what-if/people?${new URLSearchParams(given)}`;
}

type ListProps = { list: WhatIfPeople; view: WhatIfPeopleView };

function Filters({ id, list, view }: ListProps & { id: string }) {
  const t = useTranslations("ruleEffects");
  const first = { ...view, after: null };
  return (
    <>
      <FilterLinks
        label={t("change")}
        choices={(["gain", "lose"] as const).map((change) => ({
          href: hrefOf(id, { ...first, change }),
          label: t(change),
          count: list.counts[change],
          current: change === view.change,
        }))}
      />
      {list.districts.length > 1 && (
        <FilterLinks
          label={t("district")}
          choices={[{ code: null, name: t("districtAll") }, ...list.districts].map(
            ({ code, name }) => ({
              href: hrefOf(id, { ...first, district: code }),
              label: name,
              current: code === view.district,
            }),
          )}
        />
      )}
    </>
  );
}

function PeopleTable({ list: { people }, view: { change } }: ListProps) {
  const t = useTranslations("ruleEffects");
  const { number } = useFormatter();
  const baht = (satang: bigint) => number(satang / 100n);
  return (
    <DataTable
      caption={t("peopleTitle")}
      captionHidden
      rows={people}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t(`peopleNone_${change}`)} />}
      columns={[
        {
          key: "name",
          header: t("personName"),
          rowHeader: true,
          cell: ({ id, holder }) =>
            holder ? (
              <Link href={`/holders/${id}`} className="touch">
                <KeepWords>{holder.name}</KeepWords>
              </Link>
            ) : (
              t("personAway")
            ),
        },
        {
          key: "place",
          header: t("personPlace"),
          cell: ({ holder }) =>
            holder &&
            t("personAt", {
              subdistrict: holder.subdistrict.name,
              district: holder.subdistrict.district.name,
            }),
        },
        {
          key: "before",
          header: t("sumBefore"),
          align: "end",
          cell: ({ before }) => baht(before),
        },
        {
          key: "after",
          header: t("sumAfter"),
          align: "end",
          cell: ({ after }) => <strong>{baht(after)}</strong>,
        },
        {
          key: "difference",
          header: t("sumDifference"),
          align: "end",
          cell: ({ before, after }) =>
            number((after - before) / 100n, { signDisplay: "exceptZero" }).replace("-", "−"),
        },
      ]}
    />
  );
}
