import { useTranslations } from "next-intl";
import { DashboardTrail } from "@/app/parts/dashboard-trail";
import { ExportLink } from "@/app/parts/export-link";
import { headlineFigures } from "@/app/parts/headline-figures";
import { projectAgencies } from "@/domain/agencies";
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
  /** How many people what the heading counts is of. */
  people: number;
  filter: ReferralFilter;
  page: number;
  role: Role;
  agency: string | null;
  projects: Readonly<Record<string, Project>>;
};

/** The referrals that the reader may see: agencies answer, districts watch, account officers follow them. */
export function ReferralsView({
  list,
  counts,
  people,
  filter,
  page,
  role,
  agency,
  projects,
}: Props) {
  const t = useTranslations("referrals");
  const pages = Math.max(1, Math.ceil(list.total / referralsAPage));
  return (
    <>
      <PageHeading
        eyebrow={<DashboardTrail role={role} here={t("title")} />}
        title={<Headline {...{ list, counts, people, filter, role, projects }} />}
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

type HeadlineProps = Pick<Props, "list" | "counts" | "people" | "filter" | "role" | "projects">;

/** What a narrowed list shows; of all of them what the reader owes, or others. */
function Headline({ list, counts, people, filter, role, projects }: HeadlineProps) {
  const t = useTranslations("referrals");
  const words = useTranslations("words");
  const { state, late, answer, running, consent, project, agency } = filter;
  const { sent, sentAge, dimension, category } = filter;
  const what = [
    state && t(`state_${state}`),
    late && t(`late_${late}`),
    answer && t("state_sent"),
    running && t("running"),
    consent && t("consentWithdrawn"),
    project && (projects[project]?.name ?? project),
    agency && projectAgencies[agency].short,
    sent && t("sentAll"),
    sentAge && t(`sentAge_${sentAge}`),
    dimension && words(`dimension_${dimension}`),
    category && (category === "none" ? t("noCategory") : category),
  ].filter(Boolean);
  if (what.length > 0)
    return t("headlineOf", { what: what.join(" · "), count: list.total, people });
  const headline = referralHeadline(role, counts, people);
  return t(`headline_${headline.says}`, { ...headlineFigures, ...headline });
}
