import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/app/forms/command-form";
import type { FormField } from "@/app/forms/form-field";
import { monthOf } from "@/domain/calendar";
import { mayEver } from "@/domain/policy";
import { reportLevelOf, reportMonths } from "@/domain/report";
import { measureFrom } from "@/domain/rules/sets";
import { formatThaiDate, formatThaiMonth } from "@/domain/thai-dates";
import { programmeDate } from "@/server/clock";
import { listFiguresNow } from "@/server/reports/new-report";
import { listOwnDistricts } from "@/server/reports/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { FiguresNowCards } from "./figures-now";

export async function generateMetadata() {
  return { title: (await getTranslations("reports"))("newTitle") };
}

/** A month, and words; the numbers are filled in. */
export default async function NewReportPage({ searchParams }: PageProps<"/reports/new">) {
  const actor = await requireActor();
  if (!mayEver(actor, "report.prepare")) notFound();
  const { today, figures, first, districts } = await scoped(actor, async (scope) => ({
    today: await programmeDate(scope.tx),
    figures: await listFiguresNow(scope),
    first: monthOf(measureFrom(scope.ruleSets)),
    districts: actor.role === "account_officer" ? await listOwnDistricts(scope) : [],
  }));
  const now = monthOf(today);
  const { month } = await searchParams;
  const months = reportMonths(now, first);
  const t = await getTranslations("reports");
  const own = reportLevelOf(actor.role) === "officer";
  const fields: FormField<"prepareReport">[] = [
    {
      name: "period",
      kind: "choice",
      label: t("month"),
      choices: months.map((value) => ({ value, label: formatThaiMonth(value) })),
      initial: months.find((each) => each === month) ?? now,
    },
    ...(districts.length > 1
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
    { name: "note", kind: "long", label: t("note") },
  ];
  return (
    <>
      <PageHeading title={t("newTitle")} sub={own ? t("newSub") : t("newSubDraft")} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
        <CommandForm
          command="prepareReport"
          fields={fields}
          submit={own ? t("submitOfficer") : t("submitDraft")}
          then="/reports"
          aside={
            <LinkButton tone="quiet" href="/reports">
              {t("back")}
            </LinkButton>
          }
        />
        <div className="grid gap-5 max-lg:-order-1">
          <FiguresNowCards figures={figures} today={formatThaiDate(today)} />
        </div>
      </div>
    </>
  );
}
