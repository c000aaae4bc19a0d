import { useTranslations } from "next-intl";
import { percent } from "@/domain/dashboard";
import type { PublishedArea } from "@/domain/published/withhold";
import type { RuleSet } from "@/domain/rules/rule-set";
import { namesUnder } from "@/domain/rules/rule-words";
import type { NamedCounts } from "@/server/published/queries";
import { DataTable } from "@/ui/data-table";
import { Link } from "@/ui/link";
import { PublishedPeople } from "./published-people";

type Props = {
  rules: RuleSet;
  /** What a row is. */
  area: "province" | "district";
  rows: readonly NamedCounts[];
  /** The sum of them, as it was published: of rows that are withheld it cannot be added up. */
  whole: PublishedArea;
};

const shown = ["people", "youngLow", "youngHigh", "oldLow", "oldHigh", "answered"] as const;

/** Areas below each other, and their sum. */
export function PublishedTable({ rules, area, rows, whole }: Props) {
  const t = useTranslations("nation");
  const { young, old, low, high } = namesUnder(rules);
  const headers = {
    people: t("people"),
    youngLow: t("cell", { age: young, band: low }),
    youngHigh: t("cell", { age: young, band: high }),
    oldLow: t("cell", { age: old, band: low }),
    oldHigh: t("cell", { age: old, band: high }),
    answered: t("answered"),
  };
  const share = ({ answered, youngLow }: PublishedArea) =>
    answered === null || youngLow === null ? (
      <PublishedPeople count={null} />
    ) : (
      percent(answered, youngLow)
    );
  return (
    <DataTable
      caption={t(area === "province" ? "provinces" : "district")}
      captionHidden
      phone="scroll"
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        {
          key: "name",
          header: t(area),
          cell: ({ code, name }) =>
            area === "province" ? <Link href={`/nation?province=${code}`}>{name}</Link> : name,
        },
        ...shown.map((number) => ({
          key: number,
          header: headers[number],
          align: "end" as const,
          cell: ({ counts }: NamedCounts) => <PublishedPeople count={counts?.[number] ?? null} />,
        })),
        {
          key: "share",
          header: t("share"),
          align: "end",
          cell: ({ counts }) => counts && share(counts),
        },
      ]}
      footer={[
        t("total"),
        ...shown.map((number) => <PublishedPeople key={number} count={whole[number]} />),
        share(whole),
      ]}
    />
  );
}
