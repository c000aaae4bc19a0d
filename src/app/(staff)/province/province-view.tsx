import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { AfterCard } from "@/app/areas/after-card";
import { AgeIncomeCard } from "@/app/areas/age-income-card";
import { useAreaHeading } from "@/app/areas/area-heading";
import { AreasTable } from "@/app/areas/areas-table";
import { AtAGlance } from "@/app/areas/at-a-glance";
import { CoverageCard } from "@/app/areas/coverage-card";
import { EntitlementCard } from "@/app/areas/entitlement-card";
import { InquiriesCard, type InquiryCounts } from "@/app/areas/inquiries-card";
import { Matters } from "@/app/areas/matters";
import { VoluntaryCard } from "@/app/areas/voluntary-card";
import { WishesCard } from "@/app/areas/wishes-card";
import { RunLine } from "@/app/parts/run-line";
import type { PageQuery } from "@/app/parts/table-order";
import { type Actor, mayEver } from "@/domain/policy";
import { provinceNamed } from "@/domain/province-name";
import { formatThaiDate, formatThaiTime } from "@/domain/thai-dates";
import type { ProvinceDashboard } from "@/server/dashboards/queries";
import type { HomeCard } from "@/server/home/card";
import { KeepWords } from "@/ui/keep-words";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { ProvinceWork } from "./province-work";
import { StaffCard } from "./staff-card";

type Props = {
  dashboard: ProvinceDashboard;
  actor: Actor;
  time: string;
  inquiries: InquiryCounts;
  /** What waits for the reader; nothing on another's page. */
  waiting: readonly HomeCard[];
  given: PageQuery;
};

/** The governor's page: the whole province, then its districts side by side. */
export function ProvinceView({ dashboard, actor, time, inquiries, waiting, given }: Props) {
  const t = useTranslations("province");
  const district = useTranslations("district");
  const { coverage, rows, today } = dashboard;
  const { title, sub, season, short } = useAreaHeading(dashboard, provinceNamed(dashboard.name));
  const after = (
    <AfterCard
      links={[
        { href: "/province/daily", label: "daily" },
        { href: "/follow-ups", label: "followUps" },
        { href: "/ministry", label: "ministry" },
        { href: "/reports", label: "reports" },
      ]}
    />
  );
  return (
    <>
      <PageHeading
        eyebrow={district("asOf", { date: formatThaiDate(today), time: formatThaiTime(time) })}
        title={title}
        sub={sub}
        actions={
          <>
            {mayEver(actor, "export.request") && (
              <LinkButton
                icon={Download}
                href="/exports?list=areas"
                tone={short ? "secondary" : "primary"}
              >
                {district("export")}
              </LinkButton>
            )}
            {short && <LinkButton href="#officers">{t("seeStaff")}</LinkButton>}
          </>
        }
      />
      <div className="grid gap-4">
        {season === "over" && after}
        <AtAGlance
          glance={dashboard.glance}
          entitlements={dashboard.entitlements}
          within={{}}
          daily="/province/daily"
          money="#entitlement"
        >
          <Matters lines={waiting} />
        </AtAGlance>
        <CoverageCard
          coverage={coverage}
          refused={dashboard.refused}
          within={{}}
          rules={dashboard.rules}
        />
        <AreasTable
          title={t("districts")}
          sub={t("districtsSub")}
          areaHeader={t("district")}
          areas={dashboard.districts}
          nameOf={({ code, name }) => (
            <Link href={`/district/${code}`} className="touch min-w-12">
              <KeepWords>{name}</KeepWords>
            </Link>
          )}
          filterOf={({ code }) => ({ district: code })}
          whole={{ label: t("all"), filter: {} }}
          given={given}
        />
        <EntitlementCard dashboard={dashboard} within={{}} districts={dashboard.districts} />
        {/* After the home visits nobody plans with account officers any more. */}
        {season === "open" && (
          <StaffCard staffing={dashboard.staffing} staff={dashboard.staff} given={given} />
        )}
        <RunLine run={dashboard.run} />
        <ProvinceWork />
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <AgeIncomeCard rules={dashboard.rules} rows={rows} within={{}} />
          <WishesCard cutoff={dashboard.cutoff} />
          <InquiriesCard counts={inquiries} />
          <VoluntaryCard
            rows={rows}
            within={{}}
            registrations={{ people: dashboard.registrations, href: "/registrations?state=open" }}
          />
          {season === "open" && after}
        </div>
      </div>
    </>
  );
}
