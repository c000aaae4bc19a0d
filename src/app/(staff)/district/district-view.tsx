import { Download, UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { AfterCard } from "@/app/areas/after-card";
import { AgeIncomeCard } from "@/app/areas/age-income-card";
import { CoverageCard } from "@/app/areas/coverage-card";
import { InquiriesCard, type InquiryCounts } from "@/app/areas/inquiries-card";
import { usePaceWords } from "@/app/areas/pace-words";
import { VoluntaryCard } from "@/app/areas/voluntary-card";
import { sumPeople } from "@/domain/dashboard";
import { areaHeadline } from "@/domain/headline";
import { holderQuery } from "@/domain/holder-filter";
import { type Actor, can, mayEver } from "@/domain/policy";
import { formatThaiDate } from "@/domain/thai-dates";
import type { DistrictDashboard } from "@/server/dashboards/queries";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { OfficersCard } from "./officers-card";
import { SubdistrictsCard } from "./subdistricts-card";

type Props = {
  dashboard: DistrictDashboard;
  inquiries: InquiryCounts;
  actor: Actor;
  time: string;
};

/** The chief's page: how many are still to be met, how far the work is, and who cares for them. */
export function DistrictView({ dashboard, inquiries, actor, time }: Props) {
  const t = useTranslations("district");
  const paceWords = usePaceWords(dashboard.fieldwork);
  const { name, districtCode, coverage, pace, rows, today } = dashboard;
  const people = coverage.blocks.to_meet;
  const waiting = sumPeople(
    rows,
    (row) => row.accountOfficerId === null && (row.mustReach || row.latestAnswer === "yes"),
  );
  const own = can(actor, "caseload.assign", { type: "district", id: districtCode, districtCode });
  const titles = {
    nobody: t("headlineNobody", { name }),
    done: t("headlineDone", { name }),
    over: t("headlineOver", { name, people }),
    left: t("headline", { name, people, days: pace.daysLeft }),
  };
  const title = titles[areaHeadline(rows.length, pace)];

  return (
    <>
      <PageHeading
        eyebrow={t("asOf", { date: formatThaiDate(today), time })}
        title={title}
        sub={paceWords(pace, coverage.total)}
        actions={
          <>
            {mayEver(actor, "export.request") && (
              <LinkButton
                tone="secondary"
                icon={Download}
                href={`/exports${holderQuery({ district: districtCode })}`}
              >
                {t("export")}
              </LinkButton>
            )}
            {own && waiting > 0 && (
              <LinkButton icon={UserPlus} href="/assign">
                {t("assign", { people: waiting })}
              </LinkButton>
            )}
          </>
        }
      />
      <div className="grid gap-4">
        <CoverageCard
          coverage={coverage}
          refused={dashboard.refused}
          within={{ district: districtCode }}
          rules={dashboard.rules}
        />
        <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
          <div className="grid gap-4">
            <OfficersCard
              officers={dashboard.officers}
              districtCode={districtCode}
              supervises={own}
            />
            <SubdistrictsCard areas={dashboard.subdistricts} districtCode={districtCode} />
          </div>
          <div className="grid gap-4">
            <AgeIncomeCard
              rules={dashboard.rules}
              rows={rows}
              within={{ district: districtCode }}
            />
            <InquiriesCard counts={inquiries} district={districtCode} />
            <VoluntaryCard
              rows={rows}
              within={{ district: districtCode }}
              unlisted={{
                people: dashboard.unlisted,
                href: own ? "/district/unlisted" : `/province/unlisted?district=${districtCode}`,
              }}
            />
            <AfterCard
              links={[
                { href: own ? "/district/daily" : "/province/daily", label: "daily" },
                {
                  href: own ? "/follow-ups" : `/follow-ups?district=${districtCode}`,
                  label: "followUps",
                },
                {
                  href: own ? "/ministry" : `/ministry?district=${districtCode}`,
                  label: "ministry",
                },
                { href: "/reports", label: "reports" },
              ]}
            />
          </div>
        </div>
      </div>
    </>
  );
}
