import { useTranslations } from "next-intl";
import { ExportLink } from "@/app/parts/export-link";
import { headlineFigures } from "@/app/parts/headline-figures";
import { referralHeadline } from "@/domain/headline";
import type { Role } from "@/domain/policy";
import { mayEver } from "@/domain/policy";
import { type ReferralFilter, referralsAPage, referralsHref } from "@/domain/referral-filter";
import type { Project } from "@/domain/rules/rule-set";
import type { ReferralCounts, ReferralList } from "@/server/referrals/queries";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { Pager } from "@/ui/pager";
import { ReferralFilters } from "./referral-filters";
import { ReferralTable } from "./referral-table";
import { Worklist } from "./worklist";

type Props = {
  list: ReferralList;
  counts: ReferralCounts;
  filter: ReferralFilter;
  page: number;
  role: Role;
  agency: string | null;
  projects: Readonly<Record<string, Project>>;
};

/** The referrals that the reader may see: agencies answer, districts watch, account officers follow them. */
export function ReferralsView({ list, counts, filter, page, role, agency, projects }: Props) {
  const t = useTranslations("referrals");
  const pages = Math.max(1, Math.ceil(list.total / referralsAPage));
  return (
    <>
      <PageHeading
        title={<Headline role={role} counts={counts} />}
        sub={t("listSub", { count: list.total })}
        actions={
          <>
            {role === "agency_officer" && (
              <LinkButton href="/agency/tasks" tone="quiet">
                {t("tasksLink")}
              </LinkButton>
            )}
            <ExportLink list="referrals" filter={filter} role={role} />
            {mayEver({ role }, "capacity.set") && (
              <LinkButton href="/referrals/places" tone="secondary">
                {t("placesLink")}
              </LinkButton>
            )}
          </>
        }
      />
      <ReferralFilters
        filter={filter}
        counts={counts}
        role={role}
        agency={agency}
        projects={projects}
      />
      {list.rows.length === 0 ? (
        <EmptyState
          title={t("none")}
          action={
            <LinkButton href="/referrals" tone="secondary">
              {t("clear")}
            </LinkButton>
          }
        />
      ) : role === "agency_officer" ? (
        <Worklist list={list} filter={filter} />
      ) : (
        <ReferralTable list={list} />
      )}
      {pages > 1 && (
        <Pager
          previousHref={page > 1 ? referralsHref(filter, page - 1) : null}
          nextHref={page < pages ? referralsHref(filter, page + 1) : null}
          summary={t("page", { page, pages })}
        />
      )}
    </>
  );
}

function Headline({ role, counts }: Pick<Props, "role" | "counts">) {
  const t = useTranslations("referrals");
  const headline = referralHeadline(role, counts);
  return t(`headline_${headline.says}`, { ...headlineFigures, ...headline });
}
