import { useTranslations } from "next-intl";
import { projectAgencies } from "@/domain/agencies";
import type { Role } from "@/domain/policy";
import { lateKinds, referralStatesInOrder } from "@/domain/referral";
import { type ReferralFilter, referralsHref } from "@/domain/referral-filter";
import type { Project } from "@/domain/rules/rule-set";
import { keysOf } from "@/domain/tables";
import type { ReferralCounts } from "@/server/referrals/queries";
import { Disclosure } from "@/ui/disclosure";
import { FilterLinks } from "@/ui/filter-links";

type Props = {
  filter: ReferralFilter;
  counts: ReferralCounts;
  role: Role;
  agency: string | null;
  /** Every project that can have been sent, by code. */
  projects: Readonly<Record<string, Project>>;
};

/**
 * The states with their numbers, which add up to the list; below them what cuts across states: lateness, what runs. Only what
 * occurs, and the chosen one.
 */
export function ReferralFilters({ filter, counts, role, agency, projects }: Props) {
  const t = useTranslations("referrals");
  const { state, late, answer, running, consent, ...rest } = filter;
  const states = referralStatesInOrder.filter((each) => counts[each] > 0 || each === state);
  const across = [
    ...lateKinds
      .filter((kind) => counts.late[kind] > 0 || kind === late)
      .map((kind) => ({
        href: referralsHref({ ...rest, late: kind }),
        label: t(`late_${kind}`),
        count: counts.late[kind],
        current: kind === late,
      })),
    ...(answer
      ? [
          {
            href: referralsHref({ ...rest, answer }),
            label: t("awaited"),
            count: counts.awaited,
            current: true,
          },
        ]
      : []),
    ...(running
      ? [
          {
            href: referralsHref({ ...rest, running }),
            label: t("running"),
            count: counts.accepted + counts.in_progress,
            current: true,
          },
        ]
      : []),
  ];
  return (
    <div data-screen-only className="mb-5">
      <FilterLinks
        label={t("byState")}
        choices={[
          {
            href: referralsHref(rest),
            label: t("all"),
            count: states.reduce((sum, each) => sum + counts[each], 0),
            current: !state && !late && !answer && !running && !consent,
          },
          ...states.map((each) => ({
            href: referralsHref({ ...rest, state: each }),
            label: t(`state_${each}`),
            count: counts[each],
            current: state === each,
          })),
        ]}
      />
      {across.length > 0 && <FilterLinks label={t("byAcross")} choices={across} />}
      <ProjectFilter
        filter={filter}
        agency={role === "agency_officer" ? agency : null}
        projects={projects}
      />
      {role !== "agency_officer" && <AgencyFilter filter={filter} />}
    </div>
  );
}

function ProjectFilter({
  filter,
  agency,
  projects,
}: Pick<Props, "filter" | "agency" | "projects">) {
  const t = useTranslations("referrals");
  const own = Object.entries(projects).filter(
    ([, { agencies }]) => agency === null || agencies.some((each) => each === agency),
  );
  return (
    <Disclosure summary={t("byProject")} open={Boolean(filter.project)}>
      <FilterLinks
        label={t("byProject")}
        choices={[
          {
            href: referralsHref({ ...filter, project: undefined }),
            label: t("all"),
            current: !filter.project,
          },
          ...own.map(([code, { name }]) => ({
            href: referralsHref({ ...filter, project: code }),
            label: name,
            current: filter.project === code,
          })),
        ]}
      />
    </Disclosure>
  );
}

function AgencyFilter({ filter }: { filter: ReferralFilter }) {
  const t = useTranslations("referrals");
  return (
    <Disclosure summary={t("byAgency")} open={Boolean(filter.agency)}>
      <FilterLinks
        label={t("byAgency")}
        choices={[
          {
            href: referralsHref({ ...filter, agency: undefined }),
            label: t("all"),
            current: !filter.agency,
          },
          ...keysOf(projectAgencies).map((agency) => ({
            href: referralsHref({ ...filter, agency }),
            label: projectAgencies[agency].short,
            current: filter.agency === agency,
          })),
        ]}
      />
    </Disclosure>
  );
}
