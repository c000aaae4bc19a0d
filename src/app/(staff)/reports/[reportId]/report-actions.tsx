import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { OutcomeForm } from "@/app/forms/outcome-form";
import type { ReportView } from "@/server/reports/queries";
import { Card } from "@/ui/card";
import { LinkButton } from "@/ui/link-button";

type Props = { report: ReportView; signs: boolean; receives: boolean };

/** The next action on a report, for those who may do it. */
export function ReportActions({ report, signs, receives }: Props) {
  const { status } = report;
  if (signs && status === "draft") return <SignForm report={report} />;
  if (signs && status === "signed") return <SendForm report={report} />;
  if (receives && status === "submitted") return <DecisionForm report={report} />;
  return null;
}

function SignForm({ report }: { report: ReportView }) {
  const t = useTranslations("reports");
  const words = useTranslations("words");
  const { missing } = report;
  const province = report.level === "province";
  return (
    <Card className="mb-4 max-w-form">
      <CommandForm
        command="signReport"
        fixed={{ reportId: report.id, withoutDistricts: missing.map(({ code }) => code) }}
        fields={[
          {
            name: "letterNumber",
            kind: "text",
            label: t(province ? "letterNumber" : "letterNumberDistrict"),
            hint: t("letterHint"),
          },
          ...(missing.length > 0
            ? [
                {
                  name: "confirmed" as const,
                  kind: "choices" as const,
                  label: t("missingDistricts", { count: missing.length }),
                  hint: missing.map(({ name }) => words("district", { name })).join(" "),
                  choices: [{ value: "without_districts", label: t("signWithout") }],
                },
              ]
            : []),
        ]}
        submit={province ? t("signProvince") : t("signDistrict")}
        then={`/reports/${report.id}`}
        aside={
          <LinkButton tone="quiet" href={`/reports/new?month=${report.period}`}>
            {t("rework")}
          </LinkButton>
        }
      />
    </Card>
  );
}

function SendForm({ report }: { report: ReportView }) {
  const t = useTranslations("reports");
  return (
    <Card className="mb-4 max-w-form">
      <CommandForm
        command="sendReportOn"
        fixed={{ reportId: report.id }}
        fields={[
          {
            name: "sentHow",
            kind: "choice",
            label: t("sentHow"),
            choices: (["letter", "e_document", "by_hand"] as const).map((value) => ({
              value,
              label: t(`how_${value}`),
            })),
          },
        ]}
        submit={t("sendOn")}
        then={`/reports/${report.id}`}
      />
    </Card>
  );
}

function DecisionForm({ report }: { report: ReportView }) {
  const t = useTranslations("reports");
  return (
    <Card className="mb-4 max-w-form">
      <OutcomeForm
        command="receiveReport"
        fixed={{ reportId: report.id }}
        question={t("decision")}
        outcomes={[
          { value: "acknowledged", label: t("acknowledge") },
          {
            value: "returned",
            label: t("return"),
            asks: [{ name: "returnReason", kind: "text", label: t("returnReason") }],
          },
        ]}
        submit={t("decide")}
        then={`/reports/${report.id}`}
      />
    </Card>
  );
}
