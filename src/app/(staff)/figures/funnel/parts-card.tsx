import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NumberLink } from "@/app/parts/number-link";
import { percent } from "@/domain/dashboard";
import {
  type FunnelStep,
  funnelSteps,
  type LeftBy,
  leftBys,
  wholeOf,
} from "@/domain/figures/funnel";
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
  const nameOf = useNameOf(funnel);
  const of = ({ part }: Part) => ({ ...within, ...readHolderFilter({ [by]: part }) });
  const columns = <Row,>(cell: (part: Part, row: Row) => ReactNode): Column<Row>[] =>
    parts.map((part) => ({
      key: part.part,
      header: nameOf(part),
      align: "end",
      cell: (row) => cell(part, row),
    }));
  return (
    <Card id="parts" title={t("parts")} sub={t(by === "sex" ? "sexSub" : "partsSub")}>
      <FilterLinks label={t("by")} choices={choices} />
      <div className="grid grid-cols-1 gap-6">
        <DataTable
          caption={t("partsReached")}
          phone="scroll"
          rows={funnelSteps}
          rowKey={(step) => step}
          columns={[
            { key: "step", header: t("step"), cell: (step) => words(`step_${step}`) },
            ...columns<FunnelStep>((part, step) => (
              <Reached
                people={part.stages[funnelSteps.indexOf(step)]?.people ?? 0}
                whole={wholeOf(part.stages)}
                step={step}
                filter={of(part)}
              />
            )),
          ]}
        />
        <DataTable
          caption={t("leftTitle")}
          phone="scroll"
          rows={leftBys}
          rowKey={(reason) => reason}
          columns={[
            { key: "reason", header: t("reason"), cell: (reason) => words(`leftBy_${reason}`) },
            ...columns<LeftBy>((part, leftBy) => (
              <NumberLink
                count={part.stages.reduce((sum, { left }) => sum + left[leftBy], 0)}
                href={holdersHref({ ...of(part), leftBy })}
              />
            )),
          ]}
        />
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
