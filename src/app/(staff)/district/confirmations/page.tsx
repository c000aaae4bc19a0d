import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OutcomeForm } from "@/app/forms/outcome-form";
import { mayEver } from "@/domain/policy";
import { formatThaiDate, formatThaiDateShort } from "@/domain/thai-dates";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { listPendingReports, type PendingReport } from "@/server/visits/queries";
import { Card } from "@/ui/card";
import { DescriptionList } from "@/ui/description-list";
import { EmptyState } from "@/ui/empty-state";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";

export async function generateMetadata() {
  return { title: (await getTranslations("visits"))("reportsTitle") };
}

export default async function ReportedPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "finding.confirm")) notFound();
  const reports = await scoped(actor, listPendingReports);
  const t = await getTranslations("visits");
  const district = await getTranslations("district");
  return (
    <>
      <PageHeading
        eyebrow={<Link href="/district">{district("title")}</Link>}
        title={
          reports.length > 0 ? t("confirmHeadline", { count: reports.length }) : t("confirmNone")
        }
        sub={t("confirmSub")}
      />
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

/** One report as it was made, and the decision of another person. */
async function ReportCard({ report }: { report: PendingReport }) {
  const t = await getTranslations("visits");
  const words = await getTranslations("words");
  const { id, table, kind, on, source, person, recordedBy, recordedOn, own } = report;
  const place = [
    person.houseNo && words("houseNo", { houseNo: person.houseNo }),
    person.moo !== null && words("moo", { moo: person.moo }),
    words("subdistrict", { name: person.subdistrict }),
  ];
  return (
    <Card title={person.name} sub={place.filter(Boolean).join(" ")}>
      <DescriptionList
        items={[
          { term: t("reportedKind"), detail: words(`state_${kind}`) },
          { term: t("reportedOn"), detail: formatThaiDate(on) },
          ...(source ? [{ term: t("reportedSource"), detail: t(`source_${source}`) }] : []),
          { term: t("reportedWords"), detail: report.words },
          {
            term: t("reportedBy"),
            detail: `${recordedBy} · ${formatThaiDateShort(recordedOn)}`,
          },
        ]}
      />
      <div className="mt-4">
        {own ? (
          <Notice>{t("confirmOwn")}</Notice>
        ) : (
          <OutcomeForm
            name={id}
            command="confirmFinding"
            fixed={{ kind: table, findingId: id }}
            question={t("decision")}
            outcomes={[
              { value: "confirmed", label: t("confirm") },
              {
                value: "rejected",
                label: t("reject"),
                asks: [{ name: "note", kind: "text", label: t("rejectNote") }],
              },
            ]}
            submit={t("decide")}
            tone="secondary"
          />
        )}
      </div>
    </Card>
  );
}
