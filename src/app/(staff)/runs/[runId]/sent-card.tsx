import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { ExportFiles } from "@/app/parts/export-files";
import { exportFormats } from "@/domain/export-order";
import { readRunFields } from "@/domain/month-run";
import { mayEver } from "@/domain/policy";
import { formatThaiDate } from "@/domain/thai-dates";
import { Card } from "@/ui/card";
import { Disclosure } from "@/ui/disclosure";
import type { RunPageProps } from "./run-page";

/** Each time the run was sent, with its columns; the same file can be written again. And the seal of what was booked. */
export function SentCard({ run, exports, role }: RunPageProps) {
  const t = useTranslations("runs");
  const sent = run.steps.filter(({ step }) => step === "sent");
  const seal = run.steps.findLast(({ contentSha256 }) => contentSha256)?.contentSha256;
  const own = exports.filter(({ order }) => sent.some(({ id }) => id === order.file));
  if (!seal) return null;
  return (
    <Card
      title={sent.length > 0 ? t("sentFiles") : undefined}
      sub={sent.length > 0 && t("fileText")}
    >
      {own.length > 0 && (
        <div className="mb-5">
          <ExportFiles files={own} />
        </div>
      )}
      <ul className="divide-y divide-line">
        {sent.map((step, index) => (
          <li key={step.id} className="py-3">
            <p>
              <strong>{t("sentAs", { number: index + 1 })}</strong>{" "}
              {t("lastStepBy", {
                event: t("event_sent"),
                date: formatThaiDate(step.happenedOn),
                name: step.recordedBy.name,
              })}
            </p>
            <p className="text-sm text-soft">{step.fields.map(named).join(" · ")}</p>
            {mayEver({ role }, "run.send") && (
              <Disclosure summary={t("sendAgain")}>
                <CommandForm
                  name={`${step.id}-`}
                  command="requestMonthRunFile"
                  fixed={{ stepId: step.id }}
                  fields={[
                    {
                      name: "format",
                      kind: "choice",
                      label: t("format"),
                      choices: exportFormats.map((value) => ({
                        value,
                        label: t(`format_${value}`),
                      })),
                      initial: "xlsx",
                    },
                  ]}
                  submit={t("sendAgain")}
                  tone="secondary"
                />
              </Disclosure>
            )}
          </li>
        ))}
      </ul>
      <p className="break-all text-sm text-soft">
        {t("hash")} {seal}
      </p>
    </Card>
  );

  function named(field: string) {
    const [known] = readRunFields([field]);
    return known ? t(`field_${known}`) : field;
  }
}
