import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { listPendingReports } from "@/server/visits/reports";
import { countContradictedDeaths, listContradictedDeaths } from "@/server/visits/reviews";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";
import { ContradictedCard } from "./contradicted-card";
import { ReportCard } from "./report-card";

export async function generateMetadata() {
  return { title: (await getTranslations("visits"))("reportsTitle") };
}

type Props = PageProps<"/district/confirmations">;

export default async function ReportedPage({ searchParams }: Props) {
  const actor = await requireActor();
  if (!mayEver(actor, "finding.confirm")) notFound();
  return (await searchParams).kind === "after_death" ? <Contradicted /> : <Reported />;
}

/** What was reported and waits for another officer. */
async function Reported() {
  const t = await getTranslations("visits");
  const { reports, contradicted } = await scoped(await requireActor(), async (scope) => ({
    reports: await listPendingReports(scope),
    contradicted: await countContradictedDeaths(scope),
  }));
  return (
    <>
      <PageHeading
        eyebrow={<ToDistrict />}
        title={
          reports.length > 0 ? t("confirmHeadline", { count: reports.length }) : t("confirmNone")
        }
        sub={t("confirmSub")}
      />
      {contradicted > 0 && (
        <div className="mb-5">
          <Notice
            kind="warn"
            title={t("contradictedHeadline", { count: contradicted })}
            action={
              <LinkButton tone="secondary" href="/district/confirmations?kind=after_death">
                {t("contradictedOpen")}
              </LinkButton>
            }
          />
        </div>
      )}
      {reports.length === 0 && <EmptyState title={t("confirmNoneText")} />}
      <ul className="grid items-start gap-5 lg:grid-cols-2">
        {reports.map((report) => (
          <li key={report.id}>
            <ReportCard report={report} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Who answered after a death was recorded: one of the two is wrong. */
async function Contradicted() {
  const t = await getTranslations("visits");
  const deaths = await scoped(await requireActor(), listContradictedDeaths);
  return (
    <>
      <PageHeading
        eyebrow={<ToDistrict />}
        title={
          deaths.length > 0
            ? t("contradictedHeadline", { count: deaths.length })
            : t("contradictedNone")
        }
        sub={t("contradictedSub")}
      />
      {deaths.length === 0 && <EmptyState title={t("contradictedNoneText")} />}
      <ul className="grid items-start gap-5 lg:grid-cols-2">
        {deaths.map((death) => (
          <li key={death.id}>
            <ContradictedCard death={death} />
          </li>
        ))}
      </ul>
    </>
  );
}

async function ToDistrict() {
  const district = await getTranslations("district");
  return <Link href="/district">{district("title")}</Link>;
}
