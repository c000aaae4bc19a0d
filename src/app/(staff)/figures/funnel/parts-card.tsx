import { useTranslations } from "next-intl";
import { NumberLink } from "@/app/parts/number-link";
import { percent } from "@/domain/dashboard";
import { type FunnelStep, funnelSteps, leftBys, wholeOf } from "@/domain/figures/funnel";
import { type HolderFilter, holdersHref, readHolderFilter } from "@/domain/holder-filter";
import type { Funnel } from "@/server/figures/funnel";
import { Card } from "@/ui/card";
import { type Column, DataTable } from "@/ui/data-table";
import { type FilterLink, FilterLinks } from "@/ui/filter-links";

type Props = { funnel: Funnel; within: HolderFilter; choices: readonly FilterLink[] };
type Part = Funnel["parts"][number];

/** The same funnel told apart by age, occupation group, area or sex, and why each part goes no further. */
export function PartsCard({ funnel, within, choices }: Props) {
  const t = useTranslations("funnel");
  const words = useTranslations("words");
  const { by, parts } = funnel;
  const of = ({ part }: Part) => ({ ...within, ...readHolderFilter({ [by]: part }) });
  const name: Column<Part> = { key: "part", header: t(`by_${by}`), cell: useNameOf(funnel) };
  const tables: { title: string; columns: Column<Part>[] }[] = [
    {
      title: t("partsReached"),
      columns: funnelSteps.map((step, at) => ({
        key: step,
        header: words(`step_${step}`),
        align: "end",
        cell: (part) => (
          <Reached
            people={part.stages[at]?.people ?? 0}
            whole={wholeOf(part.stages)}
            step={step}
            filter={of(part)}
          />
        ),
      })),
    },
    {
      title: t("leftTitle"),
      columns: leftBys.map((reason) => ({
        key: reason,
        header: words(`leftBy_${reason}`),
        align: "end",
        cell: (part) => (
          <NumberLink
            count={part.stages.reduce((sum, { left }) => sum + left[reason], 0)}
            href={holdersHref({ ...of(part), leftBy: reason })}
          />
        ),
      })),
    },
  ];
  return (
    <Card id="parts" title={t("parts")} sub={t(by === "sex" ? "sexSub" : "partsSub")}>
      <FilterLinks label={t("by")} choices={choices} />
      <div className="grid gap-6">
        {tables.map(({ title, columns }) => (
          <DataTable
            key={title}
            caption={title}
            phone="scroll"
            rows={parts}
            rowKey={({ part }) => part}
            columns={[name, ...columns]}
          />
        ))}
      </div>
    </Card>
  );
}

type ReachedProps = { people: number; whole: number; step: FunnelStep; filter: HolderFilter };

function Reached({ people, whole, step, filter }: ReachedProps) {
  const reached = step === "listed" ? {} : { reached: step };
  return (
    <span className="inline-flex flex-col items-end">
      <NumberLink count={people} href={holdersHref({ ...filter, ...reached })} />
      {step !== "listed" && <span className="text-sm text-soft">{percent(people, whole)}</span>}
    </span>
  );
}

function useNameOf({ by }: Funnel) {
  const words = useTranslations("words");
  const groups: Record<string, string> = {
    farmer: words("group_farmer"),
    employed: words("group_employed"),
    self_employed: words("group_self_employed"),
    not_working: words("group_not_working"),
    unknown: words("group_unknown"),
  };
  const sexes: Record<string, string> = {
    female: words("sex_female"),
    male: words("sex_male"),
    unknown: words("sex_unknown"),
  };
  const codes = by === "group" ? groups : by === "sex" ? sexes : {};
  return ({ part, name }: Part) => name ?? codes[part] ?? part;
}
