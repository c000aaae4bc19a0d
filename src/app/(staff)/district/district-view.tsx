import { Download, UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { AfterCard } from "@/app/areas/after-card";
import { AgeIncomeCard } from "@/app/areas/age-income-card";
import { useAreaHeading } from "@/app/areas/area-heading";
import { AtAGlance } from "@/app/areas/at-a-glance";
import { CoverageCard } from "@/app/areas/coverage-card";
import { EntitlementCard } from "@/app/areas/entitlement-card";
import { InquiriesCard, type InquiryCounts } from "@/app/areas/inquiries-card";
import { Matters } from "@/app/areas/matters";
import { VoluntaryCard } from "@/app/areas/voluntary-card";
import { WishesCard } from "@/app/areas/wishes-card";
import type { PageQuery } from "@/app/parts/table-order";
import { holderQuery } from "@/domain/holder-filter";
import { type Actor, can, mayEver } from "@/domain/policy";
import type { Season } from "@/domain/season";
import { formatThaiDate, formatThaiTime } from "@/domain/thai-dates";
import type { DistrictDashboard } from "@/server/dashboards/queries";
import type { HomeCard } from "@/server/home/card";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { OfficersCard } from "./officers-card";
import { OverloadedOfficers } from "./overloaded";
import { SubdistrictsCard } from "./subdistricts-card";

type Props = {
  dashboard: DistrictDashboard;
  inquiries: InquiryCounts;
  /** What waits for the reader; nothing on another's page. */
  waiting: readonly HomeCard[];
  actor: Actor;
  time: string;
  given: PageQuery;
};

/** The chief's page: the worst figure first, then how far the work is, and who cares for whom. */
export function DistrictView({ dashboard, inquiries, waiting, actor, time, given }: Props) {
  const t = useTranslations("district");
  const words = useTranslations("words");
  const { name, districtCode, coverage, rows, today } = dashboard;
  const { title, sub, season, short } = useAreaHeading(dashboard, words("district", { name }));
  const own = can(actor, "caseload.assign", { type: "district", id: districtCode, districtCode });
  const after = <After own={own} districtCode={districtCode} />;
  return (
    <>
      <PageHeading
        eyebrow={t("asOf", { date: formatThaiDate(today), time: formatThaiTime(time) })}
        title={title}
        sub={sub}
        actions={<Actions dashboard={dashboard} actor={actor} work={own && season} short={short} />}
      />
      <div className="grid gap-4">
        {season === "over" && after}
        <AtAGlance
          glance={dashboard.glance}
          entitlements={dashboard.entitlements}
          within={{ district: districtCode }}
          daily={own ? "/district/daily" : "/province/daily"}
          money="#entitlement"
        >
          {dashboard.overloaded && season === "open" && (
            <OverloadedOfficers overloaded={dashboard.overloaded} districtCode={districtCode} />
          )}
          <Matters lines={waiting} />
        </AtAGlance>
        <CoverageCard
          coverage={coverage}
          refused={dashboard.refused}
          within={{ district: districtCode }}
          rules={dashboard.rules}
        />
        <div className="grid items-start gap-4 xl:grid-cols-[3fr_2fr]">
          <div className="grid gap-4">
            <OfficersCard
              officers={dashboard.officers}
              districtCode={districtCode}
              supervises={own}
              given={given}
            />
            {season === "open" && after}
          </div>
          <div className="grid gap-4">
            <AgeIncomeCard
              rules={dashboard.rules}
              rows={rows}
              within={{ district: districtCode }}
            />
            <WishesCard cutoff={dashboard.cutoff} district={own ? null : districtCode} />
            <InquiriesCard counts={inquiries} district={districtCode} />
            <VoluntaryCard
              rows={rows}
              within={{ district: districtCode }}
              registrations={{
                people: dashboard.registrations,
                href: `/registrations?state=open&district=${districtCode}`,
              }}
            />
          </div>
        </div>
        <EntitlementCard dashboard={dashboard} within={{ district: districtCode }} />
        <SubdistrictsCard
          areas={dashboard.subdistricts}
          districtCode={districtCode}
          given={given}
        />
      </div>
    </>
  );
}

type ActionsProps = Pick<Props, "dashboard" | "actor"> & {
  /** In which season the reader works here; false for one who only reads. */
  work: false | Season;
  short: boolean;
};

/** What can be done now. Nobody is given to an account officer after the home visits. */
function Actions({ dashboard, actor, work, short }: ActionsProps) {
  const t = useTranslations("district");
  const waiting = dashboard.withoutOfficer.all;
  return (
    <>
      {mayEver(actor, "export.request") && (
        <LinkButton
          tone="secondary"
          icon={Download}
          href={`/exports${holderQuery({ district: dashboard.districtCode })}`}
        >
          {t("export")}
        </LinkButton>
      )}
      {work === "open" && waiting > 0 && (
        <LinkButton icon={UserPlus} href="/assign" tone={short ? "secondary" : "primary"}>
          {t("assign", { people: waiting })}
        </LinkButton>
      )}
      {work === "open" && short && <LinkButton href="/district/plan">{t("seePlan")}</LinkButton>}
    </>
  );
}

function After({ own, districtCode }: { own: boolean; districtCode: string }) {
  const within = own ? "" : `?district=${districtCode}`;
  return (
    <AfterCard
      links={[
        { href: own ? "/district/daily" : "/province/daily", label: "daily" },
        { href: `/follow-ups${within}`, label: "followUps" },
        { href: `/ministry${within}`, label: "ministry" },
        { href: "/reports", label: "reports" },
      ]}
    />
  );
}
