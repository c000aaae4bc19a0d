import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { planningGroups } from "@/domain/holder-filter";
import type { RuleSet } from "@/domain/rules/rule-set";
import { ageNamed, bandNamed } from "@/domain/rules/rule-words";
import { formatThaiMonth } from "@/domain/thai-dates";
import type { Changes } from "@/domain/what-if";
import type { WhatIfLatest } from "@/server/what-if/queries";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { DescriptionList } from "@/ui/description-list";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";

type Found = NonNullable<WhatIfLatest["found"]>;
/** Where the people of a number are listed, for those of one province; null: nobody is named. */
type PeopleList = { href: string; province: string; area: string } | null;
type Props = { found: Found; rules: RuleSet; list: PeopleList };
type Row = Changes & { key: string; code?: string };

/** How many people gain and lose, and how much, in all and by what they have in common. */
export function ResultCards({ said, found, rules, list }: Props & { said: string }) {
  return (
    <>
      <TotalsCard said={said} found={found} list={list} />
      <OnceGiven found={found} />
      <Sums by="province" found={found} list={list} named={asItIs} />
      <Sums by="district" found={found} list={list} named={asItIs} />
      <Sums
        by="band"
        found={found}
        order={rules.incomeBands.map(({ id }) => id)}
        named={(band) => bandNamed(rules, band)}
      />
      <Sums
        by="age"
        found={found}
        order={[rules.mustReach.ages.upTo.id, rules.mustReach.ages.over.id]}
        named={(age) => ageNamed(rules, age)}
      />
      <Groups found={found} />
    </>
  );
}

const asItIs = (name: string) => name;

/** A difference with its sign: +1,000, −500, 0. */
function useDifference() {
  const { number } = useFormatter();
  return (baht: bigint) => number(baht, { signDisplay: "exceptZero" }).replace("-", "−");
}

const people = ["gain", "lose", "visitMore", "visitLess", "menu"] as const;
const changesNothing = (all: Changes) =>
  all.baht === 0n && all.bahtAMonth === 0n && people.every((name) => all[name] === 0n);

type Change = "gain" | "lose";

/** The address of those who gain or lose in a province or a district; null where nobody does, or nobody is named. */
function peopleOf(list: PeopleList, change: Change, row: Row): string | null {
  const { code } = row;
  if (!list || !code?.startsWith(list.province) || row[change] === 0n) return null;
  return `${list.href}?change=${change}${code === list.province ? "" : `&district=${code}`}`;
}

function Opening({ href, children }: { href: string | null; children: ReactNode }) {
  return href ? (
    <Link href={href} className="touch">
      {children}
    </Link>
  ) : (
    children
  );
}

type TotalsProps = { said: string; found: Found; list: PeopleList };

function TotalsCard({ said, found, list }: TotalsProps) {
  const t = useTranslations("ruleEffects");
  const { number } = useFormatter();
  const difference = useDifference();
  const persons = (count: bigint) => t("persons", { people: number(count) });
  const all = { ...found.all, key: "", code: list?.area };
  const opening = (change: Change) => (
    <Opening href={peopleOf(list, change, all)}>{persons(all[change])}</Opening>
  );
  return (
    <Card title={said} sub={t("entitled")}>
      {changesNothing(all) && <Notice>{t("nothing")}</Notice>}
      <DescriptionList
        items={[
          { term: t("people"), detail: persons(all.people) },
          { term: t("gain"), detail: opening("gain") },
          { term: t("lose"), detail: opening("lose") },
          { term: t("bahtAMonth"), detail: difference(all.bahtAMonth) },
          { term: t("baht"), detail: difference(all.baht) },
          { term: t("visitMore"), detail: persons(all.visitMore) },
          { term: t("visitLess"), detail: persons(all.visitLess) },
          { term: t("menu"), detail: persons(all.menu) },
        ]}
      />
    </Card>
  );
}

/** What the version gives once, to how many of its list; without a checked list nobody knows, and no number is said. */
function OnceGiven({ found: { once } }: Pick<Props, "found">) {
  const t = useTranslations("ruleEffects");
  const words = useTranslations("oneOffs");
  const { number } = useFormatter();
  if (once.length === 0) return null;
  return (
    <Card title={words("cardTitle")}>
      <DescriptionList
        items={once.map(({ name, baht, month, people, provinces }) => ({
          term: words("line", { name, baht, month: formatThaiMonth(month) }),
          detail:
            people === null
              ? words("noList")
              : provinces > 1
                ? t("onceOf", { people: number(people), provinces })
                : t("persons", { people: number(people) }),
        }))}
      />
    </Card>
  );
}

type SumsProps = {
  by: keyof Found["by"];
  found: Found;
  list?: PeopleList;
  /** Of the keys, where it is not theirs; what is not in it comes last. */
  order?: readonly string[];
  named: (key: string) => string;
};

function Sums({ by, found, list = null, order = [], named }: SumsProps) {
  const t = useTranslations("ruleEffects");
  const { number } = useFormatter();
  const difference = useDifference();
  const place = ({ key }: Row) => (order.includes(key) ? order.indexOf(key) : order.length);
  const rows: Row[] = found.by[by].toSorted((one, next) => place(one) - place(next));
  if (rows.length === 0) return null;
  const counted = (name: (typeof people)[number] | "people") => ({
    key: name,
    header: t(`column_${name}`),
    align: "end" as const,
    cell: (row: Row) => number(row[name]),
  });
  const opening = (name: Change) => ({
    ...counted(name),
    cell: (row: Row) => <Opening href={peopleOf(list, name, row)}>{number(row[name])}</Opening>,
  });
  const differing = (name: "baht" | "bahtAMonth") => ({
    ...counted("people"),
    key: name,
    header: t(`column_${name}`),
    cell: (row: Row) => difference(row[name]),
  });
  return (
    <Card title={t(`by_${by}`)}>
      <DataTable
        caption={t(`by_${by}`)}
        captionHidden
        phone="scroll"
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: "key", header: t(`key_${by}`), cell: ({ key }) => named(key) },
          counted("people"),
          opening("gain"),
          opening("lose"),
          differing("bahtAMonth"),
          differing("baht"),
          counted("visitMore"),
          counted("visitLess"),
          counted("menu"),
        ]}
      />
    </Card>
  );
}

function Groups({ found }: { found: Found }) {
  const words = useTranslations("words");
  const named = (key: string) =>
    words(`group_${planningGroups.find((group) => group === key) ?? "unknown"}`);
  return <Sums by="group" found={found} named={named} />;
}
