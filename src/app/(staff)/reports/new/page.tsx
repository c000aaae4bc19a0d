import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/app/forms/command-form";
import type { FormField } from "@/app/forms/form-field";
import { mayEver } from "@/domain/policy";
import { isReported, reportLevelOf } from "@/domain/report";
import { formatThaiDate, formatThaiMonth } from "@/domain/thai-dates";
import { programmeDate } from "@/server/clock";
import { listFigures } from "@/server/reports/new-report";
import { listOwnDistricts, listReportMonths, listStanding } from "@/server/reports/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { FilterLinks } from "@/ui/filter-links";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";
import { FiguresCards } from "./figures-cards";

export async function generateMetadata() {
  return { title: (await getTranslations("reports"))("newTitle") };
}

/** A month, and words; the numbers are filled in. */
export default async function NewReportPage({ searchParams }: PageProps<"/reports/new">) {
  const actor = await requireActor();
  if (!mayEver(actor, "report.prepare")) notFound();
  const { month } = await searchParams;
  const found = await scoped(actor, async (scope) => {
    const { now, months, unreported } = await listReportMonths(
      scope,
      await programmeDate(scope.tx),
    );
    const period = months.find((each) => each === month) ?? unreported.at(-1) ?? now;
    return {
      ...{ now, months, period, unreported },
      figures: await listFigures(scope, period),
      standing: await listStanding(scope, period),
      districts: actor.role === "account_officer" ? await listOwnDistricts(scope) : [],
    };
  });
  const { now, period, figures, months, unreported, standing } = found;
  const t = await getTranslations("reports");
  const own = reportLevelOf(actor.role) === "officer";
  const sent = standing.filter(({ status }) => isReported(status));
  const draft = standing.find(({ status }) => status === "draft");
  const districts = found.districts.filter(
    ({ code }) => !sent.some(({ districtCode }) => districtCode === code),
  );
  const isOpen = sent.length === 0 || districts.length > 0;
  const next = unreported.find((each) => each !== period);
  // Two districts of one officer lack the same: nothing is kept by officer.
  const lacks = figures.find((each) => each.lacks)?.lacks;
  const fields: FormField<"prepareReport">[] = [
    ...(found.districts.length > 1
      ? [
          {
            name: "districtCode" as const,
            kind: "choice" as const,
            label: t("district"),
            choices: districts.map(({ code, name }) => ({ value: code, label: name })),
            initial: districts[0]?.code,
          },
        ]
      : []),
    { name: "note", kind: "long", label: t("note"), initial: draft?.note },
  ];
  return (
    <>
      <PageHeading
        title={t("newOf", { month: formatThaiMonth(period) })}
        sub={period < now ? t("newSubEnded") : t(own ? "newSub" : "newSubDraft")}
      />
      <FilterLinks
        label={t("month")}
        choices={months.map((each) => ({
          href: `/reports/new?month=${each}`,
          label: formatThaiMonth(each),
          current: each === period,
        }))}
      />
      <Standing reports={standing} />
      {isOpen && lacks && (
        <div className="mb-5">
          <Notice kind="warn" title={t("lacks")}>
            {t("lacksText", { what: lacks, own: own ? "yes" : "no" })}
          </Notice>
        </div>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
        {isOpen ? (
          <CommandForm
            key={period}
            name={period}
            command="prepareReport"
            fixed={{ period }}
            fields={fields}
            submit={own ? t("submitOfficer") : t("submitDraft")}
            then={`/reports?month=${period}`}
            aside={
              <LinkButton tone="quiet" href="/reports">
                {t("back")}
              </LinkButton>
            }
          />
        ) : (
          <LinkButton href={next ? `/reports/new?month=${next}` : "/reports"}>
            {next ? t("unreportedPrepare", { month: formatThaiMonth(next) }) : t("back")}
          </LinkButton>
        )}
        <div className="grid gap-5 max-lg:-order-1">
          <FiguresCards figures={figures} />
        </div>
      </div>
    </>
  );
}

/** What there is of this month already: a report is sent once, and a draft is not replaced unseen. */
async function Standing({ reports }: { reports: Awaited<ReturnType<typeof listStanding>> }) {
  const t = await getTranslations("reports");
  return reports.map(({ id, on, status }) => (
    <div key={id} className="mb-5">
      <Notice
        kind="info"
        title={t(isReported(status) ? "already" : "drafted", { date: formatThaiDate(on) })}
        action={
          <LinkButton tone="secondary" href={`/reports/${id}`}>
            {t(isReported(status) ? "openReport" : "openDraft")}
          </LinkButton>
        }
      >
        {!isReported(status) && t("draftedText")}
      </Notice>
    </div>
  ));
}
