import { useTranslations } from "next-intl";
import { NumberLink } from "@/app/parts/number-link";
import {
  type EntitlementRow,
  type EntitlementSums,
  type Entitlements,
  sumEntitlements,
} from "@/domain/entitlement-sums";
import { type HolderFilter, holdersHref } from "@/domain/holder-filter";
import type { RuleSet } from "@/domain/rules/rule-set";
import { formatThaiMonthOfYear } from "@/domain/thai-dates";
import { DataTable } from "@/ui/data-table";
import { KeepWords } from "@/ui/keep-words";

type Line = {
  key: string;
  name: string;
  filter: HolderFilter;
  isIn: (row: EntitlementRow) => boolean;
};

type Props = {
  title: string;
  /** What the lines are. */
  header: string;
  lines: readonly Line[];
  rules: RuleSet;
  due: readonly EntitlementRow[];
  entitlements: Entitlements;
  within: HolderFilter;
};

/** What is due in the parts of an area: people by amount, baht of the month and of all months. The last line is their sum. */
export function EntitlementTable({
  title,
  header,
  lines,
  rules,
  due,
  entitlements,
  within,
}: Props) {
  const t = useTranslations("entitlement");
  const { month, until, whole } = entitlements;
  const figures: {
    key: string;
    label: string;
    of: (sums: EntitlementSums) => number;
    filter: HolderFilter;
  }[] = [
    ...whole.rates.map(({ rate }) => ({
      key: String(rate),
      label: t("inPeople", { name: t("rateShort", { baht: rate }) }),
      of: ({ rates }: EntitlementSums) => rates.find((each) => each.rate === rate)?.people ?? 0,
      filter: { rate: `${rate}` as const },
    })),
    {
      key: "month",
      label: t("inBaht", { name: formatThaiMonthOfYear(month) }),
      of: ({ monthBaht }) => monthBaht,
      filter: { dueIn: month },
    },
    {
      key: "total",
      label: t("inBaht", { name: t("untilShort", { month: formatThaiMonthOfYear(until) }) }),
      of: ({ totalBaht }) => totalBaht,
      filter: { rate: "any" },
    },
  ];
  const rows = lines.map((line) => ({
    ...line,
    sums: sumEntitlements(rules, due.filter(line.isIn)),
  }));
  return (
    <section>
      <h3 className="mb-2 text-base">{title}</h3>
      <DataTable
        caption={title}
        captionHidden
        phone="scroll"
        rows={rows}
        rowKey={({ key }) => key}
        empty={<p>{t("none")}</p>}
        columns={[
          { key: "name", header, cell: ({ name }) => <KeepWords>{name}</KeepWords> },
          ...figures.map(({ key, label, of, filter }) => ({
            key,
            header: label,
            align: "end" as const,
            cell: ({ sums, filter: part }: (typeof rows)[number]) => (
              <NumberLink count={of(sums)} href={holdersHref({ ...within, ...part, ...filter })} />
            ),
          })),
        ]}
        footer={[
          t("total"),
          ...figures.map(({ key, of, filter }) => (
            <NumberLink
              key={key}
              strong
              count={of(whole)}
              href={holdersHref({ ...within, ...filter })}
            />
          )),
        ]}
      />
    </section>
  );
}
