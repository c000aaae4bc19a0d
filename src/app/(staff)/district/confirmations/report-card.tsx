import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { OutcomeForm } from "@/app/forms/outcome-form";
import { AnswersSince } from "@/app/parts/answers-since";
import { formatThaiDate, formatThaiDateShort } from "@/domain/thai-dates";
import type { PendingReport } from "@/server/visits/reports";
import { Card } from "@/ui/card";
import { DescriptionList } from "@/ui/description-list";
import { Notice } from "@/ui/notice";

/** One report as it was made, and the decision of another person. */
export function ReportCard({ report }: { report: PendingReport }) {
  const t = useTranslations("visits");
  const words = useTranslations("words");
  const { kind, on, source, person, recordedBy, recordedOn, answers } = report;
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
          ...(kind === "moved_away"
            ? [{ term: t("movedTo"), detail: report.movedTo ?? t("movedToUnknown") }]
            : []),
          ...(source ? [{ term: t("reportedSource"), detail: t(`source_${source}`) }] : []),
          { term: t("reportedWords"), detail: report.words },
          {
            term: t("reportedBy"),
            detail: `${recordedBy} · ${formatThaiDateShort(recordedOn)}`,
          },
          ...(answers.length > 0
            ? [{ term: t("answeredSinceTitle"), detail: <AnswersSince answers={answers} /> }]
            : []),
        ]}
      />
      <div className="mt-4">
        {report.own ? (
          <Notice>{t(answers.length > 0 ? "reviewOwn" : "confirmOwn")}</Notice>
        ) : (
          <Decision report={report} />
        )}
      </div>
    </Card>
  );
}

/** The decision; who confirms the death of somebody who has answered since says why, as who rejects a report does. */
function Decision({ report: { id, table, answers } }: { report: PendingReport }) {
  const t = useTranslations("visits");
  const common = {
    name: id,
    command: "confirmFinding",
    fixed: { kind: table, findingId: id, expected: answers.length },
    submit: t("decide"),
    tone: "secondary",
  } as const;
  if (answers.length > 0)
    return (
      <CommandForm
        {...common}
        fields={[
          {
            name: "outcome",
            kind: "choice",
            label: t("decision"),
            choices: [
              { value: "rejected", label: t("reject"), hint: t("withdrawHint_deceased") },
              { value: "confirmed", label: t("confirm"), hint: t("keepHint_deceased") },
            ],
          },
          { name: "note", kind: "text", label: t("reviewNote"), hint: t("reviewNoteHint") },
        ]}
      />
    );
  return (
    <OutcomeForm
      {...common}
      question={t("decision")}
      outcomes={[
        { value: "confirmed", label: t("confirm") },
        {
          value: "rejected",
          label: t("reject"),
          asks: [{ name: "note", kind: "text", label: t("rejectNote") }],
        },
      ]}
    />
  );
}
