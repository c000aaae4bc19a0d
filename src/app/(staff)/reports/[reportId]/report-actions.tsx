import { useTranslations } from "next-intl";
import { useClassFields } from "@/app/forms/class-fields";
import { CommandForm } from "@/app/forms/command-form";
import { OutcomeForm } from "@/app/forms/outcome-form";
import { useFileSignatureFields } from "@/app/forms/signer-fields";
import { formatThaiMonth } from "@/domain/thai-dates";
import type { ReportView } from "@/server/reports/queries";
import { Card } from "@/ui/card";
import { LinkButton } from "@/ui/link-button";

type Props = {
  report: ReportView;
  signs: boolean;
  receives: boolean;
  /** Of staff whose head may also sign in the file: the head's name. */
  signsInFile: string | null;
};

/** The next action on a report, for those who may do it. */
export function ReportActions({ report, signs, receives, signsInFile }: Props) {
  const { status } = report;
  if (signs && status === "draft") return <SignForm report={report} signsInFile={signsInFile} />;
  if (signs && status === "signed") return <SendForm report={report} />;
  if (receives && status === "submitted") return <DecisionForm report={report} />;
  return null;
}

function SignForm({ report, signsInFile }: Pick<Props, "report" | "signsInFile">) {
  const t = useTranslations("reports");
  const words = useTranslations("words");
  const inFile = useInFile(signsInFile);
  const classes = useClassFields();
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
            label: t("letterNumber"),
            hint: t("letterHint"),
          },
          ...classes,
          ...(missing.length > 0
            ? [
                {
                  name: "confirmed" as const,
                  kind: "choices" as const,
                  label: t("missingDistricts", {
                    count: missing.length,
                    month: formatThaiMonth(report.period),
                  }),
                  hint: missing.map(({ name }) => words("district", { name })).join(" "),
                  choices: [{ value: "without_districts", label: t("signWithout") }],
                },
              ]
            : []),
          ...inFile,
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

/** Staff say whether it is signed here or was signed in the file, and by whom. */
function useInFile(signer: string | null) {
  const t = useTranslations("orders");
  const fields = useFileSignatureFields(signer ?? "");
  if (signer === null) return [];
  return [
    {
      name: "how" as const,
      kind: "choice" as const,
      label: t("signedHow"),
      initial: "here",
      choices: [
        { value: "here", label: t("signedHere") },
        { value: "in_file", label: t("inFile"), hint: t("inFileHint") },
      ],
    },
    ...fields.map((field) => ({ ...field, when: { field: "how", is: ["in_file"] } })),
  ];
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
