import { useFormatter, useTranslations } from "next-intl";
import { planningGroups } from "@/domain/holder-filter";
import type { RuleSet } from "@/domain/rules/rule-set";
import { ageNamed, bandNamed } from "@/domain/rules/rule-words";
import type { Changes } from "@/domain/what-if";
import type { WhatIfLatest } from "@/server/what-if/queries";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { DescriptionList } from "@/ui/description-list";
import { Notice } from "@/ui/notice";

type Found = NonNullable<WhatIfLatest["found"]>;
type Props = { found: Found; rules: RuleSet };
type Row = Found["by"]["district"][number];

/** How many people gain and lose, and how much, in all and by what they have in common. */
export function ResultCards({ said, found, rules }: Props & { said: string }) {
  return (
    <>
      <TotalsCard said={said} all={found.all} />
      <Sums by="province" found={found} named={asItIs} />
      <Sums by="district" found={found} named={asItIs} />
      <Sums by="band" found={found} named={(band) => bandNamed(rules, band)} />
      <Sums by="age" found={found} named={(age) => ageNamed(rules, age)} />
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

function TotalsCard({ said, all }: { said: string; all: Changes }) {
  const t = useTranslations("ruleEffects");
  const { number } = useFormatter();
  const difference = useDifference();
  const persons = (count: bigint) => t("persons", { people: number(count) });
  return (
    <Card title={said} sub={t("entitled")}>
      {changesNothing(all) && <Notice>{t("nothing")}</Notice>}
      <DescriptionList
        items={[
          { term: t("people"), detail: persons(all.people) },
          { term: t("gain"), detail: persons(all.gain) },
          { term: t("lose"), detail: persons(all.lose) },
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

type SumsProps = {
  by: keyof Found["by"];
  found: Found;
  named: (key: string) => string;
};

function Sums({ by, found, named }: SumsProps) {
  const t = useTranslations("ruleEffects");
  const { number } = useFormatter();
  const difference = useDifference();
  const rows = found.by[by];
  if (rows.length === 0) return null;
  const counted = (name: (typeof people)[number] | "people") => ({
    key: name,
    header: t(`column_${name}`),
    align: "end" as const,
    cell: (row: Row) => number(row[name]),
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
          counted("gain"),
          counted("lose"),
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
