import { useTranslations } from "next-intl";
import { EntitlementFigures } from "@/app/parts/entitlement-figures";
import { NumberLink } from "@/app/parts/number-link";
import type { Forecast } from "@/domain/entitlement-sums";
import { type HolderFilter, holdersHref } from "@/domain/holder-filter";
import { bandNamed } from "@/domain/rules/rule-words";
import { formatThaiDateShort, formatThaiMonthOfYear } from "@/domain/thai-dates";
import type { DistrictDashboard, ProvinceDashboard } from "@/server/dashboards/queries";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { KeepWords } from "@/ui/keep-words";
import { EntitlementTable } from "./entitlement-table";

type Props = {
  dashboard: Pick<
    DistrictDashboard | ProvinceDashboard,
    "rules" | "today" | "due" | "entitlements"
  >;
  within: HolderFilter;
  /** The districts of a province, side by side. */
  districts?: readonly { code: string; name: string }[];
};

/** What is due in an area by the rules, what the rest would add, and in which parts; every number opens its people. */
export function EntitlementCard({ dashboard, within, districts }: Props) {
  const t = useTranslations("entitlement");
  const { rules, due, entitlements } = dashboard;
  const { forecast } = entitlements;
  const months = [...new Set(due.map(({ yesMonth }) => yesMonth))].sort();
  const table = { rules, entitlements, within, due };
  return (
    <Card id="entitlement" title={t("title")} sub={t("sub")}>
      <EntitlementFigures entitlements={entitlements} within={within} />
      <div className="mt-5 grid gap-6">
        {forecast && <ForecastTable {...{ forecast, entitlements, within }} />}
        {districts && (
          <EntitlementTable
            {...table}
            title={t("byDistrict")}
            header={t("district")}
            lines={districts.map(({ code, name }) => ({
              key: code,
              name,
              filter: { district: code },
              isIn: ({ districtCode }) => districtCode === code,
            }))}
          />
        )}
        <div className="grid items-start gap-6 xl:grid-cols-2">
          <EntitlementTable
            {...table}
            title={t("byYesMonth")}
            header={t("yesMonth")}
            lines={months.map((month) => ({
              key: month,
              name: formatThaiMonthOfYear(month),
              filter: { yesMonth: month },
              isIn: ({ yesMonth }) => yesMonth === month,
            }))}
          />
          <EntitlementTable
            {...table}
            title={t("byBand")}
            header={t("band")}
            lines={rules.incomeBands.map(({ id }) => ({
              key: id,
              name: bandNamed(rules, id),
              filter: { income: id },
              isIn: ({ incomeBand }) => incomeBand === id,
            }))}
          />
        </div>
      </div>
    </Card>
  );
}

type ForecastProps = Pick<Props, "within"> & {
  forecast: Forecast;
  entitlements: Props["dashboard"]["entitlements"];
};

/** What is due already, and what the rest would add if they said yes in time. */
function ForecastTable({ forecast, entitlements: { whole, until }, within }: ForecastProps) {
  const t = useTranslations("entitlement");
  const { all, mustReach } = forecast;
  const rest: HolderFilter = { ...within, saidYes: "no" };
  const lines: { key: string; name: string; people: number; baht: number; to: HolderFilter }[] = [
    {
      key: "already",
      name: t("already"),
      people: whole.people,
      baht: whole.totalBaht,
      to: { ...within, rate: "any" },
    },
    {
      key: "mustReach",
      name: t("restMustReach"),
      ...mustReach,
      to: { ...rest, cohort: "must_reach" },
    },
    {
      key: "voluntary",
      name: t("restVoluntary"),
      people: all.people - mustReach.people,
      baht: all.baht - mustReach.baht,
      to: { ...rest, cohort: "voluntary" },
    },
  ];
  const title = t("forecast", { until: formatThaiDateShort(forecast.until) });
  return (
    <section>
      <h3 className="text-base">{title}</h3>
      <p className="mb-2 text-sm text-soft">
        {t("forecastSub", { month: formatThaiMonthOfYear(until), months: forecast.months })}
      </p>
      <DataTable
        caption={title}
        captionHidden
        rows={lines}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "who",
            header: t("who"),
            cell: ({ name }) => <KeepWords>{name}</KeepWords>,
          },
          {
            key: "people",
            header: t("unitPeople"),
            align: "end",
            cell: ({ people, to }) => <NumberLink count={people} href={holdersHref(to)} />,
          },
          {
            key: "baht",
            header: t("unitBaht"),
            align: "end",
            cell: ({ baht, to }) => <NumberLink count={baht} href={holdersHref(to)} />,
          },
        ]}
        footer={[
          t("total"),
          (whole.people + all.people).toLocaleString("en-US"),
          (whole.totalBaht + all.baht).toLocaleString("en-US"),
        ]}
      />
    </section>
  );
}
