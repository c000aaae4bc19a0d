import { useTranslations } from "next-intl";
import { programmeNumbers } from "@/domain/published/programme";
import type { PublishedArea } from "@/domain/published/withhold";
import type { RuleSet } from "@/domain/rules/rule-set";
import { namesUnder } from "@/domain/rules/rule-words";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { PublishedPeople } from "./published-people";

type Nine = keyof typeof programmeNumbers;
type Line = { key: string; name: string; low: Nine; high: Nine; all: Nine };

/** The programme's own table of age and income: the nine numbers of this installation, over those of the whole country. */
export function NineNumbers({ rules, all }: { rules: RuleSet; all: PublishedArea }) {
  const t = useTranslations("nation");
  const { young, old, low, high } = namesUnder(rules);
  const cell = (number: Nine) => (
    <>
      <span className="block font-semibold">
        <PublishedPeople count={all[number]} />
      </span>
      <span className="block whitespace-nowrap text-sm font-normal text-soft">
        {t("printed", { people: programmeNumbers[number] })}
      </span>
    </>
  );
  const lines: Line[] = [
    { key: "young", name: young, low: "youngLow", high: "youngHigh", all: "young" },
    { key: "old", name: old, low: "oldLow", high: "oldHigh", all: "old" },
  ];
  return (
    <Card title={t("table")} sub={t("tableSub")}>
      <DataTable
        caption={t("table")}
        captionHidden
        rows={lines}
        rowKey={({ key }) => key}
        columns={[
          { key: "age", header: t("age"), cell: ({ name }) => name },
          {
            key: "low",
            header: t("income", { band: low }),
            label: low,
            align: "end",
            cell: (line) => cell(line.low),
          },
          {
            key: "high",
            header: t("income", { band: high }),
            label: high,
            align: "end",
            cell: (line) => cell(line.high),
          },
          { key: "all", header: t("total"), align: "end", cell: (line) => cell(line.all) },
        ]}
        footer={[t("total"), cell("low"), cell("high"), cell("people")]}
      />
    </Card>
  );
}
